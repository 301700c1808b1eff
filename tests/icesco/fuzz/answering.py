"""Sends what was made up and holds the answers to what holds for all of them."""

import time
import traceback
from collections import Counter
from datetime import timedelta

from django.core.signals import got_request_exception
from django.test import Client
from django.urls import reverse

from news.models import Preview
from tests.crawling import crawl, kept_body
from tests.factories import make_attachment, make_draft, make_user
from tests.icesco.roles.routes import all_routes
from tests.news.linked import Subjects
from tests.signing_in import sign_in

NEVER_A_LIST = ("add", "upload", "login", "logout", "jsi18n", "autocomplete", "password_change")


class World:
    """What there is to ask for: addresses, values that mean something to one of them, lists of the desk."""

    def __init__(self):
        arabic, source = Subjects().full_story()
        document = make_attachment(arabic.article)
        _preview, token = Preview.make(make_draft().newest_revision, timedelta(days=1))
        self.client = Client(raise_request_exception=False)
        found = crawl(self.client, is_wanted=lambda address: "?" not in address)
        self.addresses = sorted([*found, f"/en/preview/{token}/", f"/en/attachments/{document.token}.pdf", "/readyz"])
        story = source.get_absolute_url()
        self.values = [
            "amina-diallo",
            "atlantis",
            "oceans-sector",
            "tides",
            "المد",
            "2024",
            "1",
            "50",
            "ar",
            "en",
            "xml",
        ]
        self.values += ["newest", "Forum", "منتدى", "2024-12-16T00:00:00Z", f"http://127.0.0.1:8000{story}", story]
        self.user = make_user()
        self.form_values = [
            *self.values,
            "/en/",
            "5",
            "0",
            "6",
            "a comment",
            self.user.username,
            "a long test password",
        ]
        self.desk_client = Client(raise_request_exception=False)
        sign_in(self.desk_client, self.user, ["password", "mfa"])
        names = [route.name for route in all_routes() if route.is_admin and not route.parameters]
        self.desk = sorted(reverse(name) for name in names if not name.endswith(NEVER_A_LIST))


class Answers:
    """How every request was answered. failures: traces that a view raised; seconds: of each; statuses: a Counter."""

    def __init__(self):
        self.seconds, self.statuses, self.failures = [], Counter(), []

    def __enter__(self):
        got_request_exception.connect(self.keep_failure)
        return self

    def __exit__(self, *_):
        got_request_exception.disconnect(self.keep_failure)

    def keep_failure(self, request, **_):
        self.failures.append(f"{request.method} {request.get_full_path()[:500]}\n{traceback.format_exc()[-1500:]}")

    def send(self, client, asked):
        """The answer to an Asked, read to its end. Raises AssertionError on a failure."""
        sent = {"headers": asked.headers, "content_type": asked.content_type}
        began = time.perf_counter()
        response = client.generic(asked.method, asked.path, asked.body, **sent)
        kept_body(response)
        self.seconds.append(time.perf_counter() - began)
        self.statuses[response.status_code] += 1
        assert self.failures == []
        assert response.status_code < 500 or response.status_code == 501, asked
        return response

    def percentile(self, share):
        """The time, in milliseconds, within which that share, 0–1, of the answers came."""
        ordered = sorted(self.seconds)
        return 1000 * ordered[min(len(ordered) - 1, int(share * len(ordered)))]
