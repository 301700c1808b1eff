"""The day on which a thing happened, and the place, read from a story's text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.listing.reader import ListedStory

from .known import facts_of, facts_of_text

PRINTED = date(2025, 4, 10)


@pytest.mark.parametrize(
    ("text", "language", "days"),
    [
        ("The course was held from 7 to 17 April 2025 in Rabat.", "en", (date(2025, 4, 7), date(2025, 4, 17))),
        ("The forum took place on 25 and 26 February 2025.", "en", (date(2025, 2, 25), date(2025, 2, 26))),
        ("Le forum s’est tenu du 7 au 9 avril 2025.", "fr", (date(2025, 4, 7), date(2025, 4, 9))),
        ("انعقد المنتدى من 7 إلى 9 أبريل 2025.", "ar", (date(2025, 4, 7), date(2025, 4, 9))),
        (
            "ICESCO will host a forum on 5 May 2025. It was announced at a meeting held on Tuesday, 8 April 2025.",
            "en",
            (date(2025, 4, 8), date(2025, 4, 8)),
        ),
        (
            "On Tuesday, 8 April 2025, they met and said that the forum would be held on 5 May 2025.",
            "en",
            (date(2025, 4, 8), date(2025, 4, 8)),
        ),
        (
            "The Charter, adopted on 3 May 2019, was discussed on 8 April 2025.",
            "en",
            (date(2025, 4, 8), date(2025, 4, 8)),
        ),
        (
            "La conférence se tiendra à Dakar le 5 mai 2025. Elle a été préparée lors d’une réunion tenue le 8 avril "
            "2025.",
            "fr",
            (date(2025, 4, 8), date(2025, 4, 8)),
        ),
        (
            "عقد الاجتماع يوم الثلاثاء 8 أبريل 2025، وستنعقد الدورة المقبلة يوم 5 ماي 2025.",
            "ar",
            (date(2025, 4, 8), date(2025, 4, 8)),
        ),
    ],
)
def test_the_event_is_what_happened_and_not_what_is_announced_or_recalled(text, language, days):
    facts = facts_of_text(text, language)

    assert (facts.starts_on, facts.ends_on) == days


def test_a_text_that_only_announces_gives_no_day_but_the_printed_one():
    text = "ICESCO will hold a conference on 5 May 2025 in Dakar."

    assert facts_of_text(text, "en").starts_on is None
    assert facts_of_text(text, "en", dated_on=PRINTED).starts_on == PRINTED


def test_a_text_without_a_day_gets_the_printed_one():
    facts = facts_of_text("ICESCO opened a library.", "en", dated_on=PRINTED)

    assert (facts.starts_on, facts.ends_on) == (PRINTED, PRINTED)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le Secteur a tenu, mardi 8 avril, un atelier.", "fr"),
        ("The Sector held a workshop on Tuesday, April 8, in Rabat.", "en"),
        ("عقد القطاع ورشة عمل يوم الثلاثاء 8 أبريل بالرباط.", "ar"),
    ],
)
def test_a_day_without_a_year_is_the_last_one_before_the_printed_day(text, language):
    assert facts_of_text(text, language, dated_on=PRINTED).starts_on == date(2025, 4, 8)


def test_a_weekday_that_does_not_fit_is_told():
    facts = facts_of_text("They met on Tuesday, 27 January 2025. Others met on Tuesday, 28 January 2025.", "en")

    assert facts.wrong_weekdays == [("Tuesday, 27 January 2025", date(2025, 1, 27))]


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("The meeting was held on 8 April 2025 at ICESCO headquarters in Rabat.", "en", "rabat"),
        ("It was launched on 8 April 2025 in the Burkinabe capital Ouagadougou.", "en", "ouagadougou"),
        ("They met on 8 April 2025 at the Carthage Palace in Tunis.", "en", "tunis"),
        ("Rabat, 8 April 2025 – ICESCO opened a library.", "en", "rabat"),
        (
            "The session was held on 8 April 2025 in Paris, and follows COP29, held in Baku last November.",
            "en",
            "paris",
        ),
        ("They met on 8 April 2025. The next session will be held in Dakar.", "en", ""),
        ("They met on 8 April 2025 with the Embassy in Rabat.", "en", ""),
        ("The workshop, held via videoconference on 8 April 2025, dealt with schools.", "en", ""),
        ("The project of 8 April 2025 helps girls in the cities of Ouahigouya and Banfora.", "en", ""),
        ("They spoke of the Hajj Routes to Mecca on 8 April 2025.", "en", ""),
        ("They met on 8 April 2025 at the headquarters of the Ministry.", "en", ""),
        ("La rencontre a eu lieu le 8 avril 2025 au siège de l’ICESCO à Rabat.", "fr", "rabat"),
        ("Le projet a été lancé mardi 8 avril 2025 dans la ville de Dakar.", "fr", "dakar"),
        ("عقد اللقاء يوم 8 أبريل 2025 بمقر المنظمة في الرباط.", "ar", "rabat"),
        ("عقد اللقاء يوم 8 أبريل 2025 بالرباط.", "ar", "rabat"),
        ("عقد اللقاء يوم 8 أبريل 2025 بالعاصمة السنغالية داكار.", "ar", "dakar"),
        ("عقد اللقاء يوم 8 أبريل 2025 في تونس.", "ar", ""),
    ],
)
def test_the_dateline_is_the_place_where_it_happened(text, language, place):
    assert facts_of_text(text, language).place == place


def test_a_town_where_something_happens_links_its_state_and_one_that_is_spoken_of_proposes_it():
    facts = facts_of_text(
        "At the headquarters in Rabat they spoke of the Hajj Routes to Mecca, in Paris and in Vienna.", "en"
    )

    assert facts.states.linked == ["MA"]
    assert facts.states.proposed == {"SA": "Mecca"}


def test_an_ambiguous_state_is_proposed_unless_its_full_name_stands_in_the_story():
    proposed = facts_of_text("Experts from Niger and Nigeria met.", "en").states
    linked = facts_of_text("Experts from Niger met the Minister of the Republic of Niger.", "en").states

    assert (proposed.linked, proposed.proposed) == ([], {"NE": "Niger", "NG": "Nigeria"})
    assert (linked.linked, linked.proposed) == (["NE"], {})


def test_arabic_maghreb_is_proposed_and_the_kingdom_is_linked():
    assert facts_of_text("زار الوفد المغرب.", "ar").states.proposed == {"MA": "المغرب"}
    assert facts_of_text("زار الوفد المملكة المغربية.", "ar").states.linked == ["MA"]


@given(
    st.lists(st.text(min_size=1) | st.sampled_from(["on 3 May 2025", "Dr. Ali Ba, Head of X", "يوم 3 ماي 2025", "في"])),
    st.sampled_from(["ar", "en", "fr"]),
    st.none() | st.dates(),
)
def test_no_text_makes_the_facts_fail(paragraphs, language, dated_on):
    facts = facts_of(ListedStory("t", dated_on, paragraphs), language)

    assert facts.starts_on is None or facts.starts_on <= facts.ends_on
