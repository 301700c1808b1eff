import pytest

from news.behind import following, still_right
from news.errors import NewerDraft
from news.models import Edition
from tests.factories import make_article, make_edition, make_tag, update_edition

pytestmark = pytest.mark.django_db


def make_pair(**words):
    """An English original and an Arabic translation that follows it, both public."""
    article = make_article()
    source = make_edition(article, "en", **words)
    return source, make_edition(article, "ar", follows=source.live_revision)


def state(translation):
    return following(Edition.objects.get(pk=translation.pk).live_revision)


def test_a_fresh_translation_is_not_behind():
    _source, translation = make_pair()

    assert not state(translation).is_behind


def test_an_original_follows_nothing():
    assert state(make_edition()) is None


def test_a_translation_is_behind_once_the_source_changed_in_public():
    source, translation = make_pair()

    update_edition(source, title="Changed")

    assert state(translation).is_behind
    assert state(translation).changed_at == source.publications.latest("applied_at").applied_at


def test_a_draft_of_the_source_makes_nothing_behind():
    source, translation = make_pair()

    update_edition(source, title="Changed", publish=False)

    assert not state(translation).is_behind


def test_a_minor_edit_makes_nothing_behind():
    source, translation = make_pair()

    update_edition(source, title="Changed", is_minor=True)

    assert not state(translation).is_behind


def test_a_minor_edit_after_a_real_one_leaves_it_behind():
    source, translation = make_pair()
    update_edition(source, title="Changed")

    update_edition(source, title="Changed!", is_minor=True)

    assert state(translation).is_behind


def test_pictures_tags_and_alt_texts_make_nothing_behind():
    source, translation = make_pair(body="<p>Words</p>")
    source.article.tags.add(make_tag())

    update_edition(source, body='<p>Words</p><figure><img src="picture:3" alt="x"></figure>', lead_alt="new")

    assert not state(translation).is_behind


def test_a_source_changed_back_leaves_nothing_behind():
    source, translation = make_pair(title="Title")
    update_edition(source, title="Changed")

    update_edition(source, title="Title")

    assert not state(translation).is_behind


def test_withdrawing_the_source_shows_it_gone_and_no_lag():
    source, translation = make_pair()
    update_edition(source, title="Changed")

    source.withdraw()

    assert state(translation).gone
    assert not state(translation).is_behind


def test_withdrawing_and_publishing_the_source_again_makes_nothing_behind():
    source, translation = make_pair()
    source.withdraw()

    source.publish(source.newest_revision)

    assert not state(translation).is_behind


def test_still_right_brings_a_translation_up_to_date_without_changing_its_words():
    source, translation = make_pair()
    update_edition(source, title="Changed")
    words = translation.live_revision.body

    renewed = still_right(translation)

    assert not state(translation).is_behind
    assert (renewed.body, renewed.follows) == (words, source.live_revision)


def test_still_right_makes_no_relay_translation_behind():
    source, arabic = make_pair()
    french = make_edition(source.article, "fr", follows=arabic.live_revision)
    update_edition(source, title="Changed")

    still_right(arabic)

    assert not state(french).is_behind


def test_still_right_does_not_bury_a_newer_draft():
    source, translation = make_pair()
    update_edition(source, title="Changed")
    update_edition(translation, title="مسودة", publish=False)

    with pytest.raises(NewerDraft):
        still_right(translation)

    assert translation.newest_revision.title == "مسودة"


def test_still_right_needs_a_public_source():
    source, translation = make_pair()
    source.withdraw()

    with pytest.raises(ValueError, match="follows no text"):
        still_right(translation)
