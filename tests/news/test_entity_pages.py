"""Pages of people, member states and sectors: who is seen, in which languages, with which stories."""

import re
from datetime import date, timedelta

import pytest
from django.utils import timezone

from news.models import Edition
from tests.factories import (
    make_appearance,
    make_article,
    make_draft,
    make_edition,
    make_member_state,
    make_person,
    make_sector,
)

pytestmark = pytest.mark.django_db


def person_in(edition_maker=make_edition, **changes):
    """Someone whom one story in English names."""
    person = make_person(**changes)
    article = make_article()
    make_appearance(article, person)
    edition_maker(article)
    return person


def names_listed(client, address):
    page = client.get(address).content.decode()
    return re.findall(r"<bdi>([^<]+)</bdi>", page[page.index("<main") : page.index("</main>")])


# People


def test_a_person_whom_a_live_story_names_has_a_page_in_every_language_of_the_name(client):
    person_in(name="Amina Diallo", office_en="Head of Oceans", name_ar="أمينة ديالو")

    english = client.get("/en/people/amina-diallo/").content.decode()
    arabic = client.get("/ar/people/amina-diallo/").content.decode()

    assert "Head of Oceans" in english
    assert '<html lang="ar" dir="rtl">' in arabic
    assert "أمينة ديالو" in arabic
    assert "Head of Oceans" not in arabic


@pytest.mark.parametrize("reason", ["not reviewed", "draft", "withdrawn", "expired", "no story"])
def test_a_person_nobody_may_see_is_nowhere(client, reason):
    if reason == "no story":
        make_person()
    else:
        person_in(make_draft if reason == "draft" else make_edition, is_public=reason != "not reviewed")
    if reason == "withdrawn":
        Edition.objects.get().withdraw()
    if reason == "expired":
        Edition.objects.update(expires_at=timezone.now())

    missing = client.get("/en/people/nobody-at-all/")
    answer = client.get("/en/people/amina-diallo/")

    assert answer.status_code == 404
    assert answer.content == missing.content
    assert names_listed(client, "/en/people/") == []


def test_people_are_listed_alphabetically_in_the_pages_language(client):
    person_in(name="Zahra", name_en="Zahra", name_ar="أمل")
    person_in(name="Émile", name_en="Émile", name_ar="الياس")
    person_in(name="Fatima", name_en="Fatima", name_ar=None)

    assert names_listed(client, "/en/people/") == ["Émile", "Fatima", "Zahra"]
    assert set(names_listed(client, "/ar/people/")) == {"أمل", "الياس"}


def test_a_long_list_of_people_has_pages(client):
    article = make_article()
    for number in range(61):
        make_appearance(article, make_person(f"Person {number:02}"))
    make_edition(article)

    assert len(names_listed(client, "/en/people/")) == 60
    assert names_listed(client, "/en/people/?page=2") == ["Person 60"]


def test_a_person_without_a_name_in_this_language_answers_404_and_links_the_others(client):
    person_in(name="Amina Diallo", name_fr=None)

    response = client.get("/fr/people/amina-diallo/")

    page = response.content.decode()
    assert response.status_code == 404
    assert '<html lang="fr" dir="ltr">' in page
    assert 'href="/en/people/amina-diallo/" hreflang="en"' in page
    assert 'lang="ar" dir="rtl"' in page


def test_a_former_slug_leads_to_the_present_one(client):
    person = person_in()
    person.slug = "amina-d"
    person.save()

    response = client.get("/ar/people/amina-diallo/")

    assert response.status_code == 301
    assert response.headers["Location"] == "/ar/people/amina-d/"


def test_a_former_slug_of_someone_nobody_may_see_leads_nowhere(client):
    person = person_in(make_draft)
    person.slug = "amina-d"
    person.save()

    response = client.get("/en/people/amina-diallo/")

    assert response.status_code == 404
    assert "amina-d" not in response.content.decode()


# Stories


def linked_edition(sector, title, language="en", article=None, **changes):
    article = article or make_article(source_language=language)
    article.sectors.add(sector)
    return make_edition(article, language, title=title, **changes)


def test_stories_are_listed_newest_first_with_pages(client):
    sector = make_sector()
    for number in range(21):
        edition = linked_edition(sector, f"Story {number:02}", now=timezone.now() - timedelta(days=number))
    oldest = edition.title

    first = client.get("/en/sectors/oceans-sector/").content.decode()
    second = client.get("/en/sectors/oceans-sector/?page=2").content.decode()

    assert first.index("Story 00") < first.index("Story 19")
    assert oldest not in first
    assert oldest in second
    assert "21 stories" in first


def test_stories_in_other_languages_only_are_offered_apart_with_their_language(client):
    sector = make_sector()
    here = linked_edition(sector, "English one")
    linked_edition(sector, "Version française", "fr", article=here.article, follows=here.live_revision)
    french = linked_edition(sector, "Seulement en français", "fr")
    linked_edition(sector, "بالعربية أيضًا", "ar", article=french.article, follows=french.live_revision)

    page = client.get("/en/sectors/oceans-sector/").content.decode()

    apart = page[page.index('id="elsewhere"') :]
    assert "1 story" in apart
    assert '<p class="other-languages__edition" lang="fr" dir="ltr">' in apart
    assert "Seulement en français" in apart
    assert '<p class="other-languages__edition" lang="ar" dir="rtl">' in apart
    assert "بالعربية أيضًا" in apart
    assert "Version française" not in page


def test_a_story_whose_text_here_has_expired_counts_as_missing_here(client):
    sector = make_sector()
    english = linked_edition(sector, "English one")
    linked_edition(sector, "Version française", "fr", article=english.article, follows=english.live_revision)
    Edition.objects.filter(pk=english.pk).update(expires_at=timezone.now())

    page = client.get("/en/sectors/oceans-sector/").content.decode()

    assert "Version française" in page[page.index('id="elsewhere"') :]
    assert "English one" not in page


def test_more_stories_in_other_languages_than_are_shown_are_counted(client):
    sector = make_sector()
    for number in range(14):
        linked_edition(sector, f"Article {number:02}", "fr")

    page = client.get("/en/sectors/oceans-sector/").content.decode()

    assert "14 stories" in page
    assert page.count('class="other-languages__story"') == 6


def test_a_page_without_stories_says_so(client):
    make_sector()

    assert "There is no news about this" in client.get("/en/sectors/oceans-sector/").content.decode()


# Member states and sectors


def test_states_are_listed_alphabetically_with_their_flags(client):
    make_member_state("XA", "Zeta", name_ar="أطلس")
    make_member_state("XB", "Éden", name_ar="الياقوت")

    assert names_listed(client, "/en/member-states/") == ["Éden", "Zeta"]
    assert names_listed(client, "/ar/member-states/") == ["أطلس", "الياقوت"]
    assert 'src="/static/flags/xa.svg" alt=""' in client.get("/en/member-states/").content.decode()


def test_a_state_has_its_official_name(client):
    make_member_state(official_name_en="Republic of Atlantis")

    assert "Republic of Atlantis" in client.get("/en/member-states/atlantis/").content.decode()


def test_sectors_are_grouped_by_kind_and_former_ones_come_last(client):
    make_sector("Oceans Sector")
    make_sector("Centre of Tides", kind="centre")
    make_sector("Rivers Sector", ended_on=date(2020, 1, 1))

    assert names_listed(client, "/en/sectors/") == ["Oceans Sector", "Centre of Tides", "Rivers Sector"]


def test_a_former_sector_names_its_successor(client):
    successor = make_sector("Waters Sector")
    make_sector("Rivers Sector", ended_on=date(2020, 1, 1), successor=successor)

    page = client.get("/en/sectors/rivers-sector/").content.decode()

    assert "Until 1 January 2020." in page
    assert 'href="/en/sectors/waters-sector/"' in page


def test_the_switch_offers_the_languages_of_the_name(client):
    make_sector(name_fr=None)

    page = client.get("/en/sectors/oceans-sector/").content.decode()

    assert 'href="/ar/sectors/oceans-sector/"' in page
    assert 'href="/fr/sectors/oceans-sector/"' not in page


@pytest.mark.parametrize("address", ["/en/sectors/none/", "/en/member-states/none/", "/en/people/none/"])
def test_what_does_not_exist_is_missing(client, address):
    assert client.get(address).status_code == 404
