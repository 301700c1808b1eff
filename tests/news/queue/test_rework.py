"""The queue's rows: derived by one rule, and the same after any history as when derived from scratch."""

from contextlib import suppress
from datetime import timedelta
from unittest import mock

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from news.behind import still_right
from news.errors import NewsError
from news.models import Article, Edition, WorkItem
from news.queue.rework import derive, rework, rework_all, rework_expired, values_of
from tests.factories import make_article, make_draft, make_edition, make_revision, make_user, update_edition

pytestmark = pytest.mark.django_db
LANGUAGES = ["ar", "en", "fr"]


def standing(article):
    """{language: (kind, state)} as the table says."""
    return {item.language: (item.kind, item.state) for item in WorkItem.objects.filter(article=article)}


def since(article, language):
    return WorkItem.objects.get(article=article, language=language).since


def move_to(edition, stage):
    Edition.objects.filter(pk=edition.pk).update(stage=stage)
    rework(edition.article)


def test_a_public_source_waits_to_be_translated_since_it_became_public():
    english = make_edition()

    assert standing(english.article) == {
        "ar": ("translate", "missing"),
        "en": ("", "current"),
        "fr": ("translate", "missing"),
    }
    assert since(english.article, "fr") == english.first_public_at


def test_a_draft_waits_for_its_writer_and_asks_nobody_to_translate():
    draft = make_draft()

    assert standing(draft.article) == {"en": ("write", "in_work")}
    assert since(draft.article, "en") == draft.newest_revision.created_at


@pytest.mark.parametrize(("stage", "kind"), [("draft", "write"), ("in_review", "review"), ("approved", "publish")])
@pytest.mark.parametrize("is_update", [False, True])
def test_each_stage_waits_for_its_own_people(stage, kind, is_update):
    edition = make_edition() if is_update else make_draft()
    if is_update:
        update_edition(edition, publish=False, title="Newer")

    move_to(edition, stage)

    assert standing(edition.article)["en"] == (kind, "in_work")


def test_what_is_scheduled_waits_for_nobody_until_it_is_called_off():
    edition = make_edition(due_at=timezone.now() + timedelta(days=1))
    before = standing(edition.article)

    edition.publications.get().cancel()

    assert before == {"en": ("", "in_work")}
    assert standing(edition.article) == {"en": ("write", "in_work")}


def test_a_translation_waits_to_be_updated_since_its_source_first_moved_on():
    english = make_edition()
    make_edition(english.article, "fr", follows=english.live_revision)
    update_edition(english, title="A comma", is_minor=True)
    minor = standing(english.article)["fr"]
    update_edition(english, title="Changed")
    moved_at = english.publications.order_by("-pk").first().applied_at
    update_edition(english, title="Changed again")

    assert minor == ("", "current")
    assert standing(english.article)["fr"] == ("update", "behind")
    assert since(english.article, "fr") == moved_at


def test_a_withdrawn_source_asks_for_nothing_and_has_its_translation_behind_no_more():
    english = make_edition()
    make_edition(english.article, "fr", follows=english.live_revision)
    update_edition(english, title="Changed")

    english.withdraw()

    # French is public still, so Arabic can be translated from it.
    assert standing(english.article) == {
        "ar": ("translate", "missing"),
        "en": ("", "down"),
        "fr": ("", "current"),
    }


def test_what_expires_is_derived_anew_by_the_run_of_that_minute():
    english = make_edition()
    french = make_edition(english.article, "fr", follows=english.live_revision)
    update_edition(english, title="Changed")
    Edition.objects.filter(pk=english.pk).update(expires_at=timezone.now() + timedelta(hours=1))
    rework(english.article)
    later = timezone.now() + timedelta(hours=2)

    early, due, again = rework_expired(), rework_expired(later), rework_expired(later)

    assert (early, due, again) == (0, 1, 0)
    assert standing(french.article)["fr"] == ("", "current")
    assert standing(french.article)["en"] == ("", "down")


def test_run_due_takes_what_has_expired_off_the_queue():
    english = make_edition()
    past = timezone.now() - timedelta(minutes=1)
    Edition.objects.filter(pk=english.pk).update(expires_at=past)
    WorkItem.objects.filter(language="en").update(recheck_at=past)

    call_command("run_due")

    assert standing(english.article) == {"en": ("", "down")}


def test_the_month_is_that_of_the_sources_day_in_rabat():
    draft = make_draft()
    draft.set_address("old-slug", timezone.localdate().replace(year=2019, month=3, day=31))

    assert WorkItem.objects.get(article=draft.article).month.isoformat() == "2019-03-01"


def test_another_source_language_is_another_source():
    english = make_edition()
    arabic = make_edition(english.article, "ar", follows=english.live_revision)
    article = Article.objects.get(pk=english.article_id)
    article.source_language = "ar"

    article.save()

    assert since(article, "fr") == arabic.first_public_at


def test_reworking_many_takes_as_many_queries_as_one():
    keys = [make_edition().article_id for _number in range(4)]

    def asked(keys):
        WorkItem.objects.all().delete()
        with CaptureQueriesContext(connection) as queries:
            rework_all(keys)
        return len(queries)

    assert asked(keys) == asked(keys[:1]) <= 7


def test_the_command_derives_every_row_anew(capsys):
    article = make_edition().article
    WorkItem.objects.filter(language="fr").delete()
    WorkItem.objects.filter(language="en").update(kind="review")

    call_command("rebuild_queue")

    assert standing(article) == {"ar": ("translate", "missing"), "en": ("", "current"), "fr": ("translate", "missing")}
    assert "1 articles" in capsys.readouterr().out


def test_the_command_leaves_rows_alone_when_asked_to_fill_an_empty_table_only():
    make_edition()
    WorkItem.objects.filter(language="en").update(kind="review")

    call_command("rebuild_queue", if_empty=True)

    assert WorkItem.objects.get(language="en").kind == "review"


# Any history

STEPS = st.tuples(
    st.sampled_from(["write", "write", "publish", "schedule", "call_off", "stage", "withdraw", "still_right", "pass"]),
    st.sampled_from(LANGUAGES),
    st.integers(0, 2),
)


class History:
    """Steps on one story in three languages; what isn't allowed just doesn't happen."""

    def __init__(self):
        self.article = make_article()
        self.now = timezone.now()
        self.user = make_user()

    def edition(self, language):
        return self.article.edition(language)

    def write(self, language, choice):
        other = self.edition(LANGUAGES[choice])
        follows = None if other is None or other.language == language else other.newest_revision
        make_revision(self.article, language, follows=follows, title=["One", "Two", "Three"][choice])

    def publish(self, language, choice):
        edition = self.edition(language)
        edition.publish(edition.newest_revision, is_minor=choice == 0, now=self.now)

    def schedule(self, language, choice):
        edition = self.edition(language)
        due_at = self.now + timedelta(hours=choice + 1)
        edition.publish(edition.newest_revision, due_at=due_at, now=self.now)

    def call_off(self, language, choice):
        self.edition(language).publications.pending().first().cancel(self.now)

    def stage(self, language, choice):
        edition = self.edition(language)
        edition.stage = Edition.Stage.values[choice]
        edition.expires_at = self.now + timedelta(hours=choice) if choice else None
        edition.save()
        self.article.rework()

    def withdraw(self, language, choice):
        self.edition(language).withdraw(self.now)

    def still_right(self, language, choice):
        still_right(self.edition(language), now=self.now)

    def take(self, action, language, choice):
        from news.models.publication import apply_due

        if action == "pass":
            self.now += timedelta(hours=1)
            apply_due(self.now)
            rework_expired(self.now)
            return
        # No such edition, nothing to call off, or not allowed.
        with suppress(NewsError, AttributeError, ValueError):
            getattr(self, action)(language, choice)


def as_told(items):
    return sorted((item.language, *map(str, values_of(item))) for item in items)


@given(steps=st.lists(STEPS, max_size=12))
@settings(max_examples=25)
def test_after_any_history_the_table_is_what_the_stories_say(steps):
    history = History()

    with mock.patch("django.utils.timezone.now", side_effect=lambda: history.now):
        for step in steps:
            history.take(*step)

            found = WorkItem.objects.filter(article=history.article)
            assert as_told(found) == as_told(derive([history.article.pk], history.now)), step
