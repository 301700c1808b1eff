"""What to look at before a text is published: what blocks it, and what a careful editor would mend."""

from .checklist import Result, checklist, warnings
from .items import BLOCKS, WARNS, Facts, Item, Text

__all__ = ["BLOCKS", "WARNS", "Facts", "Item", "Result", "Text", "checklist", "warnings"]
