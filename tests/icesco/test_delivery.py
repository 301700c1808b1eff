"""How pages travel: compressed, kept for a moment by caches where anybody may read them, and light."""

import gzip
import json
import re
from pathlib import Path

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders

from icesco.stylesheets import stylesheet
from tests.caching import PUBLIC_CACHING
from tests.factories import make_edition, make_user, update_edition
from tests.news.linked import Subjects

pytestmark = pytest.mark.django_db

MOST_BYTES = 14 * 1024
MOST_SCRIPT_BYTES = 5 * 1024
GZIP = {"accept-encoding": "gzip"}


@pytest.mark.parametrize("address", ["/ar/", "/en/news/", "/fr/people/", "/ar/feedback/"])
def test_a_public_page_is_compressed_for_who_can_read_it(client, address):
    plain = client.get(address)
    packed = client.get(address, headers=GZIP)

    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == plain.content
    for response in (plain, packed):
        assert "Accept-Encoding" in response.headers["Vary"]


def test_the_admin_is_not_compressed(client):
    client.force_login(make_user())

    page = client.get("/admin/", headers=GZIP)

    assert page.status_code == 200
    assert "Content-Encoding" not in page.headers


@pytest.mark.parametrize("address", ["/ar/", "/en/news/", "/fr/sectors/", "/ar/about/translations/"])
def test_caches_may_keep_a_public_page_for_a_moment(client, address):
    page = client.get(address)

    assert page.headers["Cache-Control"] == PUBLIC_CACHING
    assert "Cookie" not in page.headers["Vary"]


@pytest.mark.parametrize("address", ["/en/none/", "/none/", "/en/2024/12/16/none/", "/admin/login/"])
def test_errors_and_the_admin_are_never_kept(client, address):
    assert "no-store" in client.get(address).headers["Cache-Control"]


def test_a_form_is_not_kept(client):
    assert "public" not in client.get("/en/feedback/").headers.get("Cache-Control", "")


def test_a_story_that_moved_leads_on_from_caches_too(client):
    edition = make_edition(title="Forum opens")
    old = edition.get_absolute_url()
    edition.change_address("forum-closes")

    response = client.get(old)

    assert response.status_code == 301
    assert response.headers["Cache-Control"].startswith("public")


def demo_words(language):
    """Title, summary and body of the demo's longest story in `language`."""
    folder = settings.BASE_DIR / "icesco" / "demo" / "stories"
    told = [json.loads(path.read_text(encoding="utf-8"))["editions"] for path in folder.glob("[01]*.json")]
    texts = [editions[language]["revisions"][-1] for editions in told if language in editions]
    longest = max(texts, key=lambda text: len(text["body"]))
    return {name: longest[name] for name in ("title", "summary", "body")}


@pytest.fixture
def stories():
    """A story with everything a page can show, and as long as any of the demo: {language: its edition}."""
    arabic, english = Subjects().full_story()
    update_edition(english, **demo_words("en"))
    update_edition(arabic, **demo_words("ar"))
    return {"ar": arabic, "en": english}


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_story_and_its_style_weigh_fourteen_kilobytes_at_most(client, stories, language):
    page = client.get(stories[language].get_absolute_url(), headers=GZIP)

    weight = len(page.content) + len(gzip.compress(stylesheet("story").encode()))

    assert page.status_code == 200
    assert weight <= MOST_BYTES


def test_at_most_four_requests_come_before_a_story_can_be_read(client, stories):
    page = client.get(stories["ar"].get_absolute_url()).content.decode()

    first = re.findall(r'<link rel="(?:stylesheet|preload)"|<script(?![^>]*\b(?:async|defer)\b)[^>]* src=', page)

    # The page itself is one more.
    assert 1 + len(first) <= 4


def test_scripts_of_a_public_page_are_small(client, stories):
    page = client.get(stories["ar"].get_absolute_url()).content.decode()

    scripts = re.findall(r'<script[^>]+src="/static/([^"]+)"', page)

    assert sum(Path(finders.find(name)).stat().st_size for name in scripts) <= MOST_SCRIPT_BYTES
