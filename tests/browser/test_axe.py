"""axe, with the rules of WCAG 2.2 AA and its best practices, on every kind of page, in every language and light."""

from itertools import product

import pytest

from people.languages import LANGUAGES

from .visiting import WIDTHS, addresses_for, viewport, visit

pytestmark = pytest.mark.browser
WAYS = list(product(LANGUAGES, ("light", "dark"), WIDTHS))


@pytest.mark.parametrize(("language", "scheme", "width"), WAYS)
def test_axe_finds_nothing_on_any_kind_of_page(demo_page, kinds, accessibility_violations, language, scheme, width):
    page = demo_page(color_scheme=scheme, viewport=viewport(width), locale=language)
    complaints = {}

    for address in addresses_for(kinds, (language, scheme, width), WAYS, ways_per_kind=2):
        visit(page, address)
        if found := accessibility_violations(page):
            complaints[address] = found

    assert complaints == {}
