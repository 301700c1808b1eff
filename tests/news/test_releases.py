"""Languages that go together: all at one instant or none, and what keeps a text from going at its hour."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from news.behind import following
from news.errors import NotPublishable
from news.failures import reasons
from news.models import Edition, Publication, Release
from news.models.publication import apply_due
from tests.factories import (
    make_draft,
    make_edition,
    make_gallery_picture,
    make_picture,
    make_user,
    update_edition,
)

pytestmark = pytest.mark.django_db
LANGUAGES = ("en", "ar", "fr")


def hours(number):
    return timezone.now() + timedelta(hours=number)


def approve(edition):
    edition.refresh_from_db()
    edition.stage = Edition.Stage.APPROVED
    edition.save(update_fields=["stage"])


def make_story(author=None, approved=LANGUAGES):
    """Drafts of one story, an English original and its translations, those in `approved` approved: by language."""
    english = make_draft(title="Forum", author=author)
    story = {"en": english}
    for language, title in (("ar", "منتدى"), ("fr", "Le forum")):
        follows = english.newest_revision
        story[language] = make_draft(english.article, language, follows=follows, title=title, author=author)
    for language in approved:
        approve(story[language])
    return story


def arrange(story, due_at, languages=LANGUAGES, by=None):
    return Release.arrange(story["en"].article, languages, due_at, by=by)


def live(story):
    return set(Edition.objects.live().filter(article=story["en"].article).values_list("language", flat=True))


def said(failure):
    return [(reason.language, *reason.sentences) for reason in reasons(failure)]


# Going together


def test_a_release_goes_at_its_hour_and_not_before():
    due_at = hours(1)
    story = make_story()
    release = arrange(story, due_at)

    assert apply_due(due_at - timedelta(seconds=1)) == (0, 0)
    assert live(story) == set()
    assert apply_due(due_at) == (3, 0)
    assert live(story) == set(LANGUAGES)
    assert set(Publication.objects.values_list("release", "due_at")) == {(release.pk, due_at)}
    assert apply_due(due_at) == (0, 0)


def test_one_without_an_hour_goes_once_the_last_language_is_approved():
    story = make_story(approved=["en", "ar"])
    arrange(story, None)

    assert apply_due() == (0, 0)
    approve(story["fr"])
    assert apply_due() == (3, 0)
    assert live(story) == set(LANGUAGES)


def test_the_approved_text_goes_and_not_the_newer_draft():
    due_at = hours(1)
    story = make_story()
    arrange(story, due_at)
    update_edition(story["fr"], publish=False, title="Un brouillon")

    apply_due(due_at)

    story["fr"].refresh_from_db()
    assert story["fr"].title == "Le forum"
    assert story["fr"].stage == "draft"


def test_an_approval_taken_back_leaves_nothing_to_go():
    due_at = hours(1)
    story = make_story()
    release = arrange(story, due_at)
    story["fr"].refresh_from_db()
    story["fr"].stage = "in_review"
    story["fr"].save()

    assert apply_due(due_at) == (0, 0)

    release.refresh_from_db()
    assert said(release.failure) == [("fr", "Revision 1 is not approved yet.")]


def test_an_approval_that_was_not_told_counts_all_the_same():
    due_at = hours(1)
    story = make_story(approved=["en", "ar"])
    arrange(story, due_at)
    Edition.objects.filter(pk=story["fr"].pk).update(stage="approved")

    assert apply_due(due_at) == (3, 0)


# None goes


def test_none_goes_when_one_is_not_approved_and_it_is_not_tried_again(django_capture_on_commit_callbacks):
    due_at = hours(1)
    chief = make_user(email="chief@example.org")
    story = make_story(author=make_user(email="writer@example.org"), approved=["en", "ar"])
    release = arrange(story, due_at, by=chief)

    with django_capture_on_commit_callbacks(execute=True):
        assert apply_due(due_at) == (0, 0)
        assert apply_due(due_at) == (0, 0)

    release.refresh_from_db()
    assert live(story) == set()
    assert said(release.failure) == [("fr", "Revision 1 is not approved yet.")]
    assert sorted(letter.to[0] for letter in mail.outbox) == ["chief@example.org", "writer@example.org"]
    assert mail.outbox[0].subject == "Not published: Forum"
    assert "French: Revision 1 is not approved yet." in mail.outbox[0].body
    assert f"/admin/news/article/{story['en'].article_id}/change/" in mail.outbox[0].body


def test_none_goes_when_a_picture_lost_its_alt_text_meanwhile():
    due_at = hours(1)
    story = make_story()
    release = arrange(story, due_at)
    make_gallery_picture(story["en"].article, alt_ar="")

    assert apply_due(due_at) == (0, 0)

    release.refresh_from_db()
    assert said(release.failure) == [("ar", "Picture 1 of the gallery has no alt text in this language.")]
    assert live(story) == set()


def test_one_arranged_anew_after_it_failed_goes():
    story = make_story(approved=["en", "ar"])
    arrange(story, hours(1))
    apply_due(hours(1))
    approve(story["fr"])

    arrange(story, hours(2))

    assert apply_due(hours(2)) == (3, 0)
    assert Release.objects.count() == 1


def test_without_owners_the_publishers_are_told(django_capture_on_commit_callbacks):
    make_user(email="publisher@example.org")
    make_user(email="writer@example.org", is_superuser=False)
    story = make_story(approved=[])
    arrange(story, hours(1))

    with django_capture_on_commit_callbacks(execute=True):
        apply_due(hours(1))

    assert [letter.to for letter in mail.outbox] == [["publisher@example.org"]]


def test_one_that_breaks_down_takes_every_language_back_and_is_tried_again(monkeypatch):
    from news.models import Article

    due_at = hours(1)
    story = make_story()
    arrange(story, due_at)
    put_words = Article.put_words
    monkeypatch.setattr(
        Article,
        "put_words",
        lambda self, language, revision: 1 / 0 if language == "fr" else put_words(self, language, revision),
    )

    assert apply_due(due_at) == (0, 1)
    assert live(story) == set()
    monkeypatch.undo()
    assert apply_due(due_at) == (3, 0)


# Changing one's mind


def test_a_release_called_off_never_goes():
    story = make_story()

    assert arrange(story, hours(1)).call_off() is True

    assert apply_due(hours(2)) == (0, 0)


def test_withdrawing_a_marked_language_calls_the_release_off():
    english = make_edition()
    arabic = make_draft(english.article, "ar", follows=english.live_revision)
    release = Release.arrange(english.article, ["ar", "en"], hours(1))
    approve(arabic)

    english.withdraw()

    release.refresh_from_db()
    assert release.cancelled_at is not None
    assert apply_due(hours(2)) == (0, 0)


def test_a_marked_language_is_not_published_alone_meanwhile():
    story = make_story()
    release = arrange(story, hours(1))

    with pytest.raises(NotPublishable, match="released with other languages"):
        story["en"].publish(story["en"].newest_revision)
    release.call_off()
    story["en"].publish(story["en"].newest_revision)
    assert live(story) == {"en"}


def test_what_was_scheduled_alone_is_called_off_by_a_release():
    story = make_story()
    alone = story["en"].publish(story["en"].newest_revision, due_at=hours(1))

    arrange(story, hours(2))

    alone.refresh_from_db()
    assert alone.cancelled_at is not None


def test_a_public_text_without_a_newer_one_keeps_a_release_from_going():
    english = make_edition()
    arabic = make_draft(english.article, "ar", follows=english.live_revision)
    release = Release.arrange(english.article, ["ar", "en"], None)
    approve(arabic)

    assert apply_due() == (0, 0)

    assert release.obstacles() == [("en", ["There is nothing new to publish: revision 1 is public already."])]


# Translations of words not yet public


def test_a_translation_of_words_not_yet_public_is_refused():
    story = make_story()

    with pytest.raises(NotPublishable, match="words that are not public yet"):
        story["ar"].publish(story["ar"].newest_revision)
    with pytest.raises(NotPublishable, match="words that are not public yet"):
        story["ar"].publish(story["ar"].newest_revision, due_at=hours(1))
    story["en"].publish(story["en"].newest_revision)
    story["ar"].publish(story["ar"].newest_revision)
    assert live(story) == {"ar", "en"}


def test_a_translation_of_a_draft_over_a_public_text_is_refused():
    english = make_edition()
    draft = update_edition(english, publish=False, title="Not yet public")
    arabic = make_draft(english.article, "ar", follows=draft)

    with pytest.raises(NotPublishable):
        arabic.publish(arabic.newest_revision)


def test_words_that_were_public_may_be_translated_though_the_source_moved_on_or_is_gone():
    english = make_edition()
    first = english.live_revision
    update_edition(english, title="Moved on")
    arabic = make_draft(english.article, "ar", follows=first)
    french = make_draft(english.article, "fr", follows=english.newest_revision)

    arabic.publish(arabic.newest_revision)
    english.withdraw()
    french.publish(french.newest_revision)

    assert following(french.live_revision).gone
    assert live({"en": english}) == {"ar", "fr"}


def test_a_draft_that_changed_only_a_caption_says_words_that_are_public():
    english = make_edition()
    captioned = update_edition(english, publish=False, lead_caption="A hall")
    arabic = make_draft(english.article, "ar", follows=captioned)

    arabic.publish(arabic.newest_revision)

    assert arabic.is_live()


def test_a_release_of_translations_without_their_source_does_not_go():
    due_at = hours(1)
    story = make_story()
    release = arrange(story, due_at, languages=["ar", "fr"])

    assert apply_due(due_at) == (0, 0)

    release.refresh_from_db()
    assert {language for language, _sentence in said(release.failure)} == {"ar", "fr"}


# Single publications at their hour


def test_a_scheduled_text_that_may_not_be_public_any_more_waits_for_somebody(django_capture_on_commit_callbacks):
    due_at = hours(1)
    chief = make_user(email="chief@example.org")
    edition = make_draft()
    edition.publish(edition.newest_revision, by=chief, due_at=due_at)
    edition.article.lead_picture = make_picture()
    edition.article.save()

    with django_capture_on_commit_callbacks(execute=True):
        assert apply_due(due_at) == (0, 0)
        assert apply_due(due_at) == (0, 0)

    publication = edition.publications.get()
    assert said(publication.failure) == [("en", "The lead picture has no alt text in this language.")]
    assert [letter.to for letter in mail.outbox] == [["chief@example.org"]]
    revision = update_edition(edition, lead_alt="A hall")
    publication.refresh_from_db()
    assert edition.live_revision == revision
    assert publication.cancelled_at is not None


def test_reasons_are_kept_in_every_language_of_the_desk():
    from django.utils.translation import override

    story = make_story(approved=["en", "ar"])
    release = arrange(story, hours(1))
    apply_due(hours(1))
    release.refresh_from_db()

    with override("fr"):
        assert reasons(release.failure)[0].sentences == release.failure[0]["said"]["fr"]
    assert set(release.failure[0]["said"]) == {"ar", "en", "fr"}


def test_a_mail_server_that_is_away_stops_nothing(settings, django_capture_on_commit_callbacks):
    settings.EMAIL_BACKEND = "no.such.backend"
    make_user(email="chief@example.org")
    release = arrange(make_story(approved=[]), hours(1))

    with django_capture_on_commit_callbacks(execute=True):
        apply_due(hours(1))

    release.refresh_from_db()
    assert release.failed_at is not None
