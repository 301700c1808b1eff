"""The index follows what is public: published, withdrawn, expired, changed, linked, renamed."""

from datetime import timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.utils import timezone

from news.models import Article, Edition, NameEntry, SearchEntry
from news.search.words import MOST_PLACES, MOST_POSITION, placed_words
from people.models import Person, PersonName
from tests.factories import (
    make_appearance,
    make_article,
    make_draft,
    make_edition,
    make_member_state,
    make_person,
    make_sector,
    make_tag,
    update_edition,
)
from tests.news.search.searching import found, results

pytestmark = pytest.mark.django_db


def test_a_published_story_is_found_at_once_by_title_summary_and_body():
    edition = make_edition(title="Oasis", summary="Palms", body="<p>Well <strong>wat</strong>er</p>")

    assert found("oasis") == found("palms") == found("water") == [edition]


def test_a_draft_and_a_scheduled_story_are_not_found():
    make_draft(title="Oasis")
    make_edition(title="Oasis", due_at=timezone.now() + timedelta(days=1))

    assert results("oasis").counted == 0
    assert not SearchEntry.objects.exists()


def test_a_draft_over_a_public_text_is_not_found():
    edition = make_edition(title="Oasis")
    update_edition(edition, title="Lagoon", publish=False)

    assert found("lagoon") == []
    assert found("oasis") == [edition]


def test_an_update_is_found_by_its_new_words_only():
    edition = make_edition(title="Oasis")
    update_edition(edition, title="Lagoon")

    assert found("lagoon") == [edition]
    assert found("oasis") == []


def test_a_withdrawn_story_is_found_no_more_and_again_once_it_is_back():
    edition = make_edition(title="Oasis")
    edition.withdraw()

    assert found("oasis") == []

    edition.publish(edition.newest_revision)

    assert found("oasis") == [edition]


def test_an_expired_story_is_neither_found_nor_counted():
    edition = make_edition(title="Oasis")
    Edition.objects.filter(pk=edition.pk).update(expires_at=timezone.now() - timedelta(minutes=1))

    assert results("oasis").counted == 0
    assert results("oasis", "fr").elsewhere == []


def test_a_story_is_found_in_its_own_language():
    article = make_article()
    source = make_edition(article, title="Oasis")
    make_edition(article, "fr", follows=source.live_revision, title="Palmeraie")

    assert found("oasis", "fr") == []
    assert results("oasis", "fr").elsewhere[0]["language"] == "en"
    assert results("oasis", "fr").elsewhere[0]["count"] == 1


def test_a_saved_copy_of_yesterday_brings_no_words_back():
    edition = make_edition(title="Oasis")
    stale = Article.objects.get(pk=edition.article_id)
    update_edition(edition, title="Lagoon")
    stale.sectors.add(make_sector("Rivers"))

    assert found("oasis") == []


def test_a_story_is_found_by_the_names_of_what_it_is_linked_to():
    article = make_article()
    article.sectors.add(make_sector("Oceans Sector"))
    article.member_states.add(make_member_state(name="Atlantis"))
    article.tags.add(make_tag("Tides"))
    make_appearance(article, make_person("Amina Diallo"))
    edition = make_edition(article, title="Forum")

    for name in ("oceans", "atlantis", "tide", "diallo", '"amina diallo"', "amina forum", "atlantis tides forum"):
        assert found(name) == [edition], name
    assert found('"diallo amina"') == found("amina lagoon") == []


def test_a_link_made_or_taken_away_later_counts():
    edition = make_edition(title="Forum")
    appearance = make_appearance(edition.article, make_person("Amina Diallo"))
    assert found("diallo") == [edition]

    appearance.delete()

    assert found("diallo") == []


def test_a_renamed_person_is_found_by_the_new_name_and_no_story_is_written():
    person = make_person("Amina Diallo")
    edition = make_edition(title="Forum")
    make_appearance(edition.article, person)
    before = SearchEntry.objects.values().get()

    person.name_en = person.name_fr = person.name_ar = "Amina Sow"
    person.save()

    assert found("sow") == [edition]
    assert found("diallo") == []
    assert SearchEntry.objects.values().get() == before


def test_another_spelling_counts_while_it_is_there_and_only_if_it_means_nobody_else():
    person = make_person("Amina Diallo")
    edition = make_edition(title="Forum")
    make_appearance(edition.article, person)
    spelling = PersonName.objects.create(person=person, language="ar", form="أمينة ديالو")
    PersonName.objects.create(person=person, language="en", form="Chair", is_ambiguous=True)

    assert found("ديالو") == [edition]
    assert found("chair") == []

    spelling.delete()

    assert found("ديالو") == []


def test_a_removed_person_leaves_no_name():
    person = make_person("Amina Diallo")
    PersonName.objects.create(person=person, language="en", form="Aminata")
    person.delete()

    assert not NameEntry.objects.exists()


def test_a_tags_label_counts_in_its_own_language_only():
    tag = make_tag("Tides", label_fr="Marées", label_ar=None)
    edition = make_edition(title="Forum")
    edition.article.tags.add(tag)

    assert found("tides") == [edition]
    assert found("marées") == []


def test_names_are_found_with_many_people_of_the_same_first_name():
    for number in range(80):
        make_person(f"Amina Number{number}")
    wanted = make_person("Amina Zarruq")
    edition = make_edition(title="Forum")
    make_appearance(edition.article, wanted)

    assert found("amina zarruq") == [edition]


# Phrases


def test_no_phrase_reaches_from_one_text_into_the_next():
    make_edition(title="Blue oasis", summary="Green lagoon", body="<p>Red reef</p>")

    assert found('"oasis green"') == found('"lagoon red"') == []
    assert len(found('"blue oasis"')) == len(found('"red reef"')) == 1


@pytest.mark.parametrize(
    "typed", ['"oasis lagoon"', "“oasis lagoon”", "«oasis lagoon»", "« oasis lagoon »", "„oasis lagoon“"]
)
def test_every_kind_of_quotation_marks_makes_a_phrase(typed):
    make_edition(title="Lagoon oasis")
    edition = make_edition(title="Oasis, lagoon")

    assert found(typed) == [edition]


def test_a_very_long_text_is_found_by_its_last_word_and_phrases_behave_alike_on_both_databases():
    words = " ".join(f"filler{number % 500}" for number in range(MOST_POSITION + 500))
    edition = make_edition(title="Long", body=f"<p>{words} lastword nextword</p><p>{'often ' * 300} often rare</p>")

    assert found("lastword nextword often rare") == [edition]
    assert found('"lastword nextword"') == found('"often rare"') == []
    assert found('"filler1 filler2"') == [edition]


def test_words_without_a_place_are_counted_as_words():
    (words,) = placed_words([" ".join(["often"] * (MOST_PLACES + 1))], "en")

    assert words[MOST_PLACES - 1].position == MOST_PLACES
    assert words[MOST_PLACES].position is None


def test_a_hostile_text_fits_the_index():
    letters = [chr(0x4E00 + a) + chr(0x4E00 + b) for a in range(200) for b in range(300)]
    edition = make_edition(title="Hostile ' \\ § · \" text", summary="x" * 900, body=f"<p>{' '.join(letters)}</p>")

    assert found("hostile text") == [edition]
    assert found("x" * 190) == [edition]


# The order


def test_a_word_in_the_title_ranks_above_one_in_the_body_and_the_newest_first_when_asked():
    named = make_edition(title="Oasis", now=timezone.now() - timedelta(days=400))
    other = make_edition(title="Forum", body=f"<p>{'filler ' * 50} oasis</p>")

    assert found("oasis") == [named, other]
    assert found("oasis", sort="date") == [other, named]


def test_equal_matches_come_newest_first():
    editions = [
        make_edition(title="Oasis", summary="", body="<p>Text</p>", now=timezone.now() - timedelta(days=days))
        for days in (900, 3, 200)
    ]

    assert found("oasis") == [editions[1], editions[2], editions[0]]


# The command


def test_the_index_can_be_written_anew():
    edition, gone = make_edition(title="Oasis"), make_edition(title="Lagoon")
    make_appearance(edition.article, make_person("Amina Diallo"))
    SearchEntry.objects.filter(pk=edition.pk).delete()
    NameEntry.objects.all().delete()
    NameEntry.objects.create(language="en", kind="person", subject=10**9, stem="ghost", stems="ghost")
    # As a hand in the database would do it.
    Edition.objects.filter(pk=gone.pk).update(visibility="withdrawn", withdrawn_at=timezone.now())
    told = StringIO()

    call_command("rebuild_search", stdout=told)

    assert found("oasis") == found("diallo") == [edition]
    assert list(SearchEntry.objects.values_list("pk", flat=True)) == [edition.pk]
    assert not NameEntry.objects.filter(stem="ghost").exists()
    assert "stories: 2 of 2" in told.getvalue() or "stories: 1 of 1" in told.getvalue()


def test_names_are_bulk_repaired():
    Person.objects.bulk_create([Person(slug="amina", name_en="Amina Diallo", name_ar=None, name_fr=None)])
    edition = make_edition(title="Forum")
    make_appearance(edition.article, Person.objects.get())

    call_command("rebuild_search", stdout=StringIO())

    assert found("diallo") == [edition]
