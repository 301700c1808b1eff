"""The front door and the home page."""

import pytest

from tests.factories import make_article, make_draft, make_edition, make_picture, make_sector

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("header", "home"), [("fr-CA,fr;q=0.9", "/fr/"), ("ar", "/ar/"), ("de, en;q=0.5", "/en/"), ("de", "/en/")]
)
def test_the_front_door_leads_to_the_best_language_of_the_browser(client, header, home):
    response = client.get("/", headers={"accept-language": header})

    assert response.status_code == 302
    assert response.headers["Location"] == home
    assert "Accept-Language" in response.headers["Vary"]


def test_the_front_door_looks_at_no_cookie(client, settings):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = "ar"

    assert client.get("/", headers={"accept-language": "fr"}).headers["Location"] == "/fr/"


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr"), ("fr", "ltr")])
def test_home_is_in_one_language(client, language, direction):
    make_edition(language=language, title="Mine")
    make_edition(language="en" if language != "en" else "fr", title="Theirs")

    page = client.get(f"/{language}/").content.decode()

    assert f'<html lang="{language}" dir="{direction}">' in page
    assert "Mine" in page
    assert "Theirs" not in page


def test_home_leads_with_the_newest_story_and_its_picture(client):
    make_edition(title="Older one")
    make_edition(make_article(lead_picture=make_picture()), title="Newest one", lead_alt="Waves")

    page = client.get("/en/").content.decode()

    lead = page[page.index('<article class="lead') : page.index("</article>")]
    assert "Newest one" in lead
    assert 'alt="Waves"' in lead
    assert "Older one" in page


def test_home_without_stories_says_so(client):
    make_draft(title="Draft one")

    page = client.get("/en/").content.decode()

    assert "There is no news in this language yet." in page
    assert "Draft one" not in page


def test_home_links_the_sectors_of_today(client):
    make_sector("Oceans Sector")
    make_sector("Rivers Sector", ended_on="2020-01-01")

    page = client.get("/en/").content.decode()

    assert 'href="/en/sectors/oceans-sector/"' in page
    assert "Rivers Sector" not in page


def test_home_shows_the_newest_three_stories_of_each_sector(client):
    sector, quiet = make_sector("Oceans Sector"), make_sector("Rivers Sector")
    for number in range(1, 6):
        article = make_article()
        article.sectors.add(sector)
        make_edition(article, title=f"Tide {number} rises")

    page = client.get("/en/").content.decode()

    part = page[page.index('id="sector-oceans-sector"') :]
    part = part[: part.index("</section>")]
    assert [number for number in range(1, 6) if f"Tide {number} rises" in part] == [3, 4, 5]
    assert part.index("Tide 5") < part.index("Tide 4")
    assert 'id="sector-rivers-sector"' not in page
    assert f'href="/en/sectors/{quiet.slug}/"' in page


def test_home_shows_no_story_of_a_sector_that_is_not_live_in_its_language(client):
    article = make_article()
    article.sectors.add(make_sector())
    gone = make_edition(article, title="Withdrawn one")
    make_edition(article, "fr", title="En français", follows=gone.live_revision)
    gone.withdraw()

    page = client.get("/en/").content.decode()

    assert "Withdrawn one" not in page
    assert "En français" not in page


@pytest.mark.parametrize("sectors", [1, 8])
def test_home_takes_five_queries_whatever_the_number_of_sectors(client, django_assert_num_queries, sectors):
    for number in range(sectors):
        article = make_article()
        article.sectors.add(make_sector(f"Sector {number}"))
        make_edition(article)

    with django_assert_num_queries(5):
        client.get("/en/")


def test_home_names_itself_in_every_language_for_search_engines(client):
    page = client.get("/ar/").content.decode()

    for code, path in {"ar": "/ar/", "en": "/en/", "fr": "/fr/", "x-default": "/"}.items():
        assert f'<link rel="alternate" hreflang="{code}" href="http://127.0.0.1:8000{path}">' in page


def test_health_answers_without_the_database(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/healthz")

    assert response.content == b"ok\n"


def test_readiness_asks_the_database(client):
    assert client.get("/readyz").content == b"ok\n"


def test_readiness_tells_when_the_database_is_away(client, monkeypatch):
    from django.db import DatabaseError, connection

    def refuse(*args, **kwargs):
        raise DatabaseError

    monkeypatch.setattr(connection, "cursor", refuse)

    assert client.get("/readyz").status_code == 503
