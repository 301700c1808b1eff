"""What the head of the page of a member state or a person tells at a glance."""

import pytest

from tests.factories import make_appearance, make_article, make_edition, make_member_state, make_person, make_sector

pytestmark = pytest.mark.django_db


def story_of(state, sector=None, language="en", **words):
    article = make_article(source_language=language)
    article.member_states.add(state)
    if sector:
        article.sectors.add(sector)
    return make_edition(article, language, **words)


def head_of(client, address):
    page = client.get(address).content.decode()
    return page[page.index('<header class="entity"') : page.index("</header>", page.index('<header class="entity"'))]


def test_a_state_tells_its_status_and_since_when_and_how_many_stories(client):
    state = make_member_state(status_from="1982-05-05", official_name_en="Republic of Atlantis")
    story_of(state)

    head = head_of(client, "/en/member-states/atlantis/")

    assert "Member since" in head
    assert "5 May 1982" in head
    assert "Republic of Atlantis" in head
    assert "1 story" in head


def test_a_state_names_the_sectors_its_stories_are_about_and_its_people(client):
    state, oceans = make_member_state(), make_sector("Oceans Sector")
    make_sector("Rivers Sector")
    ours = make_person("Amina Diallo", member_state=state)
    make_person("Nobody Yet", member_state=state)
    edition = story_of(state, oceans)
    make_appearance(edition.article, ours)
    edition.relist()

    head = head_of(client, "/en/member-states/atlantis/")

    assert 'href="/en/sectors/oceans-sector/"' in head
    assert "Rivers Sector" not in head
    assert 'href="/en/people/amina-diallo/"' in head
    assert "Nobody Yet" not in head


def test_what_is_withdrawn_or_in_another_language_gives_a_state_no_sector(client):
    state = make_member_state()
    story_of(state, make_sector("Oceans Sector")).withdraw()
    story_of(state, make_sector("Rivers Sector"), language="fr")

    head = head_of(client, "/en/member-states/atlantis/")

    assert "Oceans Sector" not in head
    assert "Rivers Sector" not in head


@pytest.mark.parametrize(
    ("dates", "sentence"),
    [
        ({"office_from": "2019-05-09"}, "Since 9 May 2019"),
        ({"office_from": "2010-01-01", "office_until": "2019-05-08"}, "From 1 January 2010 to 8 May 2019"),
        ({"office_until": "2019-05-08"}, "Until 8 May 2019"),
    ],
)
def test_a_person_tells_when_they_were_in_office(client, dates, sentence):
    person = make_person("Amina Diallo", office_en="Head of Oceans", **dates)
    make_appearance(article := make_article(), person)
    make_edition(article)

    head = head_of(client, "/en/people/amina-diallo/")

    assert "Head of Oceans" in head
    assert sentence in head


def test_each_story_of_a_person_tells_the_role_of_that_day_in_the_pages_language(client):
    person = make_person("Amina Diallo", office_en="Minister of today")
    for role in ("Chair of the forum", "Member of the jury"):
        article = make_article()
        make_appearance(article, person, role_en=role, role_ar="رئيسة")
        make_edition(article)
    silent = make_article()
    make_appearance(silent, person, role_ar="رئيسة اللجنة")
    make_edition(silent)

    page = client.get("/en/people/amina-diallo/").content.decode()

    assert page.count('class="card__role"') == 2
    assert "Chair of the forum" in page
    assert "Member of the jury" in page
    assert "رئيسة" not in page
