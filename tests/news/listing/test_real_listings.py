"""The real English listing, story by story, and the short Arabic and French ones, as a person reads them."""

import re
from datetime import date

import pytest

from news.listing.reader import read_listing

from .golden import REAL_LISTING
from .known import listing, read_with_facts, said_of

STORIES = range(len(REAL_LISTING))


@pytest.fixture(scope="module")
def real():
    return read_with_facts("icesco-news-listing-en.txt", "en")


def test_the_real_listing_has_its_ten_titles(real):
    assert [story.title for story, _facts in real] == [expected.title for expected in REAL_LISTING]


@pytest.mark.parametrize("number", STORIES)
def test_a_story_of_the_real_listing_has_its_paragraphs(real, number):
    assert len(real[number][0].paragraphs) == REAL_LISTING[number].paragraphs


@pytest.mark.parametrize("number", STORIES)
def test_a_story_of_the_real_listing_has_its_day_and_place(real, number):
    facts = real[number][1]

    assert (facts.starts_on, facts.ends_on) == REAL_LISTING[number].days
    assert facts.place == REAL_LISTING[number].place


@pytest.mark.parametrize("number", STORIES)
def test_a_story_of_the_real_listing_has_its_people(real, number):
    assert said_of(real[number][1].people) == REAL_LISTING[number].people


@pytest.mark.parametrize("number", STORIES)
def test_a_story_of_the_real_listing_has_its_states_and_sectors(real, number):
    facts, expected = real[number][1], REAL_LISTING[number]

    assert sorted(facts.states.linked) == sorted(expected.states)
    assert list(facts.states.proposed) == expected.proposed
    assert sorted(facts.sectors.linked) == sorted(expected.sectors)


def test_only_the_impossible_weekday_of_the_real_listing_is_told(real):
    told = [(number, *wrong) for number, (_story, facts) in enumerate(real) for wrong in facts.wrong_weekdays]

    assert told == [(7, "Tuesday, 27 January 2025", date(2025, 1, 27))]


def test_paragraphs_on_neighbouring_lines_stay_two(real):
    paragraphs = real[4][0].paragraphs

    assert paragraphs[0].endswith("of the Republic of Azerbaijan")
    assert paragraphs[1].startswith("The project aims")


def test_every_span_of_a_person_holds_one_of_the_spellings(real):
    for _story, facts in real:
        for person in facts.people:
            assert {facts.text[slice(*span)] for span in person.spans} == set(person.spellings)


def test_the_arabic_sample_is_read_as_a_person_reads_it():
    (first, cameroon), (second, tunisia) = read_with_facts("listing-sample-ar.txt", "ar")

    assert [len(first.paragraphs), len(second.paragraphs)] == [3, 2]
    assert (cameroon.starts_on, cameroon.place, cameroon.states.linked) == (date(2025, 4, 2), "douala", ["CM"])
    assert cameroon.sectors.linked == ["science-and-environment"]
    assert said_of(cameroon.people) == [
        ("السيد", "إيزيدور بيكوكو", "رئيس الحاضنة ومؤسسها", ""),
        ("الدكتور", "محمد شريف", "مستشار قطاع العلوم والبيئة بالإيسيسكو", "الإيسيسكو"),
    ]
    assert (tunisia.starts_on, tunisia.place, tunisia.states.linked) == (date(2025, 1, 28), "", ["TN"])
    assert said_of(tunisia.people) == [
        ("الدكتور", "سالم بن محمد المالك", "المدير العام", "منظمة العالم الإسلامي للتربية والعلوم والثقافة (إيسيسكو)"),
        ("السيد", "نور الدين النوري", "وزير التربية بالجمهورية التونسية", ""),
    ]


def test_the_french_sample_is_read_as_a_person_reads_it():
    (first, burkina), (second, workshop) = read_with_facts("listing-sample-fr.txt", "fr")

    assert [first.dated_on, second.dated_on] == [date(2025, 2, 19), date(2025, 2, 4)]
    assert (
        second.title == "« L’IA dans les industries culturelles et créatives » : l’ICESCO tient son troisième atelier"
    )
    assert (burkina.starts_on, burkina.place) == (date(2025, 2, 18), "ouagadougou")
    assert burkina.states.linked == ["BF", "AZ"]
    assert said_of(burkina.people) == [
        ("Dr", "Haddy Jatou Sey", "Cheffe du Secteur de l’Éducation", ""),
        ("M.", "Anar Karimov", "Chef du Secteur des Partenariats et de la Coopération internationale", ""),
        ("Mme", "Faizah Alaoui", "experte au Secteur de l’Éducation", ""),
        ("Dr", "Zakaria Soré", "Secrétaire général", "Présidence du Faso"),
    ]
    assert (workshop.starts_on, workshop.place, workshop.states.linked) == (date(2025, 2, 3), "", [])
    assert workshop.sectors.linked == ["culture"]


CHANGES = {
    "as it is": {},
    "without blank lines": {"between": "\n"},
    "in capitals": {"title": str.upper},
    "titles that ask": {"title": lambda title: f"{title}?"},
    "titles with stops": {"title": lambda title: f"{title}."},
    "titles without the name": {"title": lambda title: OWN_NAME.sub("", title)},
    "paragraphs without stops": {"paragraph": lambda paragraph: paragraph.rstrip(".")},
    "with date lines": {"dated": True},
    "with date lines and no blank lines": {"dated": True, "between": "\n"},
    "with one paragraph each": {"most": 1},
}
OWN_NAME = re.compile(r"(?:L’|l’)?ICESCO(?:’s)?(?: Director-General)?[,:]? ?|(?:المدير العام ل)?ال?إيسيسكو ?")
DATE_LINES = {"en": "April 3, 2025", "fr": "3 avril 2025", "ar": "3 أبريل 2025"}
FILES = {"en": "icesco-news-listing-en.txt", "fr": "listing-sample-fr.txt", "ar": "listing-sample-ar.txt"}


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("language", FILES)
def test_titles_are_found_in_listings_printed_in_other_ways(language, change):
    options = {"title": str, "paragraph": str, "between": "\n\n", "dated": False, "most": 99, **CHANGES[change]}
    stories = read_listing(listing(FILES[language]), language)
    titles = [options["title"](story.title).strip() for story in stories]
    lines = []
    for title, story in zip(titles, stories, strict=True):
        paragraphs = map(options["paragraph"], story.paragraphs[: options["most"]])
        lines += [title, *([DATE_LINES[language]] if options["dated"] else []), *paragraphs]

    found = read_listing(options["between"].join(lines), language)

    assert [story.title for story in found] == titles
