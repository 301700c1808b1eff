"""Tokens as analysts make, see and revoke them."""

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains, assertRedirects

from feedback.models import ApiToken, day_of
from tests.feedback.analysts import sign_in

pytestmark = pytest.mark.django_db
TOKENS = "admin:feedback_rating_tokens"


def days_on(number):
    return (day_of(datetime.now(UTC)) + timedelta(days=number)).isoformat()


@pytest.fixture
def analyst(client):
    client.user = sign_in(client, "view_dashboard", "view_rating", "export_ratings")
    return client


def make(client, **changes):
    data = {"name": "Weekly report", "scopes": ["figures", "ratings"], "expires_on": days_on(30), **changes}
    return client.post(reverse(TOKENS), data)


def somebody(*codenames):
    user = get_user_model().objects.create_user(username="somebody", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(content_type__app_label="feedback", codename__in=codenames))
    return user


def revoke(client, token):
    return client.post(reverse("admin:feedback_rating_token_revoke", args=[token.pk]))


def test_a_token_is_shown_once_and_opens_what_it_was_made_for(analyst, client):
    page = make(analyst)

    token = re.search("feedback_[0-9a-f]{64}", page.content.decode())[0]
    stored = ApiToken.objects.get()
    assert ApiToken.objects.for_token(token) == stored
    assert (stored.owner, stored.name, stored.scopes) == (analyst.user, "Weekly report", ["figures", "ratings"])
    again = analyst.get(reverse(TOKENS))
    assertContains(again, "Weekly report")
    assertNotContains(again, token)
    assert "no-store" in page.headers["Cache-Control"]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"name": ""}, "This field is required"),
        ({"name": "x" * 81}, "at most 80"),
        ({"name": "x\0"}, "Null characters"),
        ({"scopes": []}, "Choose what the token is for"),
        ({"scopes": ["everything"]}, "everything"),
        ({"scopes": ["comments"]}, "choose ratings too"),
        ({"expires_on": ""}, "This field is required"),
        ({"expires_on": days_on(-1)}, "a year from today at most"),
        ({"expires_on": days_on(366)}, "a year from today at most"),
        ({"expires_on": "9" * 5000}, "year-month-day"),
    ],
)
def test_a_token_that_makes_no_sense_is_not_made(analyst, changes, message):
    page = make(analyst, **changes)

    assertContains(page, message, status_code=422)
    assert not ApiToken.objects.exists()


def test_what_the_owner_may_not_is_not_offered(client):
    sign_in(client, "export_ratings")

    page = client.get(reverse(TOKENS))

    assert re.findall('name="scopes" value="([a-z]+)"', page.content.decode()) == ["ratings", "times"]
    assert make(client, scopes=["ratings", "comments"]).status_code == 422


def test_each_sees_and_revokes_their_own(analyst):
    other = ApiToken.make(somebody("export_ratings"), "Theirs", ["ratings"], day_of(datetime.now(UTC)))[0]
    make(analyst)
    own = ApiToken.objects.get(owner=analyst.user)

    assertNotContains(analyst.get(reverse(TOKENS)), "Theirs")
    assert revoke(analyst, other).status_code == 403
    assertRedirects(revoke(analyst, own), reverse(TOKENS))

    assert [token.pk for token in ApiToken.objects.live()] == [other.pk]
    assertContains(analyst.get(reverse(TOKENS)), "No token works")


def test_who_manages_tokens_ends_anybodys(client):
    token = ApiToken.make(somebody("export_ratings"), "Theirs", ["ratings"], day_of(datetime.now(UTC)))[0]
    sign_in(client, "export_ratings", "manage_tokens")

    assertContains(client.get(reverse(TOKENS)), "Theirs")
    revoke(client, token)

    assert not ApiToken.objects.live().exists()


def test_without_the_right_to_export_there_are_no_tokens(client):
    sign_in(client, "view_dashboard", "view_rating")

    assert client.get(reverse(TOKENS)).status_code == 403
    assert make(client).status_code == 403


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr"), ("fr", "ltr")])
def test_the_page_is_drawn_in_each_language(analyst, settings, language, direction):
    analyst.cookies[settings.LANGUAGE_COOKIE_NAME] = language
    make(analyst)

    assertContains(analyst.get(reverse(TOKENS)), f'dir="{direction}"')
