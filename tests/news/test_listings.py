import pytest

from news.models import Listing
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

pytestmark = pytest.mark.django_db


def subjects(edition):
    return {row.subject for row in Listing.objects.filter(edition=edition)}


def test_a_published_edition_is_listed_under_all_it_is_linked_to():
    article = make_article()
    sector, state, tag, person = make_sector(), make_member_state(), make_tag(), make_person()
    article.sectors.add(sector)
    article.member_states.add(state)
    article.tags.add(tag)
    make_appearance(article, person)

    edition = make_edition(article)

    assert subjects(edition) == {
        ("sector", sector.pk),
        ("member_state", state.pk),
        ("tag", tag.pk),
        ("person", person.pk),
    }


def test_a_draft_is_listed_nowhere():
    article = make_article()
    article.sectors.add(make_sector())

    assert not subjects(make_draft(article))


def test_a_withdrawn_edition_is_listed_nowhere():
    article = make_article()
    article.sectors.add(make_sector())
    edition = make_edition(article)

    edition.withdraw()

    assert not subjects(edition)


@pytest.mark.parametrize("kind", ["sector", "member_state", "tag", "person"])
def test_a_link_made_or_cut_after_publishing_changes_the_list(kind):
    edition = make_edition()
    article = edition.article

    if kind == "person":
        appearance = make_appearance(article)
        assert subjects(edition) == {("person", appearance.person_id)}
        appearance.delete()
    else:
        make = {"sector": make_sector, "member_state": make_member_state, "tag": make_tag}[kind]
        links = {"sector": article.sectors, "member_state": article.member_states, "tag": article.tags}[kind]
        subject = make()
        links.add(subject)
        assert subjects(edition) == {(kind, subject.pk)}
        links.remove(subject)

    assert not subjects(edition)


def test_a_link_made_from_the_other_side_is_listed_too():
    edition, sector = make_edition(), make_sector()

    sector.articles.add(edition.article)

    assert subjects(edition) == {("sector", sector.pk)}


def test_clearing_from_the_other_side_is_noticed():
    edition, sector = make_edition(), make_sector()
    sector.articles.add(edition.article)

    sector.articles.clear()

    assert not subjects(edition)
