"""Every answer of the production profile by the HTTP Observatory's own table, and that the table is ours."""

from collections import Counter

import pytest
from django.conf import settings as project
from django.http import HttpResponse

from people.languages import LANGUAGES
from tests.icesco.roles.routes import all_routes

from . import policy
from .answers import observe
from .scoring import Item, cookies, score, transport
from .table import keep

pytestmark = pytest.mark.django_db

# What can be earned without a cookie: policy 10, referrer 5, transport 5, integrity 5, framing 5, embedding 10.
PUBLIC, ADMIN = 140, 120
NO_SCRIPT, FOR_OTHERS = 5, 10


def expected(answer):
    """The least score of an answer. Without a script nothing can be earned by its digest; what is made to be shown by
    other sites earns nothing by being kept from them.
    """
    if answer.side == "admin":
        return ADMIN
    is_for_others = answer.response.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    return PUBLIC - (0 if answer.has_script else NO_SCRIPT) - (FOR_OTHERS if is_for_others else 0)


def test_every_answer_has_its_score_and_no_negative_item(settings, tmp_path, monkeypatch):
    heard = observe(settings, tmp_path, monkeypatch)
    keep(heard)

    low = [f"{answer}: {answer.score}" for answer in heard if answer.score < expected(answer)]
    negative = [f"{answer}: {item}" for answer in heard for item in answer.items if item.points < 0]
    assert low == []
    assert negative == []
    assert_all_kinds_were_asked(heard)


def assert_all_kinds_were_asked(heard):
    """Each public view in each language, each status, and pages of 140 in each language."""
    statuses = Counter(answer.status for answer in heard)
    views = {(answer.kind, answer.language) for answer in heard}
    assert {
        200,
        204,
        301,
        302,
        303,
        304,
        400,
        403,
        404,
        405,
        410,
        413,
        414,
        422,
        429,
        431,
        500,
        501,
        503,
    } <= statuses.keys()
    public = {route.name for route in all_routes() if not route.is_admin and route.name != "media"}
    assert {(name, code) for name in public for code in LANGUAGES} <= views
    assert {answer.language for answer in heard if answer.side == "public" and answer.score >= PUBLIC} == set(LANGUAGES)
    assert len([answer for answer in heard if answer.side == "admin" and answer.status == 200]) > 40
    assert pages_of_templates() <= {name for answer in heard for name in templates_of(answer)}


def templates_of(answer):
    return [template.name for template in getattr(answer.response, "templates", ())]


def pages_of_templates():
    """Templates of whole public pages: those that extend the frame, or the frame of refusals."""
    root = project.BASE_DIR / "templates"
    framed = ('{% extends "base.html" %}', '{% extends "error.html" %}')
    pages = [path for path in root.rglob("*.html") if path.read_text(encoding="utf-8").lstrip().startswith(framed)]
    assert len(pages) > 20
    return {str(path.relative_to(root)) for path in pages} - {"error.html", "403_csrf.html", "403.html"}


# The table


@pytest.mark.parametrize(
    ("header", "points"),
    [
        (None, -25),
        ("img-src a; img-src b", -25),
        ("default-src 'none'; script-src 'self'", 10),
        ("default-src 'self'", 5),
        ("default-src 'none'; style-src 'unsafe-inline'", 0),
        ("default-src 'none'; style-src 'unsafe-inline' 'sha256-x='", 10),
        ("default-src 'none'; script-src 'unsafe-inline'", -20),
        ("default-src 'none'; script-src data:", -20),
        ("script-src 'self'", -20),
        ("default-src 'none'; script-src 'self' 'unsafe-eval'", -10),
        ("default-src 'none'; img-src http://pictures.example", -10),
        ("default-src 'none'; script-src http://scripts.example", -20),
    ],
)
def test_a_policy_is_worth_what_the_table_says(header, points):
    assert policy.judged(header)[1] == points


@pytest.mark.parametrize(
    ("header", "points"),
    [
        ("max-age=31536000; includeSubDomains; preload", 5),
        ("max-age=31536000", 0),
        ("max-age=60", -10),
        ("preload", -20),
        ("", -20),
    ],
)
def test_strict_transport_is_worth_what_the_table_says(header, points):
    assert transport(header)[1] == points


@pytest.mark.parametrize(
    ("name", "attributes", "points"),
    [
        ("sessionid", {"secure": True, "httponly": True, "samesite": "Lax"}, 5),
        ("sessionid", {"secure": True, "httponly": True}, 0),
        ("sessionid", {"secure": True, "samesite": "Lax"}, -30),
        ("sessionid", {"httponly": True, "samesite": "Lax"}, -10),
        ("csrftoken", {"secure": True}, -20),
    ],
)
def test_a_cookie_is_worth_what_the_table_says(name, attributes, points):
    response = HttpResponse()
    response.set_cookie(name, "a", **attributes)

    assert cookies(response.cookies, response.headers)[1] == points


def test_nothing_is_earned_where_more_than_ten_points_are_lost():
    assert score([Item("a", "", -10), Item("b", "", 10)]) == 100
    assert score([Item("a", "", -20), Item("b", "", 10)]) == 80
