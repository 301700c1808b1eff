"""Previews: a revision as the public page would show it, by a link that ends, and nowhere else."""

import re
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.models import Article, Edition, Preview
from news.models.bin import bin_story, bin_text, restore_story
from tests.crawling import whole_answer
from tests.factories import make_article, make_draft, make_edition, make_person, make_tag, make_user, update_edition
from tests.news.linked import Subjects

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def link(revision, lasts=DAY, now=None):
    """(address, Preview) of a new link to `revision`."""
    preview, token = Preview.make(revision, lasts, now=now)
    return f"/{revision.language}/preview/{token}/", preview


def story_of(answer):
    """The story on a page: from its heading to its end, without what a preview leaves out."""
    text = answer.content.decode()
    story = text[text.index("<h1") : text.index("</main>")]
    return re.sub(r"\s+", " ", re.sub(r'<section class="share".*?</section>', "", story, flags=re.DOTALL))


@pytest.fixture
def draft():
    return make_draft(title="A quiet draft", body="<p>Words to come.</p>")


def test_a_draft_is_shown_by_its_link_and_found_nowhere(client, draft):
    address, _preview = link(draft.newest_revision)

    page = client.get(address).content.decode()

    assert "A quiet draft" in page
    assert "Words to come." in page
    assert "Preview of revision 1" in page
    assert f"{timezone.localdate():%Y-%m-%d}" in page
    for place in ("/en/", "/en/news/", "/en/feed/", "/en/search/?q=quiet", "/api/v1/editions/?language=en"):
        assert "quiet draft" not in client.get(place).content.decode().replace("q=quiet", "")
    assert "/preview/" not in whole_answer(client.get("/sitemap.xml"))


def test_a_preview_of_what_is_public_is_the_public_page_but_for_its_ways_to_itself(client):
    arabic, _source = Subjects().full_story()
    address, _preview = link(arabic.live_revision)

    public, preview = client.get(arabic.get_absolute_url()), client.get(address)

    assert story_of(preview) == story_of(public)
    text = preview.content.decode()
    assert 'lang="ar" dir="rtl"' in text
    assert "هذه معاينة للصيغة 1" in text
    assert re.findall(r'class="breadcrumbs__link"[^>]*', text) == re.findall(
        r'class="breadcrumbs__link"[^>]*', public.content.decode()
    )
    for absent in ("canonical", 'rel="alternate"', "og:", "ld+json", 'class="share"', "data-rating", "share.js"):
        assert absent not in text, absent
    assert arabic.get_absolute_url() not in text
    assert address.split("/")[3] not in text


def test_a_newer_text_is_previewed_while_readers_keep_the_old_one(client):
    edition = make_edition(title="Old words")
    revision = update_edition(edition, publish=False, title="New words")
    before = client.get(edition.get_absolute_url()).content
    address, _preview = link(revision)

    page = client.get(address).content.decode()

    assert "New words" in page
    assert "Old words" not in page
    assert client.get(edition.get_absolute_url()).content == before
    assert Article.objects.get(pk=edition.article_id).title_en == "Old words"


def test_a_preview_shows_facts_as_the_public_page_would(client):
    article = make_article()
    article.tags.add(make_tag("Tides"))
    article.appearances.create(person=make_person("Not Reviewed", is_public=False))
    edition = make_draft(article)
    address, _preview = link(edition.newest_revision)
    preview = story_of(client.get(address))

    edition.publish(edition.newest_revision)

    assert preview == story_of(client.get(edition.get_absolute_url()))
    assert "Tides" in preview
    assert "Not Reviewed" in preview
    assert "not-reviewed" not in preview


def test_the_day_of_a_preview_is_the_one_it_is_scheduled_for(client, draft):
    due_at = timezone.now() + 40 * DAY
    draft.publish(draft.newest_revision, due_at=due_at)
    address, _preview = link(draft.newest_revision)

    assert f'datetime="{timezone.localdate(due_at):%Y-%m-%d}"' in client.get(address).content.decode()


def test_a_preview_is_kept_and_found_by_nobody(client, draft):
    address, _preview = link(draft.newest_revision)

    answer = client.get(address, headers={"accept-encoding": "gzip"})

    assert answer.headers["Cache-Control"] == "no-store, private"
    assert answer.headers["X-Robots-Tag"] == "noindex, nofollow, noarchive"
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "Content-Encoding" not in answer.headers
    assert not answer.cookies


def test_a_preview_can_be_asked_for_and_nothing_else(draft):
    address, _preview = link(draft.newest_revision)
    strict = Client(enforce_csrf_checks=True)

    assert strict.head(address).status_code == 200
    assert strict.head(address).content == b""
    assert {strict.post(address).status_code, strict.put(address).status_code} == {405}


def plain(answer, address):
    return answer.status_code, answer.content.decode().replace(address, ""), answer.headers["Cache-Control"]


def test_wrong_expired_revoked_and_foreign_links_answer_alike(client, draft):
    revision = draft.newest_revision
    missing = f"/en/preview/{'0' * 64}/"
    expired, _preview = link(revision, now=timezone.now() - 2 * DAY)
    revoked, preview = link(revision)
    Preview.objects.filter(pk=preview.pk).revoke()
    good, _preview = link(revision)
    expected = plain(client.get(missing), missing)
    assert expected[0] == 404
    assert expected[2] == "no-store"

    for address in (expired, revoked, missing[:-10] + "/", missing.replace("0", "z")):
        assert plain(client.get(address), address) == expected, address
    foreign = client.get(good.replace("/en/", "/fr/"))
    assert foreign.status_code == 404
    assert b"A quiet draft" not in foreign.content


def test_the_token_itself_is_kept_nowhere(draft):
    preview, token = Preview.make(draft.newest_revision, DAY)

    assert len(bytes.fromhex(token)) == 32
    row = Preview.objects.filter(pk=preview.pk).values().get()
    assert token not in map(str, row.values())


@pytest.mark.parametrize("lasts", [timedelta(days=7, seconds=1), timedelta(0), -DAY])
def test_no_link_lasts_longer_than_seven_days(draft, lasts):
    with pytest.raises(ValueError, match="seven days"):
        Preview.make(draft.newest_revision, lasts)


def test_the_database_lets_no_link_last_longer(draft):
    preview, _token = Preview.make(draft.newest_revision, 7 * DAY)

    with pytest.raises(IntegrityError), transaction.atomic():
        Preview.objects.filter(pk=preview.pk).update(expires_at=preview.created_at + timedelta(days=7, seconds=1))


def test_links_end_in_the_bin_and_stay_ended(client, draft):
    french = make_draft(draft.article, "fr", follows=draft.newest_revision)
    english_link, french_link = link(draft.newest_revision)[0], link(french.newest_revision)[0]
    assert client.get(french_link).status_code == 200

    bin_text(french)
    assert (client.get(french_link).status_code, client.get(english_link).status_code) == (404, 200)

    bin_story(draft.article)
    assert client.get(english_link).status_code == 404
    restore_story(Article.objects.get(pk=draft.article_id))
    assert client.get(english_link).status_code == 404


def test_a_preview_only_reads_and_asks_for_no_session(client):
    arabic, source = Subjects().full_story()
    update_edition(source, title="Changed since")
    draft = update_edition(arabic, publish=False, title="كلمات أخرى")
    address, _preview = link(draft)
    client.force_login(make_user())

    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200

    asked = [query["sql"] for query in queries]
    assert len(asked) <= 14
    assert all(sql.lstrip("(").startswith("SELECT") for sql in asked)
    assert not [sql for sql in asked if "session" in sql or "auth_user" in sql]
    assert Edition.objects.get(pk=arabic.pk).live_revision_id == arabic.live_revision_id


def test_a_preview_can_not_be_rated(client, draft):
    address, _preview = link(draft.newest_revision)

    answer = client.post("/en/feedback/", {"score": "5", "page": address}, headers={"sec-fetch-site": "same-origin"})

    assert answer.status_code == 422
