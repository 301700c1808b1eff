"""What programs of analysts read with a token, and what they are refused."""

import json
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from feedback.exports.columns import COLUMNS
from feedback.exports.request import Export
from feedback.filters import Filters
from feedback.models import ApiToken, ExportLog, Standing, day_of
from feedback.models.api_token import MOST_CALLS
from tests.feedback.ratings import NOON, make_rating, make_ratings

pytestmark = pytest.mark.django_db
ROOT = "/api/v1/feedback/"
MARCH = {"start": "2026-03-01", "end": "2026-03-31"}
ALL = ["figures", "ratings", "comments", "times"]
RIGHTS = ("view_dashboard", "view_rating", "export_ratings")


def today():
    return day_of(datetime.now(UTC))


@pytest.fixture
def owner():
    user = get_user_model().objects.create_user(username="amina", is_staff=True)
    user.user_permissions.set(Permission.objects.filter(codename__in=RIGHTS, content_type__app_label="feedback"))
    return user


@pytest.fixture
def ask(client, owner):
    """Asks for an address with a token for `scopes`; March 2026 unless told otherwise."""
    tokens = {}

    def asked(path, *scopes, **params):
        scopes = scopes or ("figures", "ratings")
        if scopes not in tokens:
            tokens[scopes] = ApiToken.make(owner, "Weekly", list(scopes), today() + timedelta(days=30))[1]
        return client.get(ROOT + path, {**MARCH, **params}, headers={"Authorization": f"Bearer {tokens[scopes]}"})

    return asked


def read(answer):
    assert answer.status_code == 200, answer.content
    return json.loads(answer.content)


def problem(answer, status, parameter=None):
    assert answer.status_code == status, answer.content
    assert answer.headers["Content-Type"] == "application/problem+json"
    data = json.loads(answer.content)
    assert data["status"] == status
    assert data["detail"].endswith((".", "…"))
    if parameter:
        assert data["parameter"] == parameter
    return data


def walk(client, answer):
    """All items from the page `answer` on, each page once."""
    items, data = [], read(answer)
    while True:
        items += data["items"]
        if not data["links"]["next"]:
            return items
        path = data["links"]["next"].split("://")[1].partition("/")[2]
        data = read(client.get(f"/{path}", headers={"Authorization": answer.wsgi_request.headers["Authorization"]}))


# Ratings


def test_ratings_have_the_columns_of_the_file_without_minutes_and_comments(ask):
    rating = make_rating(3, at=NOON.replace(minute=41), comment="my name is Amina", seconds=4)

    data = read(ask("ratings/"))

    (row,) = data["items"]
    assert list(row) == [column.name for column in COLUMNS]
    assert (row["id"], row["score"], row["seconds"], row["is_demo"]) == (rating.pk, 3, 4, False)
    assert (row["created_at"], row["rated_on"], row["standing"]) == ("2026-03-09T12:00:00Z", "2026-03-09", "counted")
    assert (data["comments"], data["times"]) == ("left out", "cut to the hour")


def test_comments_come_masked_and_times_exact_to_tokens_made_for_that(ask):
    make_rating(3, at=NOON.replace(minute=41), comment="write to a@b.example")

    (row,) = read(ask("ratings/", *ALL))["items"]

    assert (row["comment"], row["created_at"]) == ("write to [e-mail]", "2026-03-09T12:41:00Z")


def test_pages_follow_each_other_by_key_and_hold_every_rating_once(ask, client):
    stored = make_ratings(*[1, 2, 3, 4, 5] * 3)

    items = walk(client, ask("ratings/", limit="4"))

    assert [item["id"] for item in items] == [rating.pk for rating in stored]


def test_pages_of_one_walk_are_of_one_moment(ask, client):
    first, second = make_ratings(1, 2)

    page = ask("ratings/", limit="1")
    second.judge(Standing.QUARANTINED, "staff")
    make_rating(5, at=datetime.now(UTC) - timedelta(minutes=1))
    items = walk(client, page)

    assert [item["id"] for item in items] == [first.pk, second.pk]
    assert items[1]["standing"] == "counted"


def test_the_rows_are_those_of_the_file_of_the_same_moment(ask, client):
    make_ratings(1, 2, 3)
    make_rating(4, language="fr").judge(Standing.REPLACED, "answered_again")
    as_of = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=6)
    filters = Filters(NOON.date().replace(day=1), NOON.date().replace(day=31))

    items = walk(client, ask("ratings/", as_of=f"{as_of:%Y-%m-%dT%H:%M:%SZ}", limit="2"))

    export = Export(filters, as_of.replace(minute=0, second=0))
    rows = [dict(zip(export.names, row, strict=True)) for row in export.rows(filters.start, filters.end)]
    assert [{**item, "is_demo": str(item["is_demo"]).lower()} for item in items] == [
        {**row, "rated_on": str(row["rated_on"])} for row in rows
    ]


@pytest.mark.parametrize(("scopes", "told"), [(("ratings",), "12:00:00Z"), (("ratings", "times"), "12:34:56Z")])
def test_no_time_that_was_cut_can_be_found_by_asking_for_one_moment_after_another(ask, scopes, told):
    found = read(ask("ratings/", *scopes, as_of="2026-03-09T12:34:56Z"))

    assert found["as_of"].endswith(told)


@pytest.mark.parametrize(("name", "value"), [("language", "fr"), ("page", "article:7"), ("device", "phone")])
def test_ratings_are_filtered_as_in_exports(ask, name, value):
    make_rating(1, language="fr")
    make_rating(2, page_key="article:7")
    make_rating(3, device="phone")
    make_rating(4, is_demo=True)

    found = read(ask("ratings/", **{name: value}))["items"]

    assert len(found) == 1
    assert len(read(ask("ratings/", demo="exclude"))["items"]) == 3


@pytest.mark.parametrize("path", ["ratings/", "pages/", "figures/"])
def test_the_number_of_queries_does_not_grow(ask, path):
    make_ratings(*[1, 2, 3, 4, 5] * 2)
    ask(path)
    with CaptureQueriesContext(connection) as few:
        read(ask(path))
    for number in range(30):
        make_ratings(1, 5, page_key=f"article:{number}")
    with CaptureQueriesContext(connection) as many:
        read(ask(path))

    # Two of them begin and end the savepoint in which the log is written.
    assert len(many) <= len(few) <= {"ratings/": 11, "pages/": 12, "figures/": 19}[path]


# Figures


def test_figures_are_those_of_the_dashboard_hidden_and_flagged_alike(ask):
    make_ratings(*[4] * 8, *[1] * 2)
    make_ratings(*[5] * 3, language="ar")

    data = read(ask("figures/"))

    assert (data["total"]["answers"], data["total"]["note"]) == (13, "few answers")
    assert round(data["total"]["csat"], 4) == 0.8462
    arabic, english = data["by_language"]
    assert arabic["note"] == "hidden: fewer than 10 answers"
    assert {arabic[name] for name in arabic if name not in {"code", "answers", "note"}} == {None}
    assert (english["score_1"], english["score_4"], english["mean"]) == (2, 8, 3.4)
    assert len(data["trend"]) == 31


def test_scores_across_a_change_of_the_question_are_not_pooled_unless_asked(ask):
    make_ratings(*[5] * 30)
    make_ratings(*[1] * 30, label_version=2, at=NOON + timedelta(days=2))

    apart, pooled = read(ask("figures/")), read(ask("figures/", pool="1"))

    assert (apart["total"]["answers"], apart["total"]["csat"]) == (60, None)
    assert apart["breaks"] == ["2026-03-11"]
    assert (pooled["total"]["csat"], len(pooled["by_series"])) == (0.5, 2)


def test_figures_by_page_come_by_key_and_few_answers_are_hidden(ask, client):
    make_ratings(*[5] * 10, page_key="article:2", page_type="article")
    make_ratings(*[1] * 9, page_key="article:1", page_type="article")
    make_ratings(*[4] * 30)

    items = walk(client, ask("pages/", limit="1"))

    told = {item["page_key"]: (item["answers"], item["csat"], item["note"]) for item in items}
    assert len(items) == 3
    assert told == {
        "article:1": (9, None, "hidden: fewer than 10 answers"),
        "article:2": (10, 1.0, "few answers"),
        "edition_list": (30, 1.0, ""),
    }


def test_pages_add_up_whole_months_and_single_days(ask):
    make_ratings(*[5] * 10, at=datetime(2026, 2, 10, 12, tzinfo=UTC))
    make_ratings(*[1] * 10, at=datetime(2026, 1, 31, 12, tzinfo=UTC))
    make_ratings(*[3] * 10, at=datetime(2026, 3, 2, 12, tzinfo=UTC))

    (page,) = read(ask("pages/", start="2026-01-31", end="2026-03-02"))["items"]

    assert [page[f"score_{score}"] for score in (1, 3, 5)] == [10, 10, 10]


# Who may


@pytest.mark.parametrize(
    "header", ["", "Bearer", "Bearer feedback_", "Basic YTpi", "Bearer feedback_" + "0" * 64, "Bearer " + "é" * 5000]
)
def test_without_a_token_that_opens_there_is_nothing(client, header):
    answer = client.get(f"{ROOT}ratings/", headers={"Authorization": header} if header else {})

    problem(answer, 401)
    assert answer.headers["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize(
    ("scopes", "path"), [(["figures"], "ratings/"), (["ratings"], "figures/"), (["ratings"], "pages/")]
)
def test_a_token_opens_only_what_it_was_made_for(ask, scopes, path):
    answer = ask(path, *scopes)

    problem(answer, 403)
    assert "insufficient_scope" in answer.headers["WWW-Authenticate"]


@pytest.mark.parametrize(
    ("loss", "status"),
    [
        (lambda user: user.user_permissions.clear(), 403),
        (lambda user: get_user_model().objects.filter(pk=user.pk).update(is_active=False), 401),
        (lambda user: get_user_model().objects.filter(pk=user.pk).update(is_staff=False), 401),
        (lambda user: ApiToken.objects.get().revoke(), 401),
        (lambda user: ApiToken.objects.update(expires_on=today() - timedelta(days=1)), 401),
    ],
)
def test_a_token_ends_with_its_time_its_owner_and_the_owners_right(ask, owner, loss, status):
    make_rating()
    assert ask("ratings/").status_code == 200

    loss(owner)

    problem(ask("ratings/"), status)


def test_without_the_right_to_read_comments_none_are_given(ask, owner):
    make_rating(comment="hello")
    owner.user_permissions.remove(Permission.objects.get(codename="view_rating"))

    (row,) = read(ask("ratings/", *ALL))["items"]

    assert "comment" not in row


def test_a_token_is_kept_as_a_keyed_digest_alone(owner, settings):
    made, token = ApiToken.make(owner, "Weekly", ["ratings"], today())

    row = ApiToken.objects.values().get()
    assert token not in str(row)
    assert row["token_digest"] != sha256(token.encode()).hexdigest()
    assert ApiToken.objects.for_token(token) == made
    settings.SECRET_KEY = "another"
    assert ApiToken.objects.for_token(token) is None


@pytest.mark.parametrize("days", [-1, 366])
def test_a_token_is_good_for_a_year_at_most(owner, days):
    with pytest.raises(ValueError, match="a year at most"):
        ApiToken.make(owner, "Weekly", ["ratings"], today() + timedelta(days=days))


def test_a_token_used_too_often_waits_for_the_next_minute(ask, monkeypatch):
    now = datetime.now(UTC).replace(second=30)
    monkeypatch.setattr(timezone, "now", lambda: now)
    read(ask("pages/"))
    ApiToken.objects.update(calls=MOST_CALLS)

    answer = ask("pages/")
    later = now + timedelta(minutes=1)
    monkeypatch.setattr(timezone, "now", lambda: later)

    problem(answer, 429)
    assert answer.headers["Retry-After"] == "60"
    read(ask("pages/"))
    assert ApiToken.objects.get().last_used_on == day_of(later)


# Protocol


@pytest.mark.parametrize("path", ["ratings/", "figures/", "pages/"])
def test_answers_are_kept_by_nobody_and_carry_no_cookie_and_no_leave_for_other_sites(ask, path):
    for answer in (ask(path), ask(path, limit="0")):
        assert "no-store" in answer.headers["Cache-Control"]
        assert "Authorization" in answer.headers["Vary"]
        assert not [name for name in answer.headers if name.lower().startswith("access-control-")]
        assert not answer.cookies


@pytest.mark.parametrize("method", ["post", "put", "patch", "delete", "options"])
def test_there_is_nothing_to_write(client, method):
    answer = getattr(client, method)(f"{ROOT}ratings/")

    problem(answer, 405)
    assert answer.headers["Allow"] == "GET, HEAD"


@pytest.mark.parametrize("path", ["", "nothing/", "ratings", "ratings/1/"])
def test_other_addresses_hold_nothing(client, path):
    problem(client.get(ROOT + path), 404)


@pytest.mark.parametrize(
    ("path", "name", "value"),
    [
        *(("ratings/", "after", value) for value in ("-1", "1" * 5000, "٣", "1.5", "abc", "01", " 1")),
        *(("ratings/", "limit", value) for value in ("0", "1001", "9" * 5000, "٣")),
        *(
            ("ratings/", "as_of", value)
            for value in ("now", "2026-03-09", "2026-13-09T00:00:00Z", "9999-01-01T00:00:00Z")
        ),
        ("ratings/", "as_of", "0001-01-01T00:00:00Z"),
        *(("figures/", "start", value) for value in ("yesterday", "0001-01-01", "٢٠٢٦-٠٣-٠١", "9" * 5000)),
        ("figures/", "end", "9999-12-31"),
        ("figures/", "language", "xx"),
        ("figures/", "device", "'; DROP TABLE"),
        ("figures/", "page", "x" * 201),
        ("pages/", "after", "x" * 201),
        ("pages/", "start", "1999-12-31"),
    ],
)
def test_a_parameter_that_makes_no_sense_is_named_and_not_repeated(ask, path, name, value):
    told = problem(ask(path, **{name: value}), 400, name)

    assert len(told["detail"]) < 200
    assert "DROP" not in told["detail"]


def test_a_period_of_a_million_days_is_refused(ask):
    assert "ten years" in problem(ask("figures/", start="2005-01-01"), 400, "start")["detail"]


@pytest.mark.parametrize(("path", "params"), [("ratings/", {"suspects": "include"}), ("pages/", {"page": "home"})])
def test_a_parameter_that_is_not_known_is_refused_and_known_ones_are_named(ask, path, params):
    assert "Known here: start" in problem(ask(path, **params), 400)["detail"]


@pytest.mark.parametrize("query", ["start=2026-03-01&start=2026-03-02", "language=", "page=%00", "page=%ED%A0%80"])
def test_an_odd_query_is_refused(client, owner, query):
    token = ApiToken.make(owner, "Weekly", ["ratings"], today())[1]

    problem(client.get(f"{ROOT}ratings/?{query}", headers={"Authorization": f"Bearer {token}"}), 400)


# The log


def test_what_is_given_is_noted_once_for_each_token_day_and_question(ask, owner):
    make_ratings(1, 2, 3)

    bodies = [ask("ratings/", limit="2").content, ask("ratings/", after="0", limit="1").content]
    ask("ratings/", language="fr")
    ask("ratings/", language="en")

    english, both = ExportLog.objects.order_by("-pk")
    digests = [sha256(body).hexdigest() for body in bodies]
    assert (both.by, both.rows, both.calls) == (owner, 3, 2)
    assert both.sha256 == sha256("".join(digests).encode()).hexdigest()
    assert both.request["filters"]["start"] == "2026-03-01"
    assert (english.rows, english.calls, english.request["filters"]["language"]) == (3, 1, "en")


def test_another_day_is_another_row_of_the_log(ask):
    make_rating()
    ask("ratings/")
    ExportLog.objects.update(at=datetime.now(UTC) - timedelta(days=1))

    ask("ratings/")

    assert [log.calls for log in ExportLog.objects.all()] == [1, 1]
