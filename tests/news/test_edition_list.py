"""The news list: what is in it, its filters and what it says of them."""

from datetime import date, timedelta
from urllib.parse import quote

import pytest
from django.utils import timezone

from news.models import Edition
from people.models import Redirect
from tests.factories import (
    make_appearance,
    make_article,
    make_draft,
    make_edition,
    make_member_state,
    make_person,
    make_sector,
    make_tag,
)
from tests.news.linked import Subjects

pytestmark = pytest.mark.django_db


def listed(client, query="", language="en"):
    response = client.get(f"/{language}/news/{query}")
    assert response.status_code == 200, response.status_code
    return response.content.decode()


def about(title, language="en", **links):
    """A live edition linked to a sector, member_state, person or tag."""
    article = make_article(source_language=language)
    if "sector" in links:
        article.sectors.add(links["sector"])
    if "member_state" in links:
        article.member_states.add(links["member_state"])
    if "person" in links:
        make_appearance(article, links["person"])
    if "tag" in links:
        article.tags.add(links["tag"])
    return make_edition(article, language, title=title)


def test_the_list_has_the_live_stories_of_its_language_only(client):
    make_edition(title="Public one")
    make_draft(title="Draft one")
    make_edition(title="Scheduled one", due_at=timezone.now() + timedelta(days=1))
    make_edition(language="fr", title="French one")
    make_edition(title="Withdrawn one").withdraw()
    expired = make_edition(title="Expired one")
    Edition.objects.filter(pk=expired.pk).update(expires_at=timezone.now())

    page = listed(client)

    assert "Public one" in page
    for word in ("Draft", "Scheduled", "French", "Withdrawn", "Expired"):
        assert f"{word} one" not in page
    assert "1 story" in page


@pytest.mark.parametrize("name", ["sector", "state", "person", "tag"])
def test_each_filter_keeps_what_is_linked(client, name):
    kinds = {"sector": make_sector, "state": make_member_state, "person": make_person, "tag": make_tag}
    subject = kinds[name]()
    about("Linked one", **{"member_state" if name == "state" else name: subject})
    make_edition(title="Other one")
    value = subject.path_en if name == "tag" else subject.slug

    page = listed(client, f"?{name}={value}")

    assert "Linked one" in page
    assert "Other one" not in page


def test_the_year_is_that_of_the_address(client):
    edition = make_draft(title="Old one")
    edition.set_address("old-one", permalink_on=date(2019, 12, 31))
    edition.publish(edition.newest_revision)
    make_edition(title="New one")

    page = listed(client, "?year=2019")

    assert "Old one" in page
    assert "New one" not in page


def test_filters_narrow_each_other(client):
    sector, state = make_sector(), make_member_state()
    about("Both one", sector=sector, member_state=state)
    about("Sector one", sector=sector)
    about("State one", member_state=state)

    page = listed(client, f"?sector={sector.slug}&state={state.slug}")

    assert "Both one" in page
    assert "Sector one" not in page
    assert "State one" not in page


@pytest.mark.parametrize(
    "query",
    [
        "?sector=none",
        "?state=none",
        "?person=none",
        "?tag=none",
        "?year=24",
        "?year=0000",
        "?year=٢٠٢٥",
        "?year=20255",
        "?sector=oceans-sector&sector=oceans-sector",
        "?year=2024&year=2025",
        "?page=1&page=1",
    ],
)
def test_a_value_it_does_not_know_or_a_repeated_one_is_missing(client, query):
    Subjects().stories(1)

    assert client.get(f"/en/news/{query}").status_code == 404


def test_an_empty_value_asks_for_nothing_and_an_unknown_name_is_ignored(client):
    make_edition(title="Public one")

    page = listed(client, "?sector=&state=&person=&tag=&year=&page=&before=&utm_source=x")

    assert "Public one" in page
    assert "Clear all filters" not in page
    assert "utm_source" not in page


def test_a_renamed_sectors_former_slug_leads_to_the_new_one(client):
    sector = make_sector(slug="old-name")
    sector.slug = "new-name"
    sector.save()

    response = client.get("/en/news/?sector=old-name&year=2024")

    assert response.status_code == 301
    assert response.headers["Location"] == "/en/news/?sector=new-name&year=2024"


def test_a_former_slug_of_someone_nobody_may_see_leads_nowhere(client):
    make_person("Hidden Name", slug="hidden-name")
    Redirect.lead("person", "old-name", "hidden-name")

    assert client.get("/en/news/?person=old-name").status_code == 404


def test_a_person_or_tag_that_only_a_draft_uses_is_missing(client):
    article = make_article()
    make_appearance(article, make_person("Hidden Name"))
    article.tags.add(make_tag("Hidden Tag"))
    make_draft(article)

    assert client.get("/en/news/?person=hidden-name").status_code == 404
    assert client.get("/en/news/?tag=hidden-tag").status_code == 404


def test_the_form_keeps_what_is_chosen_and_can_be_cleared(client):
    subjects = Subjects()
    subjects.stories(1)

    page = listed(client, "?sector=oceans-sector&person=amina-diallo&tag=tides")

    assert '<option value="oceans-sector" selected>' in page
    assert '<input type="hidden" name="person" value="amina-diallo">' in page
    assert '<input type="hidden" name="tag" value="tides">' in page
    assert 'href="?person=amina-diallo&amp;tag=tides"' in page
    assert "Clear all filters" in page


def test_the_switch_keeps_filters_in_the_other_languages_words(client):
    subjects = Subjects()
    english = subjects.stories(1)[0]
    make_edition(english.article, "ar", follows=english.live_revision)

    page = listed(client, "?sector=oceans-sector&tag=tides&page=1")

    assert f'href="/ar/news/?sector=oceans-sector&amp;tag={quote("المد")}"' in page
    assert 'href="/fr/news/?sector=oceans-sector"' in page


def test_nothing_found_says_so(client):
    sector = make_sector()

    page = listed(client, f"?sector={sector.slug}")

    assert "No story has all of these." in page


def test_twenty_stories_a_page_and_a_link_to_the_next(client):
    Subjects().stories(21)

    first, second = listed(client), listed(client, "?page=2")

    assert first.count('<article class="card">') == 20
    assert second.count('<article class="card">') == 1
    assert 'href="?page=2"' in first
    assert 'rel="prev" href="./"' in second
    assert '<link rel="canonical" href="http://127.0.0.1:8000/en/news/?page=2">' in second


def test_a_total_above_a_thousand_is_not_counted_on(client, monkeypatch):
    monkeypatch.setattr("news.paging.KeysetPage.counted", 1_001)
    make_edition()

    assert "More than 1,000 stories" in listed(client)


def test_the_list_is_arabic_in_arabic(client):
    make_edition(language="ar", title="تونس تحتضن الدورة")

    page = listed(client, language="ar")

    assert '<html lang="ar" dir="rtl">' in page
    assert "تونس تحتضن الدورة" in page
