"""Which pages a browser test visits, so that each kind of page is seen in turn in every way, and how it gets there."""

from people.languages import LANGUAGES
from tests.sampling import SEED, sampled

WIDTHS = (320, 1280)
PHONE, DESKTOP = ({"width": width, "height": height} for width, height in zip(WIDTHS, (640, 800), strict=True))


def viewport(width):
    return PHONE if width == 320 else DESKTOP


def addresses_for(kinds, way, ways, ways_per_kind):
    """Addresses to visit in this `way`, one of `ways` (tuples that begin with a language).

    Each kind of page is visited in `ways_per_kind` of the ways, others every day; deep, in all of them.
    """
    return [
        address
        for kind, by_language in kinds.items()
        if way in sampled(ways, ways_per_kind, seed=f"{SEED} {kind}")
        for address in by_language.get(way[0], [])
    ]


def visit(page, address):
    """Open an address of the demo; a page that refuses a rating is reached as it is without scripts: by sending one."""
    if address.endswith("/feedback/ refused"):
        page.goto(address.removesuffix(" refused"))
        with page.expect_navigation():
            # As without a script, which would show what is wrong in its place.
            page.evaluate("document.querySelector('.rating__form').submit()")
    else:
        page.goto(address)


def refused_ratings():
    """Names of the pages that refuse an empty rating, for `visit`."""
    return {language: [f"/{language}/feedback/ refused"] for language in LANGUAGES}
