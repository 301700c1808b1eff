"""oEmbed: a quotation of a live story for other sites, and nothing else."""

import json
from urllib.parse import quote, unquote

import pytest
from lxml import etree

from tests.factories import make_article, make_draft, make_edition, make_picture, update_edition
from tests.icesco.found.heads import head_of

pytestmark = pytest.mark.django_db

ORIGIN = "http://127.0.0.1:8000"


def ask(client, url, more=""):
    return client.get(f"/oembed?url={quote(url, safe='')}{more}")


def embedding(client, edition, more=""):
    response = ask(client, ORIGIN + edition.get_absolute_url(), more)
    assert response.status_code == 200
    return json.loads(response.content)


def test_a_story_is_a_quotation_in_its_own_language_and_direction(client):
    edition = make_edition(language="ar", title="منتدى <b>الرباط</b>", summary="موجز")

    said = embedding(client, edition)

    assert (said["version"], said["type"], said["title"]) == ("1.0", "rich", "منتدى <b>الرباط</b>")
    assert said["provider_name"] == "غرفة أخبار الإيسيسكو"
    assert said["author_name"] == "منظمة العالم الإسلامي للتربية والعلوم والثقافة"
    assert said["html"].startswith('<blockquote lang="ar" dir="rtl"')
    assert "منتدى &lt;b&gt;الرباط&lt;/b&gt;" in said["html"]
    assert "<script" not in said["html"]
    assert "style=" not in said["html"]
    assert said["cache_age"] > 0
    assert (said["width"], said["height"]) == (600, 240)


def test_the_thumbnail_is_the_lead_picture_where_it_fits(client):
    edition = make_edition(make_article(lead_picture=make_picture()), lead_alt="Waves")

    fitting, too_wide = embedding(client, edition), embedding(client, edition, "&maxwidth=320")

    assert fitting["thumbnail_url"].startswith(f"{ORIGIN}/media/")
    assert (fitting["thumbnail_width"], fitting["thumbnail_height"]) == (640, 336)
    assert "thumbnail_url" not in too_wide
    assert too_wide["width"] == 320


def test_the_answer_can_be_xml(client):
    edition = make_edition(title="Waves & wind")

    response = ask(client, ORIGIN + edition.get_absolute_url(), "&format=xml")

    assert response.headers["Content-Type"] == "text/xml; charset=utf-8"
    root = etree.fromstring(response.content)
    assert root.tag == "oembed"
    assert root.findtext("title") == "Waves & wind"
    assert root.findtext("html").startswith("<blockquote")


def test_a_story_tells_where_to_ask(client):
    edition = make_edition(language="ar", title="منتدى الرباط")
    head = head_of(client, edition.get_absolute_url())

    for media_type in ("application/json+oembed", "text/xml+oembed"):
        (address,) = head.of_type(media_type)
        response = client.get(address.removeprefix(ORIGIN))
        assert response.status_code == 200
        assert "منتدى الرباط" in response.content.decode()


@pytest.mark.parametrize(
    "written", [str, unquote, lambda url: f"{url}?utm_source=x#part", lambda url: url.replace("http:", "https:")]
)
def test_an_address_may_be_written_in_any_way_that_leads_to_the_page(client, written):
    edition = make_edition(language="ar", title="منتدى الرباط")

    assert ask(client, written(ORIGIN + edition.get_absolute_url())).status_code == 200


def test_a_former_address_answers_with_the_present_one(client):
    edition = make_edition()
    former = ORIGIN + edition.get_absolute_url()
    edition.change_address("another-slug")

    assert ORIGIN + edition.get_absolute_url() in json.loads(ask(client, former).content)["html"]


def test_what_is_no_live_story_of_ours_is_missing(client):
    draft = make_draft(title="Draft one")
    draft.set_address("draft-one", permalink_on="2024-12-16")
    gone = make_edition()
    gone_url = ORIGIN + gone.get_absolute_url()
    gone.withdraw()
    live = make_edition().get_absolute_url()
    foreign = [f"https://example.org{live}", f"//127.0.0.1:8000{live}", live, f"ftp://127.0.0.1:8000{live}"]
    odd = [
        f"http://127.0.0.1:8000@example.org{live}",
        f"{ORIGIN}.example.org{live}",
        "http://[",
        f"{ORIGIN}/en/%FF/",
        f"{ORIGIN}/en/%00/",
    ]
    others = [f"{ORIGIN}/", f"{ORIGIN}/en/", f"{ORIGIN}/en/news/", f"{ORIGIN}/admin/", f"{ORIGIN}/en/2024/02/30/a/", ""]

    for url in [f"{ORIGIN}/en/2024/12/16/draft-one/", gone_url, *foreign, *odd, *others]:
        assert ask(client, url).status_code == 404, url
    assert client.get("/oembed").status_code == 404


@pytest.mark.parametrize(
    "more",
    [
        "&maxwidth=0",
        "&maxwidth=-1",
        "&maxheight=1e3",
        "&maxwidth=1000000",
        "&maxwidth=٣٢٠",
        "&maxwidth=1&maxwidth=2",
        "&url=x",
    ],
)
def test_a_size_that_is_none_and_a_repeated_parameter_are_refused(client, more):
    edition = make_edition()

    assert ask(client, ORIGIN + edition.get_absolute_url(), more).status_code == 404


def test_other_formats_are_not_implemented(client):
    edition = make_edition()

    assert ask(client, ORIGIN + edition.get_absolute_url(), "&format=yaml").status_code == 501


def test_other_sites_scripts_may_ask_and_what_is_unchanged_is_not_sent_again(client):
    edition = make_edition()
    address = f"/oembed?url={quote(ORIGIN + edition.get_absolute_url(), safe='')}"
    first = client.get(address)

    unchanged = client.get(address, headers={"If-None-Match": first.headers["ETag"]})
    update_edition(edition, title="A word changed")
    changed = client.get(address, headers={"If-None-Match": first.headers["ETag"]})

    assert first.headers["Access-Control-Allow-Origin"] == "*"
    assert (unchanged.status_code, changed.status_code) == (304, 200)


def test_an_embedding_takes_two_queries(client, django_assert_num_queries):
    edition = make_edition(make_article(lead_picture=make_picture()), lead_alt="Waves")

    with django_assert_num_queries(2):
        embedding(client, edition)


def test_pictures_may_be_shown_on_other_sites_and_pages_may_not(client, settings):
    picture = make_picture()

    shown = client.get(settings.MEDIA_URL + picture.renditions[0]["name"])

    assert shown.headers["Cross-Origin-Resource-Policy"] == "cross-origin"
    assert client.get("/en/").headers["Cross-Origin-Resource-Policy"] == "same-origin"
