"""The pages that there are whatever is written, and the years and months in which something was."""

from calendar import monthrange
from datetime import date

from django.urls import reverse
from django.utils import translation

from icesco.found.links import absolute, default_address
from icesco.institution.published import institution_pages, page_address
from icesco.models import InstitutionPage
from news.models import Edition
from people.languages import LANGUAGES

from .entry import SitemapEntry
from .questions import which_have_rows

PAGES = ("home", "news:edition_list", "news:person_list", "news:member_state_list", "news:sector_list")


def fixed_entries(language):
    """The main pages, the institution's, and the archives of years and months in `language`: a list of SitemapEntry."""
    pages = {(name, ()): LANGUAGES for name in PAGES} | institution() | archives()
    return [
        entry(language, languages, name, *args) for (name, args), languages in pages.items() if language in languages
    ]


def institution():
    """{(route, arguments): languages in which it is} of the institution's pages. A query per language."""
    addresses = {path for language in LANGUAGES for path, _changed_on in institution_pages(language)}
    pages = {}
    for name in InstitutionPage.Name.values:
        pages[f"about_{name}", ()] = [code for code in LANGUAGES if page_address(name, code) in addresses]
    return pages


def archives():
    """{(route, arguments): languages in which something live is there} of years and months, oldest first."""
    pages = {}
    for month, languages in months_with_stories().items():
        in_year = pages.setdefault(("news:year_archive", (f"{month.year:04}",)), [])
        in_year += [language for language in languages if language not in in_year]
        pages["news:month_archive", (f"{month.year:04}", f"{month.month:02}")] = languages
    return pages


def entry(language, languages, name, *args):
    """The entry of the route `name`, which is in `languages`."""
    alternates = {}
    # In the order of the site's languages, as everywhere.
    for code in filter(languages.__contains__, LANGUAGES):
        with translation.override(code):
            alternates[code] = absolute(reverse(name, args=args))
    default = absolute("/") if name == "home" else default_address(alternates)
    return SitemapEntry(alternates[language], alternates, default)


def months_with_stories():
    """{first day of a month: languages in which something live has its address in it}, oldest first."""
    possible = [(month, language) for language in LANGUAGES for month in months_between(*span(language))]
    answers = which_have_rows([stories_of(*each) for each in possible])
    found = {}
    for (month, language), has_rows in sorted(zip(possible, answers, strict=True)):
        if has_rows:
            found.setdefault(month, []).append(language)
    return found


def span(language):
    """The days of the oldest and of the newest live story in `language`, or (None, None). Two queries."""
    days = Edition.objects.live(language).order_by("permalink_on").values_list("permalink_on", flat=True)
    return days.first(), days.last()


def months_between(first, last):
    """The first days of the months from the day `first` to the day `last`; none without them."""
    if first is None:
        return
    for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month):
        yield date(number // 12, number % 12 + 1, 1)


def stories_of(month, language):
    """The live editions in `language` whose address is in the month that begins with the day `month`."""
    last = date(month.year, month.month, monthrange(month.year, month.month)[1])
    return Edition.objects.live(language).filter(permalink_on__range=(month, last))
