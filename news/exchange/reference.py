"""What a file calls a story: which texts of which revisions are in it, in one word that every format can hold."""

import re
from dataclasses import dataclass

from people.languages import LANGUAGES

PATTERN = re.compile(
    r"icesco\.([0-9]{1,18})\.([a-z]{2,8})-([0-9]{1,9})\.([0-9a-f]{16})\.([a-z]{2,8})-([0-9]{1,9})", re.ASCII
)
DIGEST_LETTERS = 16


@dataclass(frozen=True)
class Reference:
    """str(): `icesco.12.en-3.0123456789abcdef.fr-2`.

    Story 12 from revision 3 of the English text, whose words_digest begins so, into French, which had 2 revisions
    (0: there was no French text).
    """

    article: int
    source_language: str
    source_number: int
    digest: str
    target_language: str
    target_number: int

    def __str__(self):
        source = f"{self.source_language}-{self.source_number}"
        return f"icesco.{self.article}.{source}.{self.digest}.{self.target_language}-{self.target_number}"


def reference_to(source, target_language, target):
    """The Reference to `source`, a Revision, to be translated; target: the newest Revision there is, or None."""
    digest = source.words_digest[:DIGEST_LETTERS]
    number = target.number if target else 0
    return Reference(source.article_id, source.language, source.number, digest, target_language, number)


def read_reference(text):
    """The Reference in `text`, or None where it is none of ours."""
    match = PATTERN.fullmatch(text or "")
    if not match or not {match[2], match[5]} <= set(LANGUAGES) or match[2] == match[5]:
        return None
    return Reference(int(match[1]), match[2], int(match[3]), match[4], match[5], int(match[6]))
