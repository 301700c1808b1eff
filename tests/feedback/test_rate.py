"""Sending an answer: what is stored, what is refused, and how the visitor hears of it."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape
from django.utils.translation import override
from pytest_django.asserts import assertContains, assertNotContains

from feedback.models import DailyCount, Rating

pytestmark = pytest.mark.django_db

SAME_ORIGIN = {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": "document"}
BROWSER = {
    "User-Agent": "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/130.0 Mobile Safari/537.36",
    "Accept-Language": "ar,en;q=0.8",
}
ARABIC_STORY = "/ar/2026/03/09/ملتقى-الرباط/"


def address(language="en"):
    with override(language):
        return reverse("feedback:rate")


def send(client, headers=SAME_ORIGIN, language="en", **changes):
    """The answer to a rating sent from the list of news, unless `changes` say otherwise; None leaves a value out."""
    data = {"score": "4", "comment": "", "page": "/en/news/", **changes}
    data = {name: value for name, value in data.items() if value is not None}
    return client.post(address(language), data, headers={**BROWSER, **headers})


def test_an_answer_is_stored_and_the_visitor_returns_to_the_page(client):
    response = send(client, score="2", comment="  Too slow.\r\nReally. ")

    rating = Rating.objects.get()
    assert (rating.score, rating.comment, rating.channel) == (2, "Too slow.\nReally.", "form")
    assert (rating.page_type, rating.page_key, rating.language) == ("edition_list", "edition_list", "en")
    assert rating.is_demo is False
    assert (rating.device, rating.placement, rating.seconds) == ("phone", 1, None)
    assert rating.current_standing() == "counted"
    assert DailyCount.objects.get().counts == (0, 1, 0, 0, 0)
    assert response.status_code == 303
    assert response["Location"] == "/en/news/#feedback-thanks"
    assert response["Cache-Control"] == "no-store"
    assert not response.cookies


def test_an_answer_about_an_arabic_story_keeps_its_language_and_returns_to_it(client):
    response = send(client, page=ARABIC_STORY, language="ar")

    rating = Rating.objects.get()
    assert (rating.page_type, rating.page_key, rating.language) == ("article", "article:7", "ar")
    assert response["Location"].isascii()
    assert response["Location"].startswith("/ar/2026/03/09/%D9%85")


def test_the_form_by_itself_rates_the_site_as_a_whole(client):
    response = send(client, page=address("fr"), language="fr")

    rating = Rating.objects.get()
    assert (rating.page_type, rating.language) == ("site", "fr")
    assert response["Location"] == "/fr/feedback/#feedback-thanks"


@pytest.mark.parametrize("score", [None, "", "0", "6", "-1", "4.0", " 4", "4 ", "٤", "４", "abc", "1" * 5000, "4\x00"])
def test_a_score_that_is_not_one_of_the_five_is_refused_and_the_comment_kept(client, score):
    response = send(client, score=score, comment="Please keep <this>")

    assertContains(response, "Choose one of the five answers.", status_code=422)
    assertContains(response, escape("Please keep <this>"), status_code=422)
    assertContains(response, 'aria-describedby="rating-score-error"', status_code=422)
    assert response["Cache-Control"] == "no-store"
    assert not Rating.objects.exists()


def test_a_comment_of_2000_letters_and_line_ends_is_stored_whole(client):
    comment = "ن" * 1500 + "\r\n" * 499 + "."

    response = send(client, comment=comment)

    assert response.status_code == 303
    assert Rating.objects.get().comment == comment.replace("\r\n", "\n")


def test_a_comment_that_is_too_long_is_refused_and_kept_with_the_choice(client):
    response = send(client, score="5", comment="x" * 2001)

    assertContains(response, "at most 2000 characters; yours has 2001", status_code=422)
    assertContains(response, "x" * 2001, status_code=422)
    assertContains(response, 'value="5" id="rating-score-5" required checked', status_code=422)
    assert not Rating.objects.exists()


@pytest.mark.parametrize("character", ["\x00", "\u202a", "\u202c", "\u202e"])
def test_a_comment_with_forbidden_characters_is_refused_and_kept_without_them(client, character):
    response = send(client, comment=f"good {character}morning")

    assertContains(response, "characters that cannot be stored", status_code=422)
    assertContains(response, "good morning", status_code=422)
    assertNotContains(response, character, status_code=422)
    assert not Rating.objects.exists()


def test_lone_surrogates_in_a_comment_harm_nobody(client):
    body = "score=4&page=/en/news/&comment=a%ED%A0%80b"

    response = client.post(address(), body, content_type="application/x-www-form-urlencoded", headers=SAME_ORIGIN)

    assert response.status_code in {303, 422}


def test_marks_that_arabic_needs_are_kept_in_a_comment(client):
    comment = "می\u200cخواهم \u2067شكرا\u2069 \u200f!"

    send(client, comment=comment)

    assert Rating.objects.get().comment == comment


@pytest.mark.parametrize(
    "page",
    [
        *(None, "", "/en/nothing/", "news/", "//evil.example/en/news/", "https://evil.example/", "/\\evil.example/"),
        *("/en/news/?page=2", "/en/news/#top", "/en/news/\x00", "/en/news/\r\nSet-Cookie: a=b", "/" + "x" * 9000),
        *("/admin/", "javascript:alert(1)", "/fr/too-long/", "/en/ne\u202ews/"),
    ],
)
def test_a_page_that_is_not_known_is_refused_and_the_site_offered_instead(client, page):
    response = send(client, page=page, comment="Kept")

    assertContains(response, "The page you rate is not known.", status_code=422)
    assertContains(response, f'name="page" value="{address()}"', status_code=422)
    assertContains(response, "Kept", status_code=422)
    assert not Rating.objects.exists()


def test_errors_are_summed_up_in_a_place_that_takes_the_focus(client):
    response = send(client, score="", comment="x" * 2001, language="ar", page=ARABIC_STORY)

    assertContains(response, 'role="alert" tabindex="-1" autofocus', status_code=422)
    assertContains(response, 'href="#rating-score-1"', status_code=422)
    assertContains(response, 'href="#rating-comment"', status_code=422)
    assertContains(response, 'dir="rtl"', status_code=422)
    assertContains(response, f'name="page" value="{ARABIC_STORY}"', status_code=422)


@pytest.mark.parametrize(
    "headers",
    [
        *({"Sec-Fetch-Site": site} for site in ("cross-site", "same-site", "none", "SAME-ORIGIN", "same-origin, none")),
        {"Sec-Fetch-Site": "cross-site", "Origin": "http://testserver"},
        *({"Origin": origin} for origin in ("https://evil.example", "null", "http://testserver.evil.example", "")),
        {},
    ],
)
def test_an_answer_from_elsewhere_is_refused_with_a_page_that_says_so(client, headers):
    response = send(client, headers=headers)

    assertContains(response, "It did not come from a page of this website", status_code=403)
    assert response["Cache-Control"] == "no-store"
    assert not Rating.objects.exists()


@pytest.mark.parametrize("origin", ["http://testserver", "https://news.example.org"])
def test_a_browser_without_fetch_metadata_is_known_by_its_origin(client, settings, origin):
    settings.SITE_ORIGIN = "https://news.example.org"

    response = send(client, headers={"Origin": origin})

    assert response.status_code == 303


def test_no_token_and_no_cookie_is_needed():
    client = Client(enforce_csrf_checks=True)

    response = send(client)

    assert response.status_code == 303


@pytest.mark.parametrize("method", ["put", "patch", "delete", "options"])
def test_other_methods_are_not_allowed(client, method):
    response = getattr(client, method)(address(), headers=SAME_ORIGIN)

    assert response.status_code == 405
    assert response["Allow"] == "GET, HEAD, POST"


def test_a_giant_answer_is_refused_unread(client):
    response = send(client, comment="x" * 300_000)

    assertContains(response, "too long to be read", status_code=413)


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", '{"score": 4, "page": "/en/news/"}'),
        ("text/plain", "score=4"),
        ("multipart/form-data; boundary=x", "--x\r\n"),
        ("application/x-www-form-urlencoded", "score[]=4&page[]=/en/news/&score=%FF"),
        ("", ""),
    ],
)
def test_odd_bodies_get_a_clear_refusal(client, content_type, body):
    response = client.generic("POST", address(), body, content_type=content_type, headers=SAME_ORIGIN)

    assert response.status_code in {400, 422}
    assert not Rating.objects.exists()


@pytest.mark.parametrize(
    ("query", "page"),
    [("", "/ar/feedback/"), (f"?page={ARABIC_STORY}", ARABIC_STORY), ("?page=//evil.example/", "/ar/feedback/")],
)
def test_the_form_by_itself_is_about_the_page_named_if_there_is_one(client, query, page):
    response = client.get(address("ar") + query)

    assertContains(response, f'name="page" value="{page}"')
    assertContains(response, 'id="feedback"', count=1)
    assert not response.cookies


def test_the_form_by_itself_answers_head(client):
    assert client.head(address()).status_code == 200
