from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.utils import timezone

from news.models import Edition, Publication
from tests.factories import make_draft, make_edition, make_user, update_edition

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/news/article/"
ALL = ["ar", "en", "fr"]


def bulk(client, kind, *editions, **fields):
    """Choose the stories of `editions` in the list and the action `kind`; `fields` answer its page."""
    articles = [edition.article_id for edition in editions]
    return client.post(ADDRESS, {"action": f"{kind}_selected", "_selected_action": articles, **fields})


def key(edition):
    return f"{edition.pk}:{edition.newest_revision_id}"


def rows(answer):
    return {(row.edition.pk, bool(row.blockers)) for row in answer.context["rows"]}


def test_the_page_says_what_will_happen_and_what_blocks_and_does_nothing(desk):
    ready, blocked = make_draft(title="Ready"), make_draft(title="Blocked", body="")

    answer = bulk(desk, "publish", ready, blocked)

    page = answer.content.decode()
    assert rows(answer) == {(ready.pk, False), (blocked.pk, True)}
    assert "Revision 1 becomes public for the first time." in page
    assert "The body is missing." in page
    assert not Edition.objects.live().exists()


def test_confirming_publishes_the_chosen_ones_and_reports(desk):
    chosen, left = make_draft(), make_draft()

    answer = bulk(desk, "publish", chosen, left, apply="1", languages=ALL, edition=[key(chosen)])

    chosen.refresh_from_db()
    left.refresh_from_db()
    assert chosen.is_live()
    assert not left.is_live()
    assert answer.status_code == 302
    assert LogEntry.objects.filter(object_id=str(chosen.article_id)).exists()


def test_what_is_blocked_is_not_published_even_when_posted(desk):
    blocked = make_draft(body="")

    bulk(desk, "publish", blocked, apply="1", languages=ALL, edition=[key(blocked)])

    assert not Edition.objects.live().exists()


def test_only_the_chosen_languages_are_shown(desk):
    english = make_edition()
    french = make_draft(english.article, "fr", follows=english.newest_revision)

    answer = bulk(desk, "publish", english, show="1", languages=["fr"])

    assert rows(answer) == {(french.pk, False)}


def test_a_text_saved_again_after_the_page_was_shown_is_not_published(desk):
    edition = make_draft()
    shown = key(edition)
    update_edition(edition, publish=False, title="Not seen by who confirms")

    bulk(desk, "publish", edition, apply="1", languages=ALL, edition=[shown])

    assert not Edition.objects.live().exists()


def test_many_are_scheduled_together(desk):
    first, second = make_draft(), make_draft()
    due = timezone.localtime(timezone.now() + timedelta(days=3)).strftime("%Y-%m-%dT%H:%M")

    bulk(desk, "schedule", first, second, apply="1", languages=ALL, due_at=due, edition=[key(first), key(second)])

    assert Publication.objects.pending().count() == 2


def test_a_past_time_keeps_the_page_and_what_was_chosen(desk):
    edition = make_draft()

    answer = bulk(
        desk, "schedule", edition, apply="1", languages=ALL, due_at="2020-01-01T09:00", edition=[key(edition)]
    )

    assert answer.status_code == 200
    assert answer.context["chosen"] == [key(edition)]
    assert not Publication.objects.exists()


def test_many_are_withdrawn_together(desk):
    first, never_public = make_edition(), make_draft()

    answer = bulk(desk, "withdraw", first, never_public)
    bulk(desk, "withdraw", first, never_public, apply="1", languages=ALL, edition=[key(first), key(never_public)])

    first.refresh_from_db()
    assert rows(answer) == {(first.pk, False), (never_public.pk, True)}
    assert first.visibility == "withdrawn"


def test_each_language_takes_its_own_right(client):
    english = make_draft()
    french = make_draft(english.article, "fr", origin="original")
    user = make_user(is_superuser=False)
    user.user_permissions.set(Permission.objects.filter(codename__in=["change_article", "publish_fr"]))
    client.force_login(user)

    bulk(client, "publish", english, apply="1", languages=ALL, edition=[key(english), key(french)])

    english.refresh_from_db()
    french.refresh_from_db()
    assert not english.is_live()
    assert french.is_live()


def test_a_text_and_its_translation_are_published_one_after_the_other(desk):
    english = make_draft()
    arabic = make_draft(english.article, "ar", follows=english.newest_revision)

    answer = bulk(desk, "publish", english)
    bulk(desk, "publish", english, apply="1", languages=ALL, edition=[key(english), key(arabic)])

    assert rows(answer) == {(english.pk, False), (arabic.pk, False)}
    assert Edition.objects.live().count() == 2


def test_a_translation_is_not_scheduled_beside_its_unpublished_source(desk):
    english = make_draft()
    arabic = make_draft(english.article, "ar", follows=english.newest_revision)

    assert rows(bulk(desk, "schedule", english)) == {(english.pk, False), (arabic.pk, True)}
