"""Corrections, and how they and withdrawals follow a story into its other languages."""

from contextlib import suppress
from datetime import timedelta
from itertools import product

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from icesco.text.characters import UnsafeCharacter
from news.behind import following
from news.errors import (
    ClosedTask,
    KeptForEver,
    NewsError,
    NotPublicYet,
    NotPublishable,
    StaleRevision,
    TakenBackAlready,
)
from news.models import Correction, Edition, Listing, Revision, Task, Transition
from news.models.article import WORDS
from news.withdrawals import public_elsewhere, withdraw_languages
from people.languages import LANGUAGES, column
from tests.factories import make_article, make_draft, make_edition, make_picture, make_user, update_edition
from tests.sampling import IS_DEEP, sampled

pytestmark = pytest.mark.django_db


def make_story(*languages, now=None):
    """The public editions of one story, the first the source: a list."""
    source = make_edition(language=languages[0], now=now)
    others = [make_edition(source.article, code, now=now, follows=source.live_revision) for code in languages[1:]]
    return [source, *others]


def open_tasks(article):
    return [(task.language, task.kind, task.from_language) for task in Task.objects.open().filter(article=article)]


# The note


def test_a_correction_is_a_dated_note_and_bumps_updated():
    edition = make_edition(now=timezone.now() - timedelta(days=3))
    user = make_user()

    correction = Correction.add(edition, "  Ten countries, not twelve.\nWe regret it. ", by=user)

    edition.refresh_from_db()
    assert (correction.text, correction.by, correction.of) == ("Ten countries, not twelve.\nWe regret it.", user, None)
    assert edition.updated_at == correction.at > edition.first_public_at


def test_only_a_text_that_readers_see_can_be_corrected():
    draft, withdrawn, expired = make_draft(), make_edition(), make_edition()
    withdrawn.withdraw()
    expired.set_expiry(timezone.now() - timedelta(minutes=1))

    for edition in (draft, withdrawn, expired):
        with pytest.raises(NotPublicYet):
            Correction.add(edition, "Not so.")


@pytest.mark.parametrize("text", ["", "  ", "x" * 1001, "turned \u202e round", "nul \0"])
def test_a_note_that_can_not_be_read_is_refused(text):
    edition = make_edition()

    with pytest.raises((ValidationError, UnsafeCharacter)):
        Correction.add(edition, text)

    assert not Correction.objects.exists()


def test_a_correction_is_never_changed_or_deleted_but_taken_back_with_its_record():
    user, edition = make_user(), make_edition()
    correction = Correction.add(edition, "Not so.")
    for change in (
        correction.save,
        correction.delete,
        Correction.objects.all().delete,
        lambda: Correction.objects.update(text="Otherwise."),
    ):
        with pytest.raises(KeptForEver):
            change()

    correction.take_back(by=user)

    kept = Correction.objects.get()
    edition.refresh_from_db()
    assert (kept.text, kept.taken_back_by) == ("Not so.", user)
    assert edition.updated_at == kept.taken_back_at > kept.at
    assert not Correction.objects.standing().exists()
    with pytest.raises(TakenBackAlready):
        kept.take_back()


# With the corrected text


def test_a_correction_without_changed_words_makes_no_translation_behind():
    source, translation = make_story("en", "fr")

    Correction.add(source, "The photograph shows Fez, not Rabat.")

    assert not following(translation.live_revision).is_behind


def test_the_corrected_text_becomes_public_with_the_note_at_one_instant():
    source, translation = make_story("en", "fr")
    revision = update_edition(source, publish=False, title="Ten countries meet")

    correction = Correction.add(source, "Ten countries, not twelve.", publish=revision)

    source.refresh_from_db()
    assert source.title == "Ten countries meet"
    assert source.publications.latest("pk").applied_at == correction.at == source.updated_at
    assert following(translation.live_revision).is_behind


def test_a_text_that_can_not_be_published_leaves_no_note_either():
    edition = make_edition(make_article())
    revision = update_edition(edition, publish=False, title="Newer")
    edition.article.lead_picture = make_picture()
    edition.article.save()

    with pytest.raises(NotPublishable):
        Correction.add(edition, "Not so.", publish=Revision.objects.get(pk=revision.pk))

    assert not Correction.objects.exists()
    assert not Task.objects.exists()


def test_a_revision_that_is_not_the_newest_any_more_is_not_published_with_a_note():
    edition = make_edition()
    older = update_edition(edition, publish=False, title="Newer")
    update_edition(edition, publish=False, title="Newest")

    with pytest.raises(StaleRevision):
        Correction.add(edition, "Not so.", publish=older)

    assert not Correction.objects.exists()


# What the other languages have to do


def test_each_other_language_that_was_ever_public_gets_one_task():
    source, arabic = make_story("en", "ar")
    arabic.withdraw()
    make_draft(source.article, "fr", follows=source.live_revision)

    correction = Correction.add(source, "Not so.")

    assert open_tasks(source.article) == [("ar", "correction", "en")]
    assert Task.objects.get().correction == correction


def test_correcting_a_language_too_closes_its_task_and_opens_no_other():
    source, _arabic, french = make_story("en", "ar", "fr")
    first = Correction.add(source, "Not so.")

    second = Correction.add(french, "C’est faux.", task=Task.objects.open("fr").get())

    assert second.of == first
    assert Task.objects.get(language="fr").outcome == Task.Outcome.CORRECTED
    assert open_tasks(source.article) == [("ar", "correction", "en")]


def test_a_language_that_became_public_meanwhile_hears_of_the_matter_with_the_next_note():
    source, arabic = make_story("en", "ar")
    Correction.add(source, "Not so.")
    make_edition(source.article, "fr", follows=source.live_revision)

    Correction.add(arabic, "ليس كذلك.", task=Task.objects.open("ar").get())

    assert open_tasks(source.article) == [("fr", "correction", "ar")]


def test_another_matter_is_another_task():
    source, _french = make_story("en", "fr")

    Correction.add(source, "Not so.")
    Correction.add(source, "Nor so.")

    assert len(open_tasks(source.article)) == 2


def test_a_task_is_closed_once_with_its_reason():
    source, _french = make_story("en", "fr")
    Correction.add(source, "Not so.")
    task = Task.objects.open("fr").get()

    task.close(Task.Outcome.NOTHING_TO_CORRECT, make_user(), "It never said so.")

    assert task.reason == "It never said so."
    with pytest.raises(ClosedTask):
        task.close(Task.Outcome.NOTHING_TO_CORRECT)


def test_taking_a_correction_back_closes_the_tasks_it_opened():
    source, _arabic, _french = make_story("en", "ar", "fr")

    Correction.add(source, "Not so.").take_back()

    assert open_tasks(source.article) == []
    assert set(Task.objects.values_list("outcome", flat=True)) == {"taken_back"}


def test_withdrawing_one_language_asks_the_public_ones_to_follow():
    source, _arabic, french = make_story("en", "ar", "fr")
    french.withdraw()

    withdraw_languages(source)

    assert open_tasks(source.article) == [("ar", "withdrawal", "en")]


def test_a_language_is_asked_once_whatever_goes_before_it():
    source, _arabic, french = make_story("en", "ar", "fr")

    withdraw_languages(source)
    withdraw_languages(french)

    assert open_tasks(source.article) == [("ar", "withdrawal", "en")]
    assert Task.objects.get(language="fr").outcome == Task.Outcome.WITHDRAWN


def test_publishing_the_withdrawn_text_again_asks_nothing_any_more():
    source, _french = make_story("en", "fr")
    withdraw_languages(source)

    source.refresh_from_db()
    source.publish(source.newest_revision)

    assert open_tasks(source.article) == []


def test_a_text_that_comes_back_is_a_change_even_as_a_minor_edit():
    before = timezone.now() - timedelta(days=2)
    withdrawn, expired = make_edition(now=before), make_edition(now=before)
    withdrawn.withdraw()
    expired.set_expiry(before + timedelta(days=1))

    withdrawn.publish(withdrawn.newest_revision, is_minor=True)
    expired.set_expiry(None)

    for edition in (withdrawn, expired):
        edition.refresh_from_db()
        assert edition.updated_at > before


def test_a_taken_back_note_needs_a_time_in_the_database_too():
    edition = make_edition()

    with pytest.raises(IntegrityError), transaction.atomic():
        Correction.objects.bulk_create([Correction(edition=edition, text="Not so.", taken_back_by=make_user())])


# Withdrawing all


def snapshot(article):
    """All that a withdrawal could change of a story."""
    article.refresh_from_db()
    editions = article.editions.order_by("language").values_list("language", "visibility", "withdrawn_at")
    words = [getattr(article, column(field, language)) for field in WORDS for language in LANGUAGES]
    return (
        list(editions),
        words,
        open_tasks(article),
        list(Transition.objects.filter(article=article).values_list("pk", flat=True)),
        list(Listing.objects.filter(edition__article=article).values_list("edition", flat=True)),
    )


@pytest.mark.parametrize(("first", "failing"), sampled(product(LANGUAGES, LANGUAGES), 3))
def test_withdrawing_all_is_all_or_nothing_wherever_it_fails(first, failing, monkeypatch):
    editions = {edition.language: edition for edition in make_story("en", "ar", "fr")}
    before, relist = snapshot(editions["en"].article), Edition.relist

    def broken(edition):
        if edition.language == failing:
            raise OSError("The disk is full.")
        relist(edition)

    with monkeypatch.context() as patched:
        patched.setattr(Edition, "relist", broken)
        with pytest.raises(OSError, match="full"):
            withdraw_languages(editions[first], LANGUAGES)

    assert snapshot(editions["en"].article) == before

    assert {edition.language for edition in withdraw_languages(editions[first], LANGUAGES)} == set(LANGUAGES)
    editions["en"].article.refresh_from_db()
    assert not any(getattr(editions["en"].article, column("title", language)) for language in LANGUAGES)
    assert Edition.objects.filter(visibility="withdrawn").values_list("withdrawn_at").distinct().count() == 1
    assert open_tasks(editions["en"].article) == []


ACTS = ("correct", "take back", "withdraw", "withdraw all", "publish", "corrected too", "nothing", "kept")


def take_step(act, edition):
    """One act of staff on `edition`; what can't be done raises a NewsError and changes nothing."""
    task = Task.objects.open(edition.language).filter(article=edition.article_id)
    if act == "correct":
        Correction.add(edition, "Not so.")
    elif act == "take back" and (standing := edition.corrections.standing().first()):
        standing.take_back()
    elif act == "withdraw":
        withdraw_languages(edition)
    elif act == "withdraw all":
        withdraw_languages(edition, LANGUAGES)
    elif act == "publish":
        edition.publish(edition.newest_revision)
    elif act == "corrected too" and (asked := task.filter(kind="correction").first()):
        Correction.add(edition, "Not so either.", task=asked)
    elif act == "nothing" and (asked := task.filter(kind="correction").first()):
        asked.close(Task.Outcome.NOTHING_TO_CORRECT)
    elif act == "kept" and (asked := task.filter(kind="withdrawal").first()):
        asked.close(Task.Outcome.KEPT)


@settings(max_examples=200 if IS_DEEP else 8)
@given(st.lists(st.tuples(st.sampled_from(ACTS), st.sampled_from(LANGUAGES)), max_size=6))
def test_whatever_staff_do_tasks_say_what_is_still_to_do(steps):
    article = make_story("en", "ar", "fr")[0].article

    for act, language in steps:
        with suppress(NewsError):
            take_step(act, article.edition(language))

    public = {*article.editions.filter(visibility="public").values_list("language", flat=True)}
    for language, kind, because_of in open_tasks(article):
        assert language != because_of
        if kind == "withdrawal":
            assert language in public
            assert because_of not in public
    for task in Task.objects.open().filter(article=article, kind="correction"):
        assert task.correction.taken_back_at is None
        assert not task.correction.others.filter(edition__language=task.language).exists()
    assert set(public_elsewhere(article.edition("en"))) == public - {"en"}
