"""The bin: what was never public is kept for thirty days with all that belongs to it, and can be taken out."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from news.errors import InBin, IsSource, NotPublishable, TextThere, WasPublic
from news.models import Article, BinnedText, Edition, Revision, Transition
from news.models.bin import bin_story, bin_text, empty_bin, restore_story
from tests.factories import make_appearance, make_draft, make_edition, make_tag, update_edition

from .admin.forms import change_address

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    """A story never public, with two languages, two revisions, a person and a tag."""
    english = make_draft()
    update_edition(english, publish=False, title="Second title")
    make_draft(english.article, "fr", follows=english.newest_revision)
    make_appearance(english.article)
    english.article.tags.add(make_tag())
    return english.article


def test_a_story_comes_out_as_it_went_in(story):
    before = list(Revision.objects.order_by("pk").values())

    bin_story(story)
    restore_story(story)

    assert list(Revision.objects.order_by("pk").values()) == before
    assert sorted(story.editions.values_list("language", flat=True)) == ["en", "fr"]
    assert (story.appearances.count(), story.tags.count()) == (1, 1)
    assert (
        list(Transition.objects.filter(act__in=["binned", "restored"]).values_list("act", flat=True)).count("binned")
        == 2
    )


def test_what_was_public_is_never_binned():
    edition = make_edition()
    edition.withdraw()

    for throw_away in (lambda: bin_story(edition.article), lambda: bin_text(edition)):
        with pytest.raises(WasPublic):
            throw_away()


def test_what_was_scheduled_is_called_off_and_stays_so(story):
    edition = story.edition("en")
    publication = edition.publish(edition.newest_revision, due_at=timezone.now() + timedelta(hours=1))

    bin_story(story)
    restore_story(story)

    publication.refresh_from_db()
    assert publication.cancelled_at


def test_nothing_is_written_in_or_published_from_the_bin(story):
    edition = story.edition("en")
    bin_story(story)
    edition.refresh_from_db()

    with pytest.raises(InBin):
        story.write("en", {"title": "New"})
    with pytest.raises(NotPublishable):
        Edition.objects.get(pk=edition.pk).publish(edition.newest_revision)


def test_one_language_goes_alone_and_comes_back_with_its_revisions(story):
    french = story.edition("fr")

    binned = bin_text(french)
    gone = story.edition("fr")
    back = binned.restore()

    assert gone is None
    assert back.newest_revision_id == french.newest_revision_id
    assert not BinnedText.objects.exists()


def test_the_language_a_story_was_written_in_goes_only_with_the_story(story):
    with pytest.raises(IsSource):
        bin_text(story.edition("en"))


def test_a_language_begun_anew_goes_on_counting_and_keeps_the_old_text_in_its_history(story):
    binned = bin_text(story.edition("fr"))

    revision = story.write("fr", {"title": "Un autre"}, origin="staff")

    assert revision.number == 2
    with pytest.raises(TextThere):
        binned.restore()


def test_after_thirty_days_a_story_goes_for_good_and_its_log_stays(story):
    bin_story(story, now=timezone.now() - timedelta(days=30, seconds=1))
    kept = make_draft().article
    bin_story(kept, now=timezone.now() - timedelta(days=29))

    assert empty_bin() == 1

    assert list(Article.objects.values_list("pk", flat=True)) == [kept.pk]
    assert not Revision.objects.filter(article=story.pk).exists()
    assert Transition.objects.filter(article=story.pk, act="binned").exists()


def test_after_thirty_days_a_text_goes_unless_its_language_was_begun_anew(story):
    long_ago = timezone.now() - timedelta(days=31)
    bin_text(story.edition("fr"), now=long_ago)
    other = make_draft()
    bin_text(make_draft(other.article, "fr", follows=other.newest_revision), now=long_ago)
    other.article.write("fr", {"title": "Un autre"}, origin="staff")

    empty_bin()

    assert not Revision.objects.filter(article=story, language="fr").exists()
    assert Revision.objects.filter(article=other.article, language="fr").count() == 2


def test_the_desk_moves_a_story_to_the_bin_and_back(desk, story):
    page = desk.get(change_address(story)).content.decode()
    address = reverse("admin:news_story_bin", args=[story.pk])

    asked = desk.get(address).content.decode()
    listed = desk.post(address, follow=True).content.decode()

    assert address in page
    assert "Second title" in asked
    assert "Second title" in listed
    assert desk.get(change_address(story)).status_code == 302
    assert not desk.get(reverse("admin:news_article_changelist")).context["cl"].result_list
    desk.post(reverse("admin:news_story_restore", args=[story.pk]))
    assert desk.get(change_address(story)).status_code == 200


def test_the_desk_moves_a_text_to_the_bin_and_back(desk, story):
    act = reverse("admin:news_edition_act", args=[story.pk, "fr", "bin"])

    desk.get(act)
    desk.post(act)
    shown = desk.get(reverse("admin:news_bin")).content.decode()
    desk.post(reverse("admin:news_text_restore", args=[BinnedText.objects.get().pk]))

    assert "Take out" in shown
    assert story.edition("fr")


def test_pages_about_a_binned_story_are_gone_from_the_desk(desk, story):
    bin_story(story)

    for name in ("history", "compare"):
        assert desk.get(reverse(f"admin:news_edition_{name}", args=[story.pk, "en"])).status_code == 404


def test_an_empty_bin_says_so(desk):
    assert "No story lies in the bin." in desk.get(reverse("admin:news_bin")).content.decode()
