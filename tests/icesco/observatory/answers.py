"""Answers of the production profile's settings: of each view and language, and each status that the site can give."""

from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from django.db import OperationalError
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import translation

from icesco.errors import error_page
from news.models import Preview
from people.languages import LANGUAGES
from tests.factories import make_article, make_attachment, make_draft, make_edition, make_user
from tests.icesco.production import production_settings
from tests.icesco.roles.routes import all_routes
from tests.icesco.sign_in.doors import give_app
from tests.news.linked import Subjects
from tests.sampling import SEED, sampled
from tests.signing_in import sign_in

from .scoring import items, score

HOST = "news.example.org"
SIDES = ("public", "admin")
# Written into a folder of collected files, which whitenoise serves before anything else answers.
FILES = {"css/tried.css": "a{}", "js/tried.js": "1", "img/tried.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"}


@dataclass
class Answer:
    """side: of SIDES; kind: the view or what was refused; language: '' where there is none; response: Django's."""

    side: str
    kind: str
    language: str
    response: HttpResponse
    items: list = field(default_factory=list)

    @property
    def status(self):
        return self.response.status_code

    @property
    def score(self):
        return score(self.items)

    @property
    def has_script(self):
        return any(item.name == "subresource-integrity" and "script" in item.result for item in self.items) and (
            b"<script src" in self.response.content
        )

    def __str__(self):
        return f"{self.side} {self.kind} {self.language} {self.status}"


class Visitor:
    """Asks twice for each thing, by https and by http, and keeps what it hears."""

    def __init__(self):
        self.heard = []
        self.clients = {side: Client(raise_request_exception=False, headers={"host": HOST}) for side in SIDES}

    def ask(self, kind, address, language="", method="get", side="public", **request):
        client = self.clients[side]
        plain = getattr(client, method)(address, **request)
        response = getattr(client, method)(address, secure=True, **request)
        self.heard.append(Answer(side, kind, language, response, items(response, plain)))
        return response


def observe(settings, folder, patches):
    """All Answers. settings: pytest-django's; folder: a Path for files; patches: a MonkeyPatch for what has to fail."""
    for name, value in production_settings().items():
        setattr(settings, name, value)
    settings.STATIC_ROOT = folder / "static"
    for name, text in FILES.items():
        (settings.STATIC_ROOT / name).parent.mkdir(parents=True, exist_ok=True)
        (settings.STATIC_ROOT / name).write_text(text)
    world, visitor = World(), Visitor()
    pages(visitor, world)
    refusals(visitor, world)
    failures(visitor, patches)
    files(visitor)
    desk(visitor)
    return visitor.heard


class World:
    """A story with everything on it in each language, one withdrawn, one moved, a preview, a document."""

    def __init__(self):
        subjects = Subjects()
        arabic, _source = subjects.full_story()
        self.article = arabic.article
        self.stories = {edition.language: edition for edition in self.article.editions.all()}
        self.old = {code: edition.get_absolute_url() for code, edition in self.stories.items()}
        for edition in self.stories.values():
            edition.change_address(f"moved-{edition.language}")
        self.gone = {code: make_edition(subjects.article(source_language=code), code) for code in LANGUAGES}
        for edition in self.gone.values():
            edition.withdraw(by=make_user())
        self.previews = {
            code: Preview.make(make_draft(language=code).newest_revision, timedelta(days=1))[1] for code in LANGUAGES
        }
        # Somewhere else than asked for: each in the language that follows.
        following = dict(zip(LANGUAGES, [*LANGUAGES[1:], LANGUAGES[0]], strict=True))
        self.elsewhere = {
            code: make_edition(make_article(source_language=other), other).get_absolute_url()
            for code, other in following.items()
        }
        self.document = make_attachment(self.article)
        self.tag_paths = {"ar": subjects.tag.path_ar, "en": subjects.tag.path_en, "fr": subjects.tag.path_fr}

    def values(self, language):
        """What the parts of addresses can be."""
        day = self.stories[language].permalink_on
        return {
            "year": day.year,
            "month": day.month,
            "day": day.day,
            "path": self.tag_paths[language],
            "language": language,
            "article": self.article.pk,
            "name": f"pages-{language}",
        }

    def subject(self, kind, language):
        named = {"person": "amina-diallo", "member_state": "atlantis", "sector": "oceans-sector"}
        return named.get(kind) or self.tag_paths[language]


def pages(visitor, world):
    """Every public view once in each language, and 304 where its answers can be kept."""
    for language in LANGUAGES:
        for route in (route for route in all_routes() if not route.is_admin and route.name != "media"):
            with translation.override(language):
                address = reverse(route.name, kwargs=values_for(route, world, language))
            query = (
                {"url": f"https://{HOST}{world.stories[language].get_absolute_url()}"} if "oembed" in address else {}
            )
            if route.name.startswith("api:"):
                query = {"language": language} if route.name.endswith(("edition_list", "withdrawal_list")) else {}
            response = visitor.ask(route.name, address, language, query_params=query)
            if tag := response.headers.get("ETag"):
                visitor.ask(route.name, address, language, query_params=query, headers={"if-none-match": tag})


def values_for(route, world, language):
    values, subject = world.values(language), route.name.rpartition(":")[2]
    kind = next((kind for kind in ("person", "member_state", "sector") if subject.startswith(kind)), "tag")
    values |= {"slug": world.subject(kind, language), "key": world.subject(kind, language), "rest": "none"}
    if route.name == "news:edition_detail":
        values["slug"] = f"moved-{language}"
    if route.name == "news:attachment":
        values["token"] = world.document.token
    if route.name == "news:preview":
        values["token"] = world.previews[language]
    return {name: values[name] for name in route.parameters}


def refusals(visitor, world):
    """What is refused, moved or gone, by who refuses it."""
    for language in LANGUAGES:
        home = f"/{language}/"
        own = {"sec-fetch-site": "same-origin"}
        rating = {"page": home, "score": "4"}
        visitor.ask("moved", world.old[language], language)
        visitor.ask("gone", world.gone[language].get_absolute_url(), language)
        visitor.ask("missing", f"{home}none/", language)
        visitor.ask("not in this language", home[:3] + world.elsewhere[language][3:], language)
        visitor.ask("odd characters", f"{home}news/?q=%00", language)
        visitor.ask("long address", f"{home}news/?q={'a' * 9_000}", language)
        visitor.ask("long header", home, language, headers={"x-any": "a" * 9_000})
        visitor.ask("method", f"{home}news/", language, method="post")
        visitor.ask("wrong host", home, language, headers={"host": "evil.example"})
        visitor.ask(
            "foreign rating", f"{home}feedback/", language, method="post", headers={"sec-fetch-site": "cross-site"}
        )
        visitor.ask("rating", f"{home}feedback/", language, method="post", data=rating, headers=own)
        visitor.ask("empty rating", f"{home}feedback/", language, method="post", data={"page": home}, headers=own)
        long = {**rating, "comment": "a" * 300_000}
        visitor.ask("long rating", f"{home}feedback/", language, method="post", data=long, headers=own)
    visitor.ask("no slash", "/en/news")
    visitor.ask("missing", "/none/")
    visitor.ask("odd characters", "/%00")
    visitor.ask("api: parameter", "/api/v1/editions/?limit=x")
    visitor.ask("api: method", "/api/v1/editions/", method="post")
    visitor.ask("api: preflight", "/api/v1/editions/", method="options")
    visitor.ask("api: gone", f"/api/v1/editions/{world.gone['en'].article_id}/en/")
    visitor.ask("oembed: format", "/oembed?format=pdf")


def failures(visitor, patches):
    """429, 500 and 503, made to happen in the view."""
    for language in LANGUAGES:
        with pytest.MonkeyPatch.context() as broken:
            broken.setattr("icesco.views.front_page", None)
            visitor.ask("failure", f"/{language}/", language)
            broken.setattr("icesco.views.front_page", lambda language: {})
            broken.setattr("icesco.views.TemplateResponse", lambda request, *_: error_page(request, 429))
            visitor.ask("too many", f"/{language}/", language)
            broken.setattr("icesco.views.front_page", no_database)
            visitor.ask("database away", f"/{language}/", language)
    patches.setattr("icesco.views.connection", NoDatabase())
    visitor.ask("no database", "/readyz")


def no_database(language):
    raise OperationalError


class NoDatabase:
    @contextmanager
    def cursor(self):
        raise OperationalError
        yield


def files(visitor):
    """Static files by whitenoise; in production the proxy serves pictures."""
    for name in FILES:
        response = visitor.ask("file", f"/static/{name}")
        visitor.ask("file", f"/static/{name}", headers={"if-none-match": response.headers["ETag"]})
    visitor.ask("file: missing", "/static/none.css")
    visitor.ask("file: method", "/static/css/tried.css", method="post")
    visitor.ask("picture: missing", "/media/none.png")


def desk(visitor):
    """The admin: the door, then every page that needs no object, as an administrator; of two languages a sample."""
    routes = [route for route in all_routes() if route.is_admin and not route.parameters]
    names = [route.name for route in routes if route.name not in {"admin:logout", "admin:login"}]
    for language in LANGUAGES:
        client = visitor.clients["admin"]
        client.logout()
        client.cookies["icesco_admin_language"] = language
        for name in ("admin:index", "admin:login"):
            visitor.ask(name, reverse(name), language, side="admin")
        visitor.ask("wrong password", "/admin/login/", language, "post", "admin", data={"login": "a", "password": "b"})
        sign_in(client, staff(), ["password", "mfa"])
        for name in names if language == "en" else sampled(names, 5, seed=f"{SEED} {language}"):
            visitor.ask(name, reverse(name), language, side="admin")
        visitor.ask("desk: missing", "/admin/none/", language, side="admin")
        visitor.ask("desk: odd characters", "/admin/%00", language, side="admin")
        visitor.ask("desk: method", "/admin/language/setlang/", language, "put", "admin")
        sign_in(client, staff(is_superuser=False), ["password", "mfa"])
        visitor.ask("desk: forbidden", reverse("admin:auth_user_changelist"), language, side="admin")


def staff(**changes):
    """Somebody with an authenticator app: without one the production profile lets nobody in who may publish."""
    user = make_user(**changes)
    give_app(user)
    return user
