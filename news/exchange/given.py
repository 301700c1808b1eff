"""What a file says, whatever its format: stories with units, each with the line where it stands."""

from dataclasses import dataclass, field


@dataclass
class GivenUnit:
    """source, target: texts (see marks). is_marked: whether the file says that the target needs work."""

    key: str
    line: int
    source: tuple
    target: tuple
    is_marked: bool = False


@dataclass
class GivenStory:
    """reference: what the file calls the story. languages: {"source", "target"}: what else it says of them, or ""."""

    reference: str
    line: int
    source_language: str = ""
    target_language: str = ""
    units: list = field(default_factory=list)
