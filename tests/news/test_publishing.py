from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from icesco.text.characters import UnsafeCharacter
from news.errors import (
    AddressTaken,
    FixedAddress,
    Immutable,
    NotPublic,
    NotPublishable,
    OlderRevision,
    StaleRevision,
)
from news.models import Address, Article, Edition, Publication, Revision
from news.models.publication import apply_due
from tests.factories import (
    make_article,
    make_draft,
    make_edition,
    make_picture,
    make_revision,
    make_words,
    update_edition,
)

pytestmark = pytest.mark.django_db


def public_words(edition, field="title"):
    article = Article.objects.get(pk=edition.article_id)
    return getattr(article, f"{field}_{edition.language}")


def hours(number):
    return timezone.now() + timedelta(hours=number)


# Revisions


def test_a_save_that_changes_nothing_makes_no_revision():
    edition = make_draft(title="Rabat forum", origin="original")
    article = edition.article

    again = article.write("en", {"title": " Rabat forum "}, origin="original")

    assert again is None
    assert article.revisions.count() == 1


def test_an_origin_put_right_makes_a_revision():
    edition = make_draft(language="fr", origin="staff")

    revision = edition.article.write("fr", {}, origin="agency")

    assert (revision.number, revision.origin) == (2, "agency")


def test_a_revision_is_never_changed_or_deleted():
    revision = make_revision()
    revision.title = "Another"

    with pytest.raises(Immutable):
        revision.save()
    with pytest.raises(Immutable):
        revision.delete()


def test_a_save_based_on_an_older_revision_is_refused_and_names_the_newest():
    first = make_revision(title="First")
    article = first.article
    second = article.write("en", {"title": "Second"}, based_on=first)

    with pytest.raises(StaleRevision) as error:
        article.write("en", {"title": "Third"}, based_on=first)

    assert error.value.newest == second
    assert article.revisions.count() == 2


def test_two_languages_never_conflict():
    article = make_article()
    english = article.write("en", make_words(), origin="original", based_on=None)

    arabic = article.write("ar", make_words(title="منتدى الرباط"), origin="staff", follows=english, based_on=None)

    assert arabic.number == 1
    assert article.edition("en").newest_revision == english


def test_a_body_is_sanitised_whoever_writes_it():
    revision = make_revision(
        body='<p onclick="x()">Words<script>alert(1)</script><img src="https://evil.example/a.png"></p>'
    )

    assert revision.body == "<p>Words</p>"


def test_a_revision_saved_past_the_article_is_sanitised_too():
    article = make_article()

    revision = Revision.objects.create(
        article=article, language="en", number=1, origin="original", body="<svg></svg><p>x</p>"
    )

    assert revision.body == "<p>x</p>"


@pytest.mark.parametrize("text", ["nul\0", "override \u202e", "lone \ud800"])
def test_characters_that_no_text_may_hold_are_refused(text):
    article = make_article()

    with pytest.raises(UnsafeCharacter):
        article.write("en", make_words(title=text), origin="original")

    assert not article.editions.exists()


def test_a_new_revision_of_an_approved_text_is_a_draft_again():
    edition = make_draft()
    Edition.objects.filter(pk=edition.pk).update(stage="approved")

    update_edition(edition, title="Changed", publish=False)

    assert edition.stage == "draft"


# The public columns


def test_a_draft_is_in_no_public_column():
    edition = make_draft(title="Secret")

    assert public_words(edition) is None
    assert not Edition.objects.live().exists()


def test_publishing_puts_the_words_of_one_language_into_its_columns_only():
    edition = make_edition(language="ar", title="منتدى")

    article = Article.objects.get(pk=edition.article_id)
    assert (article.title_ar, article.title_en, article.title_fr) == ("منتدى", None, None)


def test_the_base_columns_stay_empty_for_ever(django_assert_num_queries):
    edition = make_edition(title="Forum")
    edition.article.save()

    with django_assert_num_queries(1):
        row = Article.objects.raw("SELECT id, title AS base_title, body AS base_body FROM news_article")[0]

    assert (row.base_title, row.base_body) == (None, None)


def test_drafting_over_a_public_text_changes_nothing_public():
    edition = make_edition(title="Public words")

    update_edition(edition, title="Draft words", publish=False)

    assert public_words(edition) == "Public words"


def test_a_stale_object_does_not_bring_withdrawn_words_back():
    edition = make_edition(title="Gone")
    stale = Article.objects.get(pk=edition.article_id)
    edition.withdraw()

    stale.save()

    assert public_words(edition) is None


def test_an_article_made_with_words_has_none():
    article = Article.objects.create(source_language="en", title_en="Sneaked in")

    assert Article.objects.get(pk=article.pk).title_en is None


# Publications


def test_a_scheduled_first_publication_leaks_nothing_until_due():
    due_at = hours(1)
    edition = make_edition(title="Tomorrow", due_at=due_at)

    early = apply_due(due_at - timedelta(seconds=1))

    assert early == (0, 0)
    assert public_words(edition) is None
    assert apply_due(due_at) == (1, 0)
    assert public_words(edition) == "Tomorrow"


def test_a_scheduled_update_leaves_the_public_text_standing():
    edition = make_edition(title="Before")
    revision = update_edition(edition, title="After", publish=False)
    edition.publish(revision, due_at=hours(1))

    assert public_words(edition) == "Before"


def test_applying_twice_does_it_once():
    due_at = hours(1)
    make_edition(due_at=due_at)

    assert apply_due(due_at) == (1, 0)
    assert apply_due(due_at) == (0, 0)
    assert Address.objects.count() == 1


def test_a_publication_called_off_is_never_applied():
    edition = make_edition(due_at=hours(1))

    assert edition.publications.get().cancel() is True

    assert apply_due(hours(2)) == (0, 0)
    edition.refresh_from_db()
    assert edition.visibility == "unpublished"


def test_publishing_an_older_revision_is_refused():
    edition = make_edition()
    first = edition.live_revision
    update_edition(edition, title="Second")

    with pytest.raises(OlderRevision):
        edition.publish(first)


def test_publishing_a_newer_revision_calls_an_older_schedule_off():
    edition = make_edition(title="One", due_at=hours(1))
    update_edition(edition, title="Two")

    applied = apply_due(hours(2))

    assert applied == (0, 0)
    assert public_words(edition) == "Two"


def test_a_release_goes_whole_or_not_at_all(monkeypatch):
    import uuid

    release, due_at = uuid.uuid4(), hours(1)
    article = make_article()
    for language in ("en", "ar"):
        draft = make_draft(article, language)
        draft.publish(draft.newest_revision, due_at=due_at, release=release)
    put_words = Article.put_words
    monkeypatch.setattr(
        Article,
        "put_words",
        lambda self, language, revision: 1 / 0 if language == "ar" else put_words(self, language, revision),
    )

    failed = apply_due(due_at)

    assert failed == (0, 2)
    assert not Edition.objects.live().exists()
    monkeypatch.undo()
    assert apply_due(due_at) == (2, 0)
    assert Edition.objects.live().count() == 2


def test_one_publication_that_fails_leaves_the_others_alone(monkeypatch):
    due_at = hours(1)
    broken, sound = make_edition(title="Broken", due_at=due_at), make_edition(title="Sound", due_at=due_at)
    put_words = Article.put_words
    monkeypatch.setattr(
        Article,
        "put_words",
        lambda self, language, revision: 1 / 0 if revision.title == "Broken" else put_words(self, language, revision),
    )

    assert apply_due(due_at) == (1, 1)
    assert public_words(broken) is None
    assert public_words(sound) == "Sound"


def test_first_public_at_is_written_once():
    edition = make_edition()
    first = edition.first_public_at

    update_edition(edition, title="Changed")
    edition.withdraw()
    edition.publish(edition.newest_revision)

    assert edition.first_public_at == first


def test_publishing_makes_the_newest_revision_approved():
    edition = make_edition()

    assert edition.stage == "approved"


def test_publishing_the_words_that_are_public_is_refused():
    edition = make_edition()

    with pytest.raises(NotPublishable):
        edition.publish(edition.newest_revision)


@pytest.mark.parametrize("field", ["title", "body"])
def test_a_text_without_title_or_body_is_not_published(field):
    draft = make_draft(**{field: ""})

    with pytest.raises(NotPublishable):
        draft.publish(draft.newest_revision)

    assert not Publication.objects.exists()


def test_a_lead_picture_without_alt_text_in_the_language_blocks_it():
    article = make_article(lead_picture=make_picture())
    draft = make_draft(article, "ar")

    with pytest.raises(NotPublishable):
        draft.publish(draft.newest_revision)

    update_edition(draft, lead_alt="رسم")
    assert draft.visibility == "public"


def test_a_picture_in_the_body_without_alt_text_blocks_it():
    draft = make_draft(body='<p>Words</p><figure><img src="picture:7" alt=""></figure>')

    with pytest.raises(NotPublishable):
        draft.publish(draft.newest_revision)


# Withdrawal and expiry


def test_withdrawing_takes_the_words_and_the_listing():
    edition = make_edition(title="Gone")

    edition.withdraw()

    assert public_words(edition) is None
    assert not Edition.objects.live().exists()
    assert edition.withdrawn_at is not None


def test_withdrawing_calls_off_what_was_scheduled():
    edition = make_edition(title="One")
    revision = update_edition(edition, title="Two", publish=False)
    edition.publish(revision, due_at=hours(1))

    edition.withdraw()

    assert apply_due(hours(2)) == (0, 0)
    assert public_words(edition) is None


def test_what_is_not_public_can_not_be_withdrawn():
    with pytest.raises(NotPublic):
        make_draft().withdraw()


def test_an_expired_edition_is_not_live():
    edition = make_edition()
    Edition.objects.filter(pk=edition.pk).update(expires_at=timezone.now())

    assert not Edition.objects.live().exists()


# Addresses


def test_the_day_in_the_address_is_the_day_in_rabat_on_which_it_was_due():
    before_midnight_utc = datetime(2025, 7, 1, 23, 30, tzinfo=UTC)

    edition = make_edition(now=before_midnight_utc)

    assert edition.permalink_on.isoformat() == "2025-07-02"


def test_the_day_does_not_move_when_a_text_is_published_again():
    edition = make_edition(now=datetime(2025, 7, 1, 12, tzinfo=UTC))

    update_edition(edition, title="Later")

    assert edition.permalink_on.isoformat() == "2025-07-01"


def test_two_stories_of_a_day_with_one_title_get_two_addresses():
    first, second = make_edition(title="Forum"), make_edition(title="Forum")

    assert (first.slug, second.slug) == ("forum", "forum-2")


def test_an_arabic_title_gives_an_arabic_slug():
    edition = make_edition(language="ar", title="منتدى الرباط")

    assert edition.slug == "منتدى-الرباط"


def test_an_address_of_the_former_site_can_be_chosen_before_publishing():
    draft = make_draft(title="Forum")

    draft.set_address("old-forum", datetime(2020, 5, 4).date())
    draft.publish(draft.newest_revision)

    assert str(draft.addresses.get()) == "/en/2020/05/04/old-forum/"


def test_an_address_that_was_public_is_fixed():
    edition = make_edition()

    with pytest.raises(FixedAddress):
        edition.set_address("another")


def test_changing_an_address_keeps_the_old_one():
    edition = make_edition(title="Old")

    edition.change_address("new")

    assert list(edition.addresses.order_by("pk").values_list("slug", "is_current")) == [("old", False), ("new", True)]


def test_changing_back_to_a_former_address_works():
    edition = make_edition(title="Old")
    edition.change_address("new")

    edition.change_address("old")

    assert edition.addresses.get(is_current=True).slug == "old"
    assert edition.addresses.count() == 2


def test_an_address_that_another_story_ever_had_is_refused():
    make_edition(title="Taken").change_address("free")
    edition = make_edition(title="Mine")

    with pytest.raises(AddressTaken):
        edition.change_address("taken")


def test_a_title_without_letters_needs_a_slug_of_its_own():
    draft = make_draft(title="!!!")

    with pytest.raises(NotPublishable):
        draft.publish(draft.newest_revision)
