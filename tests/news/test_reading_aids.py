"""What helps to read a story and to hand it on: time, other languages, the Hijri date, links, the address."""

import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils import translation

from news.reading_time import WORDS_A_MINUTE, reading_minutes
from news.sharing import share_links
from news.templatetags.reading import reading_time
from tests.factories import make_edition

TITLE = 'منتدى "الرباط" & العلوم + 100% — س؟'
URL = "https://news.example.org/ar/2024/12/16/%D9%85%D9%86%D8%AA%D8%AF%D9%89/"
on_a_page = pytest.mark.django_db


def page_of(client, edition):
    return client.get(edition.get_absolute_url()).content.decode()


# Reading time


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (228, 1), (400, 2), (2280, 10)])
def test_a_text_takes_whole_minutes_and_one_at_least(words, minutes):
    assert reading_minutes(f"<p>{'word ' * words}</p>", "en") == minutes


def test_the_same_number_of_words_takes_longest_in_arabic():
    body = f"<p>{'word ' * 1000}</p>"

    assert reading_minutes(body, "ar") > reading_minutes(body, "fr") > reading_minutes(body, "en")
    assert set(WORDS_A_MINUTE) == {"ar", "en", "fr"}


def test_markup_and_alt_texts_are_not_read():
    body = f'<p>One two.</p><figure><img src="picture:1" alt="{"word " * 900}"></figure>'

    assert reading_minutes(body, "en") == 1


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (1, "مدة القراءة: دقيقة واحدة"),
        (2, "مدة القراءة: دقيقتان"),
        (3, "مدة القراءة: 3 دقائق"),
        (11, "مدة القراءة: 11 دقيقة"),
    ],
)
def test_minutes_agree_in_arabic(minutes, words):
    edition = type("Text", (), {"body": "word " * WORDS_A_MINUTE["ar"] * minutes, "language": "ar"})

    with translation.override("ar"):
        assert reading_time(edition) == words


# Other languages, and the Hijri date


@on_a_page
def test_other_languages_are_linked_each_in_its_own_words(client):
    english = make_edition()
    arabic = make_edition(english.article, "ar", follows=english.live_revision)

    page = page_of(client, english)

    links = page[page.index('<ul class="also-in"') :]
    assert f'href="{arabic.get_absolute_url()}" lang="ar" dir="rtl" hreflang="ar">قراءة هذا الخبر بالعربية</a>' in links
    assert 'class="also-in__link" href="/fr' not in page
    assert "Read this story in English" not in page


@on_a_page
def test_a_story_in_one_language_offers_no_other(client):
    assert "also-in" not in page_of(client, make_edition())


@on_a_page
def test_an_arabic_story_gives_the_hijri_date_beside_the_gregorian(client):
    edition = make_edition(language="ar")
    type(edition).objects.filter(pk=edition.pk).update(permalink_on="2026-11-24")
    edition.addresses.update(day="2026-11-24")
    edition.refresh_from_db()

    page = page_of(client, edition)

    assert "<bdi>24 نوفمبر 2026</bdi>" in page
    assert "— <bdi>14 جمادى الآخرة 1448 هـ</bdi>" in page


@on_a_page
def test_the_hijri_date_is_for_arabic_only_and_can_be_switched_off(client, settings):
    english, arabic = make_edition(), make_edition(language="ar")
    assert "story__hijri" not in page_of(client, english)
    settings.HIJRI = False

    assert "story__hijri" not in page_of(client, arabic)


# Handing on


def queries(links):
    return {link["name"]: parse_qs(urlsplit(link["url"]).query, strict_parsing=True) for link in links}


def test_links_carry_the_title_and_the_address_whole():
    sent = queries(share_links(TITLE, URL))

    assert sent["email"] == {"subject": [TITLE], "body": [f"{TITLE}\r\n{URL}"]}
    assert sent["whatsapp"] == {"text": [f"{TITLE}\n{URL}"]}
    assert sent["telegram"] == sent["x"] == {"url": [URL], "text": [TITLE]}
    assert sent["facebook"] == {"u": [URL]}
    assert sent["linkedin"] == {"url": [URL]}


def test_links_are_ascii_and_blanks_are_no_plus():
    for link in share_links(TITLE, URL):
        assert link["url"].isascii()
        assert "+" not in link["url"]
        assert link["url"].startswith(("mailto:?", "https://"))


@on_a_page
def test_a_story_is_shared_by_its_canonical_address_whatever_the_host(client, settings):
    settings.ALLOWED_HOSTS = ["elsewhere.example"]
    edition = make_edition(language="ar", title="منتدى الرباط")

    page = client.get(edition.get_absolute_url(), headers={"host": "elsewhere.example"}).content.decode()

    address = f"http://127.0.0.1:8000{edition.get_absolute_url()}"
    found = [unescape(url) for url in re.findall(r'class="share__link" href="([^"]+)" rel="noopener nofollow"', page)]
    assert found == [link["url"] for link in share_links("منتدى الرباط", address)]
    assert f'data-copy="{address}" hidden' in page
    assert "/منتدى-الرباط/</bdi>" in page


@on_a_page
def test_nothing_is_fetched_from_elsewhere(client):
    page = page_of(client, make_edition())

    assert not re.search(r'(?:src|srcset|action)="https?://(?!127\.0\.0\.1)', page)
    assert not re.search(r'<link[^>]+href="https?://(?!127\.0\.0\.1)', page)
