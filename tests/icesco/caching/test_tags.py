"""Who has a page hears that it is unchanged, as long as it is, and never of a page that is gone."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from icesco.caching.middleware import public_caching
from icesco.caching.moment import SiteMoment, site_moment
from news.models import Edition, LeadPin
from tests.factories import make_edition, make_sector, update_edition

pytestmark = pytest.mark.django_db(transaction=True)


def again(client, address):
    """The answer to who has the page of `address` already, as it is now: a function to ask at will."""
    tag = client.get(address).headers["ETag"]
    return lambda: client.get(address, headers={"if-none-match": tag})


@pytest.mark.parametrize("address", ["/ar/", "/en/news/", "/fr/member-states/", "/ar/about/privacy/", "/en/search/"])
def test_an_unchanged_page_is_not_sent_again(client, address):
    ask = again(client, address)

    answer = ask()

    assert (answer.status_code, answer.content) == (304, b"")
    assert "s-maxage=1" in answer.headers["Cache-Control"]
    assert "Content-Type" not in answer.headers


def test_an_unchanged_page_is_not_drawn(client, monkeypatch):
    ask = again(client, make_edition().get_absolute_url())
    monkeypatch.setattr("django.template.response.SimpleTemplateResponse.rendered_content", property(lambda _: 1 / 0))

    assert ask().status_code == 304


def test_a_change_of_anything_public_sends_it_again(client):
    edition = make_edition(title="Forum opens")
    ask = again(client, edition.get_absolute_url())

    update_edition(edition, title="Forum closes")

    assert "Forum closes" in ask().content.decode()


def test_a_new_name_elsewhere_sends_lists_again(client):
    ask = again(client, "/en/sectors/")

    make_sector(name="Rivers Sector")

    assert "Rivers Sector" in ask().content.decode()


@pytest.mark.parametrize("asked", ["{tag}", "*"])
def test_nobody_hears_unchanged_of_a_withdrawn_story(client, asked):
    edition = make_edition()
    address = edition.get_absolute_url()
    tag = client.get(address).headers["ETag"]

    edition.withdraw()

    assert client.get(address, headers={"if-none-match": asked.format(tag=tag)}).status_code == 410


@pytest.fixture
def later(monkeypatch):
    """A function that sets the clock: later(days=1)."""
    real = timezone.now

    def set_clock(**ahead):
        monkeypatch.setattr(timezone, "now", lambda: real() + timedelta(**ahead))

    return set_clock


def test_what_expired_without_anybody_writing_is_gone_from_lists(client, later):
    edition = make_edition(title="Call for papers")
    make_edition(title="Forum opens")
    Edition.objects.filter(pk=edition.pk).update(expires_at=timezone.now() + timedelta(hours=1))
    ask, ask_story = again(client, "/en/news/"), again(client, edition.get_absolute_url())
    later(minutes=5)
    assert ask().status_code == ask_story().status_code == 304

    later(minutes=61)

    assert "Call for papers" not in ask().content.decode()
    assert ask_story().status_code == 410


def test_a_lead_is_taken_off_at_its_hour(client, later):
    edition = make_edition(title="Pinned")
    LeadPin.put(edition, timezone.now() + timedelta(hours=1))
    ask = again(client, "/en/")

    later(minutes=61)

    assert ask().status_code == 200


def test_pages_are_of_a_day(client, later):
    ask = again(client, "/en/")

    later(days=1)

    assert ask().status_code == 200


def test_another_build_and_another_address_have_another_tag(client, monkeypatch):
    ask = again(client, "/en/news/")
    assert client.get("/fr/news/").headers["ETag"] != client.get("/en/news/").headers["ETag"]

    monkeypatch.setattr("icesco.caching.middleware.build", lambda: "next")

    assert ask().status_code == 200


@pytest.mark.parametrize(("seconds", "said"), [(None, (1, 1, 600)), (5, (1, 1, 4)), (1, (1, 0, 0)), (0.5, (0, 0, 0))])
def test_no_cache_keeps_a_page_beyond_what_ends_by_itself(seconds, said):
    now = timezone.now()
    comes = None if seconds is None else now + timedelta(seconds=seconds)

    shared, asking, away = said
    assert public_caching(SiteMoment(1, None, comes, now.date(), now)) == (
        f"public, max-age=0, s-maxage={shared}, stale-while-revalidate={asking}, stale-if-error={away}"
    )


def test_the_moment_knows_what_ended_and_what_ends_next():
    now = timezone.now()
    ended, ends, pinned = (make_edition(title=title) for title in ("Ended", "Ends", "Pinned"))
    Edition.objects.filter(pk=ended.pk).update(expires_at=now - timedelta(hours=1))
    Edition.objects.filter(pk=ends.pk).update(expires_at=now + timedelta(hours=3))
    LeadPin.put(pinned, now + timedelta(hours=2))

    moment = site_moment(now)

    assert (moment.passed, moment.comes) == (now - timedelta(hours=1), now + timedelta(hours=2))


def test_the_moment_is_one_query(django_assert_num_queries):
    with django_assert_num_queries(1):
        site_moment()


def test_the_moment_is_asked_before_the_page_is_read(client):
    """A change between the two must make the tag too old, not too new."""
    make_edition()

    with CaptureQueriesContext(connection) as queries:
        client.get("/en/news/")

    assert ["icesco_siteversion" in query["sql"] for query in queries].index(True) == 0
