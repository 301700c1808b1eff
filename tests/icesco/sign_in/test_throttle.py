"""Guessing is limited: one count for all spellings and workers, and no lock that an attacker could keep on staff."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.core.cache import caches
from django.core.cache.backends.db import DatabaseCache
from django.db.models import F

from icesco.sign_in import throttle
from icesco.sign_in.counts import SignInCount
from tests.factories import make_user

from .doors import is_in, knock

pytestmark = pytest.mark.django_db
HOME, AWAY = "192.0.2.1", "198.51.100.7"


def guess(client, name, times, address=HOME):
    return [knock(client, name, "wrong", address) for _ in range(times)]


def let_time_pass(minutes):
    SignInCount.objects.update(until=F("until") - timedelta(minutes=minutes))


def test_the_right_password_is_refused_while_guessing_is_limited(client):
    make_user(username="huda")
    guess(client, "huda", 5)

    answer = knock(client, "huda")

    assert answer.status_code == 429
    assert 0 < int(answer.headers["Retry-After"]) <= 15 * 60
    assert "15 minutes" in answer.content.decode()
    assert not is_in(client)


def test_after_a_quarter_of_an_hour_the_right_password_opens_again(client):
    make_user(username="huda")
    guess(client, "huda", 5)
    let_time_pass(15)

    knock(client, "huda")

    assert is_in(client)


def test_all_spellings_of_a_name_share_one_count(client):
    for spelling in ("A", "a", "Ａ", " a ", "ａ"):
        assert knock(client, spelling, "wrong").status_code == 200

    assert knock(client, "A", "wrong").status_code == 429


def test_an_unknown_name_is_limited_like_a_known_one(client):
    make_user(username="huda")

    known = [answer.status_code for answer in guess(client, "huda", 7)]
    unknown = [answer.status_code for answer in guess(client, "nobody", 7)]

    assert known == unknown == [200] * 5 + [429] * 2


def test_right_passwords_are_no_guesses(client):
    make_user(username="huda")
    for _ in range(7):
        knock(client, "huda")
        client.post("/admin/logout/")

    assert knock(client, "huda").status_code == 302


def test_many_names_from_one_network_are_one_guesser(client):
    for number in range(40):
        knock(client, f"name{number}", "wrong")

    assert knock(client, "another", "wrong").status_code == 429
    assert knock(client, "another", "wrong", AWAY).status_code == 200


def test_another_network_is_not_kept_out_by_the_limit_of_one(client):
    make_user(username="huda")
    guess(client, "huda", 6, AWAY)

    assert knock(client, "huda").status_code == 302


def test_guesses_from_many_networks_lock_the_account_but_not_where_its_owner_comes_from(client):
    make_user(username="huda")
    knock(client, "huda", address=HOME)
    client.post("/admin/logout/")
    for number in range(50):
        guess(client, "huda", 1, f"203.0.113.{number}")

    assert knock(client, "huda", address=AWAY).status_code == 429
    assert knock(client, "huda", address=HOME).status_code == 302


def test_where_nobody_got_in_is_no_known_network(client):
    make_user(username="huda")
    for number in range(50):
        guess(client, "huda", 1, f"203.0.113.{number}")

    assert knock(client, "huda", address=HOME).status_code == 429


def test_a_forged_forwarded_address_starts_no_new_count(client):
    for number in range(5):
        knock(client, "huda", "wrong", HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")

    assert knock(client, "huda", "wrong", HTTP_X_FORWARDED_FOR="203.0.113.99").status_code == 429


def test_behind_a_proxy_of_ours_the_address_it_wrote_counts(client, settings):
    settings.FEEDBACK_TRUSTED_PROXIES = 1
    for number in range(5):
        knock(client, "huda", "wrong", HTTP_X_FORWARDED_FOR=f"203.0.113.{number}, 198.51.100.1")

    assert knock(client, "huda", "wrong", HTTP_X_FORWARDED_FOR="198.51.100.1").status_code == 429
    assert knock(client, "huda", "wrong", HTTP_X_FORWARDED_FOR="198.51.100.2").status_code == 200


def test_an_attempt_counts_before_its_password_is_looked_at(client, monkeypatch):
    seen = []
    monkeypatch.setattr(
        "icesco.sign_in.adapters.authenticate",
        lambda *args, **kwargs: seen.extend(SignInCount.objects.values_list("count", flat=True)),
    )

    knock(client, "huda")

    assert seen == [1, 1, 1]


def test_counts_name_neither_account_nor_network(client):
    knock(client, "huda", "wrong")

    kept = " ".join(str(value) for row in SignInCount.objects.values_list() for value in row)
    assert "huda" not in kept
    assert HOME not in kept


def test_what_has_run_out_is_forgotten(client):
    guess(client, "huda", 3)
    let_time_pass(61)

    guess(client, "leila", 1)

    assert SignInCount.objects.count() == 3


def test_limits_on_codes_are_in_a_cache_that_all_workers_share():
    assert isinstance(caches["default"], DatabaseCache)
    assert settings.ACCOUNT_RATE_LIMITS["login"] is None  # ours
    assert throttle.PAIR.attempts < throttle.NETWORK.attempts < throttle.ACCOUNT.attempts
