"""Figures by language, page type, device and standing, from sums of counters."""

from dataclasses import dataclass

from django.conf import settings

from .. import metrics, pages
from ..models import Rating


@dataclass(frozen=True)
class Group:
    """The figures of one language, type of page or device."""

    code: str
    name: str
    figures: metrics.Figures


def add(rows):
    """The sums of `rows` of five counters; five zeros of none."""
    return tuple(map(sum, zip((0, 0, 0, 0, 0), *rows, strict=True)))


def by(cells, position, names):
    """One Group for each value at `position` of the cells' keys, in the order of `names`, then of codes."""
    order = {code: rank for rank, code in enumerate(names)}
    codes = sorted({key[position] for key, _counts in cells}, key=lambda code: (order.get(code, len(order)), code))
    return [
        Group(
            code,
            str(names.get(code, code)),
            metrics.figures(add(counts for key, counts in cells if key[position] == code)),
        )
        for code in codes
    ]


def by_language(cells):
    return by(cells, 0, {code: str(name) for code, name in settings.LANGUAGES})


def by_page_type(cells):
    return by(cells, 1, pages.type_labels())


def by_device(cells):
    return by(cells, 2, dict(Rating.Device.choices))
