"""Which lines of a listing are titles, paragraphs, date lines, and the page's own."""

import textwrap
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.listing.reader import read, read_listing

from .known import listing

LEAD = (
    "The Islamic World Educational, Scientific and Cultural Organization (ICESCO) opened a training course for thirty "
    "museum curators on Monday, 7 April 2025, in Rabat, with experts from many Member States."
)
SECOND = "The participants visited the conservation laboratory and discussed how manuscripts are kept from damp."
TITLE = "ICESCO Opens Training Course for Museum Curators"
OTHER_TITLE = "ICESCO and University of Dakar Plan Joint Chair on Manuscripts"
OTHER_LEAD = LEAD.replace("training course for thirty museum curators", "joint chair on manuscripts with Dakar")


def blocks(*lines, indent="    ", end="\n"):
    return f"{end}{end}".join(indent + line for line in lines) + end


def titles(text, language="en"):
    return [story.title for story in read_listing(text, language)]


PLAIN = blocks(TITLE, LEAD, SECOND, OTHER_TITLE, OTHER_LEAD)


@pytest.mark.parametrize(
    "text",
    [
        PLAIN,
        PLAIN.replace("\n", "\r\n"),
        "\ufeff" + PLAIN,
        PLAIN.replace("    ", "\t"),
        PLAIN.replace("    ", "\u00a0\u00a0"),
        PLAIN.replace("\n\n", "\n\n \t\n\u00a0\n\n"),
        PLAIN.strip(),
        PLAIN.replace("\n\n", "\u2028\u2028"),
        blocks("your opinion", "User Feedback") + PLAIN,
        PLAIN + blocks("Disclaimer: You are using Google Translate. The ICESCO is not responsible.", "User Feedback"),
        PLAIN + blocks("Page 1 of 12", "1 2 3 … 12", "© 2025 ICESCO", "All rights reserved."),
        PLAIN.replace(SECOND, SECOND + " Read more »"),
        PLAIN.replace(SECOND, f"{SECOND}\n\n    Read more"),
        blocks(TITLE, TITLE, LEAD, SECOND, OTHER_TITLE, OTHER_LEAD),
        "\u202b" + PLAIN,
    ],
    ids=[
        *("plain", "crlf", "bom", "tabs", "no-break", "more blank lines", "bare", "line separators", "feedback above"),
        *("feedback below", "page numbers", "read more", "read more below", "title twice", "embedding"),
    ],
)
def test_a_listing_is_read_alike_however_it_was_saved(text):
    stories = read_listing(text, "en")

    assert [(s.title, s.paragraphs) for s in stories] == [(TITLE, [LEAD, SECOND]), (OTHER_TITLE, [OTHER_LEAD])]


@pytest.mark.parametrize(
    ("line", "language"),
    [
        *(("April 3, 2025", "en"), ("3 April 2025", "en"), ("Thursday, April 3, 2025", "en"), ("03/04/2025", "en")),
        *(("2025-04-03", "en"), ("Published on April 3, 2025", "en"), ("Rabat, April 3, 2025", "en")),
        *(("April 3, 2025 | News", "en"), ("3 avril 2025", "fr"), ("jeudi 3 avril 2025", "fr")),
        *(("Publié le 3 avril 2025", "fr"), ("Rabat, le 3 avril 2025", "fr"), ("3 أبريل 2025", "ar")),
        *(("الخميس 3 أبريل 2025", "ar"), ("٣ أبريل ٢٠٢٥", "ar"), ("نشر في 3 أبريل 2025", "ar"), ("03/04/2025", "ar")),
        *(("3 نيسان 2025", "ar"), ("April 3, 2025", "ar")),
    ],
)
def test_a_date_line_below_a_title_is_the_day_of_its_story(line, language):
    stories = read_listing(blocks(TITLE, line, LEAD, OTHER_TITLE, line, OTHER_LEAD), language)

    assert [(s.title, s.dated_on) for s in stories] == [
        (TITLE, date(2025, 4, 3)),
        (OTHER_TITLE, date(2025, 4, 3)),
    ]


def test_a_title_that_ends_in_a_date_is_no_date_line():
    assert titles(blocks("ICESCO Marks Arabic Language Day, 18 December 2024", LEAD)) == [
        "ICESCO Marks Arabic Language Day, 18 December 2024"
    ]


def test_date_lines_above_the_titles_belong_to_them():
    stories = read_listing(blocks("April 3, 2025", TITLE, LEAD, "April 1, 2025", OTHER_TITLE, OTHER_LEAD), "en")

    assert [(s.title, s.dated_on) for s in stories] == [
        (TITLE, date(2025, 4, 3)),
        (OTHER_TITLE, date(2025, 4, 1)),
    ]


@pytest.mark.parametrize(
    "title",
    [
        TITLE.upper(),
        "Can Artificial Intelligence Save the Training of Museum Curators?",
        "Museum Curators of the Islamic World, Meet Your ICESCO Training Course!",
        "ICESCO opens, in Rabat, a training course for museum curators",
        "ICESCO Opens Training Course on “Museum Curators and Their Manuscripts”",
        "ICESCO: training course for museum curators opens with experts from Member States " + "and from partners " * 6,
    ],
    ids=["capitals", "question", "exclamation", "commas", "quoted", "long"],
)
def test_titles_come_in_many_forms(title):
    assert titles(blocks(OTHER_TITLE, OTHER_LEAD, title.strip(), LEAD, SECOND)) == [OTHER_TITLE, title.strip()]


@pytest.mark.parametrize(
    "paragraph",
    [
        "The meeting ended with a walk in the garden.",
        "He thanked them.",
        "“We must act now,” she said.",
        "The participants agreed on the following points:",
        "During the course, the trainers from Cairo and Tunis showed how to mend bindings",
        "The course is part of a programme that has run since the autumn and that will take in all regions of the "
        "Islamic world before it ends, in cooperation with the foundation and the national commissions of the "
        "Member States concerned, which chose the participants themselves",
        "- Restoration of old bindings",
        "Training of curators;",
    ],
)
def test_short_and_unstopped_paragraphs_are_no_titles(paragraph):
    stories = read_listing(blocks(TITLE, LEAD, paragraph, SECOND, OTHER_TITLE, OTHER_LEAD), "en")

    assert [(s.title, len(s.paragraphs)) for s in stories] == [(TITLE, 3), (OTHER_TITLE, 1)]


def test_items_of_a_list_stay_in_their_story():
    text = blocks(
        TITLE, LEAD, "The course covers:", "Climate in store rooms", "Old bindings", SECOND, OTHER_TITLE, OTHER_LEAD
    )

    assert [(s.title, len(s.paragraphs)) for s in read_listing(text, "en")] == [(TITLE, 5), (OTHER_TITLE, 1)]


def test_two_stories_of_one_title_are_two_stories():
    assert titles(blocks(TITLE, LEAD, TITLE, OTHER_LEAD)) == [TITLE, TITLE]


def test_a_listing_without_blank_lines_is_read():
    assert titles("\n".join([TITLE, LEAD, SECOND, OTHER_TITLE, OTHER_LEAD])) == [TITLE, OTHER_TITLE]


def test_paragraphs_broken_at_a_fixed_width_are_joined():
    wrapped = textwrap.fill(LEAD, 72)

    stories = read_listing(f"{TITLE}\n\n{wrapped}\n\n{OTHER_TITLE}\n\n{wrapped}\n", "en")

    assert [(s.title, s.paragraphs) for s in stories] == [(TITLE, [LEAD]), (OTHER_TITLE, [LEAD])]


@pytest.mark.parametrize(
    "text",
    ["", " \n\n", "\ufeff", LEAD, f"{LEAD}\n\n{SECOND}\n\n{LEAD}", TITLE, listing("listing-sample-fr.txt")[:330]],
)
def test_a_text_without_a_title_over_a_paragraph_has_no_stories(text):
    assert read_listing(text, "en") == []


def test_lines_above_the_first_story_are_left_out_and_told():
    reading = read(blocks("Satisfaction survey") + PLAIN, "en")

    assert [story.title for story in reading.stories] == [TITLE, OTHER_TITLE]
    assert reading.left_out == ["Satisfaction survey"]


def test_what_no_text_may_hold_is_dropped():
    [story] = read_listing(blocks(f"\u202b{TITLE}\u202c", f"{LEAD}\u2067 \x07"), "en")

    assert (story.title, story.paragraphs) == (TITLE, [LEAD])


def test_arabic_stories_without_date_lines_are_told_apart():
    first = "الإيسيسكو تفتتح دورة تدريبية لفائدة أمناء المتاحف"
    second = "المدير العام للإيسيسكو يستقبل سفير جمهورية السنغال بالرباط"
    lead = (
        "افتتحت منظمة العالم الإسلامي للتربية والعلوم والثقافة (إيسيسكو) دورة تدريبية "
        "لفائدة أمناء المتاحف، يوم الاثنين 7 أبريل 2025."
    )
    more = "وتهدف الدورة إلى التعريف بطرق صون المخطوطات"
    other = (
        "استقبل الدكتور سالم بن محمد المالك، المدير العام لمنظمة العالم الإسلامي للتربية والعلوم والثقافة (إيسيسكو)، "
        "سفير السنغال."
    )

    stories = read_listing(blocks(first, lead, more, second, other), "ar")

    assert [(s.title, len(s.paragraphs)) for s in stories] == [(first, 2), (second, 1)]


@given(st.text(), st.sampled_from(["ar", "en", "fr"]))
def test_no_text_makes_the_reader_fail(text, language):
    read(text, language)


@given(
    st.lists(st.sampled_from([TITLE, LEAD, SECOND, "3 April 2025", "", "Read more", "a:", "؟", "\u2067", "x" * 400]))
)
def test_no_order_of_lines_makes_the_reader_fail(lines):
    reading = read("\n".join(lines), "en")

    assert all(story.title and all(story.paragraphs) for story in reading.stories)
