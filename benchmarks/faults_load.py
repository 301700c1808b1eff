"""Sends ratings and drafts while things break, and keeps what was acknowledged."""

import http.client
import random
import secrets
import threading
import time
from dataclasses import dataclass
from urllib.parse import parse_qs, urlencode

from benchmarks.ratings_load import answer

EVERY = 5  # of so many posts one is a draft
WORDS = {"source_language": "en", "draft_body_en": "<p>Words.</p>", "origin_en": "original", "_save": "1"}


@dataclass(frozen=True)
class Heard:
    """An answer: its status (0 for none), the value of Retry-After or None, and the seconds it took."""

    status: int
    retry_after: str | None
    seconds: float


def burst(port, posts, clients, inject):
    """Post until so many are acknowledged: ({kind: acknowledged keys}, {kind: keys tried}), each a set.

    inject: called between posts with the share of the burst that is over.
    """
    acknowledged, tried = ({"ratings": set(), "drafts": set()} for _kind in range(2))
    lock = threading.Lock()
    draft = draft_form()

    def work(seed):
        chance = random.Random(f"{time.time()} {seed}")
        while (count := sum(map(len, acknowledged.values()))) < posts:
            inject(min(1, (count + 1) / posts * 1.1))
            key = f"key {secrets.token_hex(12)}"
            kind = "drafts" if chance.randrange(EVERY) == 0 else "ratings"
            with lock:
                tried[kind].add(key)
            heard = draft(port, key) if kind == "drafts" else rating(port, key, chance)
            if heard.status in {302, 303}:
                with lock:
                    acknowledged[kind].add(key)
            else:
                time.sleep(0.02)

    threads = [threading.Thread(target=work, args=[number]) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return acknowledged, tried


def rating(port, key, chance):
    body, headers = answer(chance)
    fields = {name: values[0] for name, values in parse_qs(body).items()}
    return post(port, "/en/feedback/", {**fields, "comment": key}, headers)


def draft_form():
    """A function (port, title) that saves a new story as a draft, signed in as somebody with every right."""
    from django.conf import settings
    from django.test import Client
    from django.test.utils import setup_test_environment, teardown_test_environment
    from django.urls import reverse

    from tests.factories import make_user
    from tests.news.admin.forms import shown_values

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(make_user())
    address, token = reverse("admin:news_article_add"), secrets.token_hex(16)
    setup_test_environment()  # the form's fields are read from what the page was drawn with
    values = shown_values(client, address)
    teardown_test_environment()
    cookies = {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value, "csrftoken": token}
    headers = {
        "Cookie": "; ".join(f"{name}={value}" for name, value in cookies.items()),
        "Origin": settings.SITE_ORIGIN,
        "Content-Type": "application/x-www-form-urlencoded",
    }

    def draft(port, title):
        fields = {**values, "csrfmiddlewaretoken": token, **WORDS, "draft_title_en": title}
        return post(port, address, fields, headers)

    return draft


def post(port, address, fields, headers):
    return ask(port, "POST", address, urlencode(fields, doseq=True), headers)


def get(port, address):
    return ask(port, "GET", address, None, {})


def ask(port, method, address, body, headers):
    """The answer as Heard, on a connection of its own: workers come and go."""
    began, connection = time.monotonic(), http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request(method, address, body, headers)
        response = connection.getresponse()
        response.read()
        return Heard(response.status, response.headers["Retry-After"], time.monotonic() - began)
    except (OSError, http.client.HTTPException):
        return Heard(0, None, time.monotonic() - began)
    finally:
        connection.close()
