"""Related stories: those that share most, in this language, live, and at the same cost however many there are."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.models import Edition
from news.related import MOST_SHOWN, NEWEST_PER_SUBJECT, newest_of, related_stories
from news.story import keys_of
from tests.factories import (
    make_appearance,
    make_article,
    make_edition,
    make_member_state,
    make_person,
    make_sector,
    make_tag,
)
from tests.news.linked import Subjects

pytestmark = pytest.mark.django_db


def make_story(*subjects, language="en", **changes):
    """A live edition whose article is linked to `subjects`: people, tags, states, sectors."""
    article = make_article(source_language=language)
    link(article, *subjects)
    return make_edition(article, language, **changes)


def link(article, *subjects):
    for subject in subjects:
        kind = type(subject).__name__
        if kind == "Person":
            make_appearance(article, subject)
        else:
            {"Tag": article.tags, "Sector": article.sectors, "MemberState": article.member_states}[kind].add(subject)


def related_to(edition):
    return related_stories(edition, subjects_of(edition))


def subjects_of(edition):
    article = edition.article
    return keys_of(article.appearances.all(), article.sectors.all(), article.member_states.all(), article.tags.all())


def test_a_shared_person_or_tag_counts_more_than_a_state_and_a_state_more_than_a_sector():
    person, tag, state, sector = make_person(), make_tag(), make_member_state(), make_sector()
    story = make_story(person, tag, state, sector)
    by_person = make_story(person)
    by_state = make_story(state)
    by_sector = make_story(sector)
    make_story(make_sector("Another Sector"))

    assert related_to(story) == [by_person, by_state, by_sector]


def test_the_story_that_shares_most_comes_first():
    tag, state, sector = make_tag(), make_member_state(), make_sector()
    story = make_story(tag, state, sector)
    all_three = make_story(tag, state, sector)
    two = make_story(tag, sector)
    one = make_story(tag)

    assert related_to(story) == [all_three, two, one]


def test_among_equals_the_newest_comes_first_and_few_are_shown():
    tag = make_tag()
    now = timezone.now()
    story = make_story(tag)
    others = [make_story(tag, now=now - timedelta(days=age)) for age in (3, 1, 4, 2)]

    assert related_to(story) == [others[1], others[3], others[0]]
    assert len(related_to(story)) == MOST_SHOWN


def test_the_same_story_in_another_language_is_not_related():
    tag = make_tag()
    story = make_story(tag)
    make_edition(story.article, "ar", follows=story.live_revision)

    assert related_to(story) == []


def test_only_stories_that_are_live_in_this_language_are_related():
    tag = make_tag()
    story = make_story(tag)
    make_story(tag, language="ar")
    make_story(tag).withdraw()
    make_story(tag, due_at=timezone.now() + timedelta(days=1))
    expired = make_story(tag)
    Edition.objects.filter(pk=expired.pk).update(expires_at=timezone.now())

    assert related_to(story) == []


def test_stories_that_went_do_not_crowd_out_those_that_stand():
    tag = make_tag()
    story = make_story(tag)
    standing = make_story(tag)
    gone = [make_story(tag) for _ in range(MOST_SHOWN + 1)]
    Edition.objects.filter(pk__in=[edition.pk for edition in gone]).update(expires_at=timezone.now())

    assert related_to(story) == [standing]


def test_a_story_without_subjects_asks_nothing(django_assert_num_queries):
    story = make_edition()

    with django_assert_num_queries(0):
        assert related_stories(story, {}) == []


def test_a_subject_gives_its_newest_stories_only_and_costs_the_same_whatever_their_number():
    subjects = Subjects()
    story = subjects.stories(1)[0]
    subjects.stories(5)
    keys = subjects_of(story)
    few = queries_of(story, keys)
    subjects.stories(NEWEST_PER_SUBJECT)

    many = queries_of(story, keys)

    assert len(many) == len(few) == 2
    assert all(f"LIMIT {NEWEST_PER_SUBJECT}" in sql for sql in (few[0], many[0]))
    assert "body" not in "".join(many)


def queries_of(story, keys):
    with CaptureQueriesContext(connection) as queries:
        found = related_stories(story, keys)
        assert [edition.title for edition in found]
        assert [edition.lead_alt for edition in found]
    return [query["sql"] for query in queries]


def test_the_lists_are_read_off_their_indexes():
    """What is asked of a subject is the order of its index: no plan needs to sort or to read the whole table."""
    subjects = Subjects()
    story = subjects.stories(3)[0]
    newest = newest_of(story, "sector", subjects.sector.pk)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            # Three rows are read whole and sorted otherwise. Without an index in this order they still are sorted.
            cursor.execute("SET LOCAL enable_seqscan = off; SET LOCAL enable_bitmapscan = off")
            cursor.execute("SET LOCAL enable_sort = off")

    plan = newest.explain()

    assert "listing_sector" in plan
    assert "Sort" not in plan
    assert "TEMP B-TREE" not in plan


def test_the_page_shows_them_as_cards_after_the_story(client):
    tag = make_tag()
    story = make_story(tag)
    other = make_story(tag, title="A tide of letters")

    page = client.get(story.get_absolute_url()).content.decode()

    section = page[page.index('aria-labelledby="related"') :]
    assert f'href="{other.get_absolute_url()}">A tide of letters</a>' in section
    assert "Related stories" in section


def test_the_page_says_nothing_of_relations_where_there_are_none(client):
    page = client.get(make_edition().get_absolute_url()).content.decode()

    assert "Related stories" not in page
