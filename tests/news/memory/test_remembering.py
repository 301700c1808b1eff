"""What is kept of approved and published translations, and when."""

from io import StringIO

import pytest
from django.core.management import call_command

from news.memory.matches import matches_for
from news.memory.remembering import remember
from news.models import MemorySentence, MemoryUnit
from tests.factories import make_article, make_draft, make_edition, make_revision, update_edition

pytestmark = pytest.mark.django_db

ENGLISH = {"title": "The forum opens", "summary": "In short.", "body": "<p>It opens in Rabat. It ends in Fez.</p>"}
FRENCH = {"title": "Le forum ouvre", "summary": "En bref.", "body": "<p>Il ouvre à Rabat. Il finit à Fès.</p>"}


def make_pair(make=make_edition, **changes):
    """A published English text and its French translation, made by `make`."""
    source = make_edition(language="en", **ENGLISH)
    return make(source.article, "fr", follows=source.live_revision, **{**FRENCH, **changes})


def kept():
    return list(MemoryUnit.objects.order_by("position").values_list("source_text", "target_text"))


ALL = [
    ("The forum opens", "Le forum ouvre"),
    ("In short.", "En bref."),
    ("It opens in Rabat.", "Il ouvre à Rabat."),
    ("It ends in Fez.", "Il finit à Fès."),
]


def test_publishing_a_translation_keeps_its_sentences_once_it_is_committed(django_capture_on_commit_callbacks):
    french = make_pair(make_draft)
    with django_capture_on_commit_callbacks(execute=True):
        french.publish(french.newest_revision)

    assert kept() == ALL


def test_an_approved_text_can_be_remembered_before_it_is_public(django_assert_max_num_queries):
    french = make_pair(make_draft)

    with django_assert_max_num_queries(14):
        assert remember(french, french.newest_revision) == 4
    assert kept() == ALL


def test_a_newer_revision_takes_the_place_of_an_older_one_and_never_the_other_way_round():
    french = make_pair()
    remember(french, french.live_revision)
    older = french.live_revision
    newer = update_edition(french, title="Ouverture du forum")

    assert remember(french, newer) == 4
    assert remember(french, older) == 0
    assert kept() == [("The forum opens", "Ouverture du forum"), *ALL[1:]]


def test_remembering_twice_changes_nothing(django_assert_max_num_queries):
    french = make_pair()
    remember(french, french.live_revision)

    with django_assert_max_num_queries(5):
        assert remember(french, french.live_revision) == 0
    assert kept() == ALL


def test_an_original_leaves_no_sentences():
    french = make_pair()
    remember(french, french.live_revision)
    original = make_revision(french.article, "fr", origin="original", title="Tout autre chose")

    assert remember(french, original) == 0
    assert kept() == []


def test_a_sentence_said_often_is_kept_once_with_all_its_translations():
    first, second = make_pair(), make_pair(summary="Bref.")
    for french in (first, second):
        remember(french, french.live_revision)

    assert MemorySentence.objects.count() == 4
    assert MemoryUnit.objects.count() == 8
    [found] = matches_for(["In short."], "en", "fr").values()
    assert [match.target_text for match in found] == ["Bref.", "En bref."]


def test_what_is_remembered_keeps_no_text_from_being_deleted():
    french = make_pair()
    remember(french, french.live_revision)
    article = make_article()
    MemoryUnit.objects.update(article=article)

    article.delete()

    assert kept() == []


def test_the_command_fills_the_memory_with_what_is_approved_or_was_published():
    make_pair(make_draft)  # a draft
    approved = make_pair(make_draft, title="Approuvé")
    approved.stage = "approved"
    approved.save()
    published = make_pair(title="Publié")
    update_edition(published, publish=False, title="Pas encore")

    said = rebuild()

    assert {target for _source, target in kept() if target[0] in "AP"} == {"Approuvé", "Publié"}
    assert "8 sentences were added" in said
    assert "editions: 5 of 5" in said
    assert "0 sentences were added" in rebuild()


def test_the_command_goes_on_behind_an_edition_and_begins_anew():
    first, second = make_pair(title="Premier"), make_pair(title="Second")

    rebuild(after=first.pk)
    assert {unit.article_id for unit in MemoryUnit.objects.all()} == {second.article_id}

    keys = set(MemorySentence.objects.values_list("pk", flat=True))
    rebuild(anew=True)
    assert MemoryUnit.objects.count() == 8
    assert not keys & set(MemorySentence.objects.values_list("pk", flat=True))
    assert len(matches_for(["The forum opens"], "en", "fr")["The forum opens"]) == 2


def rebuild(**options):
    out = StringIO()
    call_command("rebuild_memory", stdout=out, **options)
    return out.getvalue()
