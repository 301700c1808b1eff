"""Preview links at the desk: made, shown once, listed, revoked; and the preview that staff open for themselves."""

import re
from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.urls import reverse
from django.utils import timezone

from news.forms.preview import MOST_LIVE
from news.models import Preview
from tests.factories import make_draft, make_edition, make_user, update_edition
from tests.news.admin.forms import change_address

pytestmark = pytest.mark.django_db
ADDRESS = re.compile(r'value="http[^"]*?(/[a-z]{2}/preview/[0-9a-f]{64}/)"')


@pytest.fixture
def edition():
    edition = make_edition(title="Old words")
    update_edition(edition, publish=False, title="New words")
    return edition


def page(edition, name="previews", *args):
    return reverse(f"admin:news_edition_{name}", args=[edition.article_id, edition.language, *args])


def make(client, edition, revision=2, lasts=24):
    return client.post(page(edition), {"revision": revision, "lasts": lasts})


def told(answer):
    """The address of the link on the page that made it."""
    found = ADDRESS.search(answer.content.decode())
    return found and found[1]


def log():
    return " ".join(LogEntry.objects.order_by("pk").values_list("change_message", flat=True))


def test_a_link_is_told_once_and_opens_the_revision_that_was_chosen(desk, client, edition):
    address = told(make(desk, edition, revision=1, lasts=168))

    client.logout()
    assert b"Old words" in client.get(address).content
    preview = Preview.objects.get()
    assert preview.expires_at - preview.created_at == timedelta(days=7)
    assert "preview link to revision" in log()
    assert address.split("/")[3] not in log()


def test_the_list_says_what_works_and_not_the_link_itself(desk, edition):
    make(desk, edition)
    Preview.make(edition.newest_revision, timedelta(hours=1), now=timezone.now() - timedelta(hours=2))

    answer = desk.get(page(edition))

    assert told(answer) is None
    assert len(answer.context["links"]) == 1


@pytest.mark.parametrize(
    "sent",
    [{"lasts": 169}, {"lasts": 0}, {"lasts": "ever"}, {"revision": 3}, {"revision": "x"}, {"revision": ""}],
)
def test_what_there_is_not_makes_no_link(desk, edition, sent):
    answer = make(desk, edition, **sent)

    assert answer.status_code == 422
    assert not Preview.objects.exists()


def test_a_text_has_only_so_many_links(desk, edition):
    for _ in range(MOST_LIVE):
        Preview.make(edition.newest_revision, timedelta(hours=1))

    assert make(desk, edition).status_code == 422
    assert Preview.objects.count() == MOST_LIVE


def test_one_link_is_revoked_or_all_of_a_language(desk, edition):
    french = make_draft(edition.article, "fr", follows=edition.live_revision)
    first, second, third, other = [told(make(desk, e, revision=1)) for e in (edition, edition, edition, french)]
    key = Preview.objects.earliest("pk").pk

    desk.post(page(edition, "preview_revoke", key))
    assert [desk.get(address).status_code for address in (first, second, third, other)] == [404, 200, 200, 200]

    desk.post(page(edition, "previews_revoke"))
    assert [desk.get(address).status_code for address in (first, second, third, other)] == [404, 404, 404, 200]
    assert log().count("preview links revoked") == 2


def test_another_texts_link_is_not_revoked_from_here(desk, edition):
    preview, _token = Preview.make(make_draft().newest_revision, timedelta(hours=1))

    assert desk.post(page(edition, "preview_revoke", preview.pk)).status_code == 404
    assert Preview.objects.live().count() == 1


def test_staff_open_a_preview_without_a_link_in_the_language_of_the_text(desk):
    source = make_draft()
    arabic = make_draft(source.article, "ar", follows=source.newest_revision, title="نص لم ينشر")

    answer = desk.get(page(arabic, "preview", 1))

    text = answer.content.decode()
    assert "نص لم ينشر" in text
    assert '<html lang="ar" dir="rtl">' in text
    assert answer.headers["Content-Language"] == "ar"
    assert "no-store" in answer.headers["Cache-Control"]
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert not Preview.objects.exists()


def test_who_has_no_right_to_the_language_makes_no_links_and_sees_no_way_to_it(client, edition):
    user = make_user(is_superuser=False)
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_article", "write_fr"]))
    client.force_login(user)

    assert client.get(page(edition)).status_code == make(client, edition).status_code == 403
    assert client.get(page(edition, "preview", 2)).status_code == 200
    assert page(edition) not in client.get(change_address(edition.article)).content.decode()


def test_the_form_and_the_page_of_a_revision_lead_to_previews(desk, edition):
    form = desk.get(change_address(edition.article)).content.decode()
    revision = desk.get(page(edition, "revision", 1)).content.decode()

    assert page(edition, "preview", 2) in form
    assert page(edition) in form
    assert page(edition, "preview", 1) in revision
    assert f"{page(edition)}?revision=1" in revision
    assert '<option value="1" selected>' in desk.get(f"{page(edition)}?revision=1").content.decode()
    assert desk.get(f"{page(edition)}?revision=99999999999999").status_code == 200
