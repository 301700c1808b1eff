"""How many answer: response rates, each with its denominator named."""

from dataclasses import dataclass

from django.db.models import Sum
from django.utils.translation import gettext_lazy as _

from ..models import ViewCount
from ..models.view_count import DENOMINATORS

NAMES = {
    "offered": _("of page views with the question"),
    "seen": _("of page views on which the question was seen"),
    "used": _("of page views on which an answer was chosen"),
}


@dataclass(frozen=True)
class Rate:
    """answers ÷ number, a fraction, of the denominator `code`; None where nobody counted."""

    code: str
    name: str
    number: int
    rate: float | None


def rates(filters, answers):
    """A Rate for each denominator; `answers`: number of answers with scripts that `filters` choose. One query."""
    views = ViewCount.objects.filter(viewed_on__range=(filters.start, filters.end))
    for field in ("language", "page_type", "device"):
        if value := getattr(filters, field):
            views = views.filter(**{field: value})
    sums = views.aggregate(**{f"sum_{name}": Sum(name) for name in DENOMINATORS})
    numbers = {name: sums[f"sum_{name}"] or 0 for name in DENOMINATORS}
    return [
        Rate(code, NAMES[code], number, min(answers / number, 1.0) if number else None)
        for code, number in numbers.items()
    ]
