"""What the head of every kind of page says: its address, its languages, its card."""

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from django.utils import timezone

from news.models import Picture
from people.models import Person
from tests.factories import make_article, make_draft, make_edition, make_picture, update_edition
from tests.icesco.found.heads import head_of
from tests.news.linked import Subjects

pytestmark = pytest.mark.django_db

ORIGIN = "http://127.0.0.1:8000"


@pytest.fixture
def addresses(db):
    """A page of every kind, each language having one of them."""
    subjects = Subjects()
    arabic, english = subjects.full_story()
    lists = ["", "news/", "people/", "member-states/", "sectors/", "about/translations/"]
    months = [f"{english.permalink_on:%Y/%m}/"]
    entities = [*months, "people/amina-diallo/", "member-states/atlantis/", "sectors/oceans-sector/"]
    pages = [f"/{language}/{path}" for language in ("ar", "en", "fr") for path in [*lists, *entities]]
    filtered = "/en/news/?sector=oceans-sector&tag=tides"
    return [*pages, arabic.get_absolute_url(), english.get_absolute_url(), "/en/tags/tides/", filtered]


def path_of(address):
    parts = urlsplit(address)
    assert f"{parts.scheme}://{parts.netloc}" == ORIGIN
    return parts.path + (f"?{parts.query}" if parts.query else "")


def test_every_page_has_one_canonical_address_that_is_its_own(client, addresses):
    for address in addresses:
        assert head_of(client, address).canonical() == ORIGIN + client.get(address).wsgi_request.get_full_path(), (
            address
        )


def test_alternates_are_reciprocal_and_answer(client, addresses):
    for address in addresses:
        head = head_of(client, address)
        alternates = head.hreflangs()

        assert head.canonical() in alternates.values(), address
        for language, other in alternates.items():
            if language != "x-default":
                assert head_of(client, path_of(other)).hreflangs() == alternates, (address, other)


def test_the_default_of_a_story_is_its_source_language_and_of_other_pages_english(client, addresses):
    article = make_article(source_language="fr")
    french = make_edition(article, "fr")
    english = make_edition(article, "en", follows=french.live_revision)

    assert head_of(client, english.get_absolute_url()).hreflangs()["x-default"] == ORIGIN + french.get_absolute_url()
    assert head_of(client, "/ar/people/").hreflangs()["x-default"] == f"{ORIGIN}/en/people/"
    assert head_of(client, "/ar/").hreflangs()["x-default"] == f"{ORIGIN}/"


def test_a_filtered_list_names_only_languages_in_which_the_same_can_be_asked(client):
    subjects = Subjects()
    english = subjects.stories(1)[0]
    make_edition(english.article, "ar", follows=english.live_revision)

    alternates = head_of(client, "/en/news/?sector=oceans-sector&tag=tides").hreflangs()

    assert set(alternates) == {"ar", "en", "x-default"}


def test_later_pages_are_canonical_themselves_and_name_no_alternates(client):
    Subjects().stories(21)

    head = head_of(client, "/en/news/?page=2&utm_source=x")

    assert head.canonical() == f"{ORIGIN}/en/news/?page=2"
    assert head.hreflangs() == {}


def test_every_page_has_a_card_in_its_language(client, addresses):
    locales = {"ar": "ar_AR", "en": "en_GB", "fr": "fr_FR"}
    for address in addresses:
        head = head_of(client, address)
        language = address[1:3]

        assert head.one("og:title") in head.title, address
        assert head.one("og:title")
        assert head.one("og:description") == head.one("description"), address
        assert head.one("og:url") == head.canonical()
        assert head.one("og:locale") == locales[language]
        others = {locales[code] for code in head.hreflangs() if code not in {language, "x-default"}}
        assert set(head.properties.get("og:locale:alternate", [])) == others
        assert head.one("twitter:card") == "summary_large_image"
        assert head.one("og:image").startswith(f"{ORIGIN}/")


def test_a_page_without_a_picture_has_the_card_of_its_language(client):
    head = head_of(client, "/ar/people/")

    assert head.one("og:image") == f"{ORIGIN}/static/img/card-ar.png"
    assert (head.one("og:image:width"), head.one("og:image:height")) == ("1200", "630")
    assert head.one("og:image:type") == "image/png"
    assert head.one("og:image:alt") == "غرفة أخبار الإيسيسكو"


def test_a_storys_card_has_its_picture_times_section_and_tags(client):
    published = timezone.now() - timedelta(days=3)
    article = Subjects().article(lead_picture=make_picture())
    edition = make_edition(article, title="Waves & “wind”", lead_alt='The "sea"', now=published)

    head = head_of(client, edition.get_absolute_url())

    assert head.one("og:type") == "article"
    assert head.one("og:title") == "Waves & “wind”"
    assert head.one("og:description") == edition.summary
    assert head.one("og:image").endswith(".jpg")
    assert (head.one("og:image:width"), head.one("og:image:height")) == ("640", "336")
    assert head.one("og:image:alt") == 'The "sea"'
    assert head.one("article:published_time") == published.isoformat(timespec="seconds")
    assert head.one("article:modified_time") == published.isoformat(timespec="seconds")
    assert head.one("article:section") == "Oceans Sector"
    assert head.properties["article:tag"] == ["Tides"]


def test_the_copy_cropped_for_cards_is_preferred(client):
    picture = make_picture()
    cropped = {"format": "jpeg", "crop": "share", "width": 1200, "height": 630, "name": "pictures/cropped.jpg"}
    copies = [*picture.renditions, cropped, {**cropped, "crop": "square", "width": 2000}]
    Picture.objects.update(renditions=copies)
    edition = make_edition(make_article(lead_picture=picture), lead_alt="Waves")

    assert head_of(client, edition.get_absolute_url()).one("og:image").endswith("/cropped.jpg")


def test_a_minor_change_is_no_change_to_machines(client):
    published = timezone.now() - timedelta(days=3)
    edition = make_edition(now=published)
    update_edition(edition, is_minor=True, title="A comma changed")
    minor = head_of(client, edition.get_absolute_url()).one("article:modified_time")
    update_edition(edition, title="A word changed")

    changed = head_of(client, edition.get_absolute_url()).one("article:modified_time")

    assert minor == published.isoformat(timespec="seconds")
    assert changed > minor


def test_an_imported_story_was_published_on_the_day_that_readers_see(client):
    draft = make_draft()
    draft.set_address(permalink_on="2019-05-04")
    draft.refresh_from_db()
    draft.publish(draft.newest_revision)

    assert head_of(client, draft.get_absolute_url()).one("article:published_time").startswith("2019-05-04T00:00:00")


def test_a_long_description_ends_with_a_whole_word(client):
    edition = make_edition(summary="Waves and winds " * 40)

    description = head_of(client, edition.get_absolute_url()).one("description")

    assert len(description) <= 300
    assert description.endswith(("winds…", "and…", "Waves…"))


def test_a_page_that_is_none_has_no_card(client):
    page = client.get("/en/none/").content.decode()

    assert "og:" not in page
    assert "ld+json" not in page


def test_markup_in_a_name_stays_text_in_the_head(client):
    Person.objects.create(name_en='</title><script>"', slug="odd")
    subjects = Subjects()
    Person.objects.filter(slug="amina-diallo").update(name_en='A"><b>&amp;')
    subjects.stories(1)

    head = head_of(client, "/en/people/amina-diallo/")

    assert head.one("og:title") == 'A"><b>&amp;'
    assert head.node("ProfilePage")["mainEntity"]["name"] == 'A"><b>&amp;'


def test_pages_with_feeds_offer_them_in_head_and_body(client, addresses):
    subjects_feeds = {
        "/en/": "/en/feed",
        "/ar/news/": "/ar/feed",
        "/fr/people/amina-diallo/": "/fr/people/amina-diallo/feed",
        "/en/tags/tides/": "/en/tags/tides/feed",
    }
    for address, feed in subjects_feeds.items():
        head = head_of(client, address)

        assert head.of_type("application/atom+xml") == [f"{ORIGIN}{feed}/"]
        assert head.of_type("application/feed+json") == [f"{ORIGIN}{feed}.json"]
        assert f'<a class="button" href="{feed}/"' in client.get(address).content.decode()
        assert client.get(f"{feed}/").status_code == 200
        assert client.get(f"{feed}.json").status_code == 200
