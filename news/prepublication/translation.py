"""What the checks of a translation found and nobody waived: they hold up review, so here they only warn."""

from ..translating.checking import checks_of
from .items import warning


def open_checks(text):
    for checked in checks_of(text.revision).open:
        yield warning(checked.finding.sentence, "draft_body")
