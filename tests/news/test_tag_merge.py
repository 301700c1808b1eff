"""Several tags become one: stories and lists move, labels fill gaps, every former address leads to what stays."""

from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from news.errors import TagsChanged
from news.models import Listing, Tag, TaggedArticle, TagRedirect
from news.tag_merge import TagMerge
from people.languages import LANGUAGES
from tests.factories import make_article, make_edition, make_tag

pytestmark = pytest.mark.django_db


def tagged(*tags, language="en"):
    article = make_article(source_language=language)
    article.tags.add(*tags)
    return make_edition(article, language)


def merge(survivor, *others, **labels_from):
    TagMerge(survivor, list(others), labels_from).do()
    survivor.refresh_from_db()


def test_stories_of_all_carry_the_one_that_stays_and_each_once():
    stays, goes = make_tag("Tides"), make_tag("Tide")
    only_old, both = tagged(goes), tagged(stays, goes)

    merge(stays, goes)

    for edition in (only_old, both):
        assert [tag.pk for tag in edition.article.tags.all()] == [stays.pk]
    assert TaggedArticle.objects.count() == 2
    assert not Tag.objects.filter(label_en="Tide").exists()


def test_rows_of_lists_are_those_that_publishing_would_write():
    stays, goes, third = make_tag("Tides"), make_tag("Tide"), make_tag("Ebb")
    editions = [tagged(goes), tagged(stays, goes), tagged(goes, third), tagged(third, stays)]

    merge(stays, goes, third)

    merged = set(Listing.objects.values_list("edition", "tag"))
    for edition in editions:
        edition.refresh_from_db()
        edition.relist()
    assert merged == set(Listing.objects.values_list("edition", "tag")) == {(e.pk, stays.pk) for e in editions}


@pytest.mark.parametrize("language", LANGUAGES)
def test_former_addresses_lead_to_the_one_that_stays_in_one_hop(client, language):
    stays = make_tag("Tides", label_ar="المد", label_fr="Marées")
    goes = make_tag("Ebb", label_ar="الجزر", label_fr="Jusant")
    tagged(goes, language=language)
    old = getattr(goes, f"path_{language}")

    merge(stays, goes)

    new = f"/{language}/tags/{quote(getattr(stays, f'path_{language}'))}/"
    answer = client.get(f"/{language}/tags/{quote(old)}/")
    assert (answer.status_code, answer.headers["Location"]) == (301, new)
    assert client.get(new).status_code == 200


def test_chains_of_merges_are_one_hop(client):
    first, second, third = make_tag("Ebb"), make_tag("Tide"), make_tag("Tides")
    tagged(first)

    merge(second, first)
    merge(third, second)

    assert client.get("/en/tags/ebb/").headers["Location"] == "/en/tags/tides/"
    assert client.get("/en/tags/tide/").headers["Location"] == "/en/tags/tides/"


def test_lists_filtered_by_a_former_address_lead_on(client):
    stays, goes = make_tag("Tides"), make_tag("Ebb")
    tagged(goes)
    merge(stays, goes)

    answer = client.get("/en/news/?tag=ebb&year=2026")

    assert answer.status_code == 301
    assert answer.headers["Location"] == "/en/news/?tag=tides&year=2026"


def test_a_label_that_is_missing_is_taken_over_with_its_address(client):
    stays, goes = make_tag("Tides", label_ar=None), make_tag("Ebb", label_ar="الجزر")
    tagged(goes, language="ar")

    merge(stays, goes, ar=goes)

    assert (stays.label_ar, stays.path_ar) == ("الجزر", "الجزر")
    assert stays.label_en == "Tides"
    assert client.get(f"/ar/tags/{quote('الجزر')}/").status_code == 200


def test_a_label_that_is_not_taken_over_leaves_a_helpful_page(client):
    stays, goes = make_tag("Tides", label_ar=None), make_tag("Ebb", label_ar="الجزر")
    english = tagged(goes)
    make_edition(english.article, "ar", follows=english.live_revision)

    merge(stays, goes)

    answer = client.get(f"/ar/tags/{quote('الجزر')}/")
    assert answer.status_code == 404
    assert 'href="/en/tags/tides/"' in answer.content.decode()


def test_a_former_address_of_a_tag_that_nothing_public_carries_is_missing(client):
    stays, goes = make_tag("Tides"), make_tag("Ebb")

    merge(stays, goes)

    assert client.get("/en/tags/ebb/").content == client.get("/en/tags/none/").content


def test_a_new_tag_does_not_get_an_address_that_leads_elsewhere():
    stays, goes = make_tag("Tides"), make_tag("Ebb")
    merge(stays, goes)

    again = make_tag("Ebb")

    assert again.path_en == "ebb-2"


def test_the_words_of_a_merged_tag_still_find_nothing_of_it():
    stays, goes = make_tag("Tides"), make_tag("Ebb")

    merge(stays, goes)

    assert Tag.reading_like("Ebb") is None


def test_a_tag_that_changed_since_it_was_shown_is_not_merged():
    stays, goes = make_tag("Tides"), make_tag("Ebb")
    shown = TagMerge(stays, [Tag.objects.get(pk=goes.pk)])
    goes.label_en = "Ebbing"
    goes.save()

    with pytest.raises(TagsChanged):
        shown.do()

    assert Tag.objects.count() == 2


def test_a_tag_that_is_gone_is_not_merged():
    stays, goes = make_tag("Tides"), make_tag("Ebb")
    shown = TagMerge(stays, [Tag.objects.get(pk=goes.pk)])
    goes.delete()

    with pytest.raises(TagsChanged):
        shown.do()


def test_a_failure_leaves_everything_as_it_was(monkeypatch):
    stays, goes = make_tag("Tides"), make_tag("Ebb")
    edition = tagged(goes)

    def fail(*args):
        raise RuntimeError

    monkeypatch.setattr(TagRedirect, "lead", fail)
    with pytest.raises(RuntimeError):
        TagMerge(stays, [goes]).do()

    assert [tag.label_en for tag in edition.article.tags.all()] == ["Ebb"]


class AnyMerge(TestCase):
    """Whatever is merged with whatever: no story loses its subject, no address is lost or leads to two tags."""

    @settings(max_examples=25)
    @given(
        links=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4)), max_size=12, unique=True),
        steps=st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), min_size=1, max_size=4),
    )
    def test_every_address_leads_to_the_tag_that_has_its_stories(self, links, steps):
        tags = [make_tag(f"Tag {number}") for number in range(5)]
        articles = [make_article() for _ in range(4)]
        for article, tag in links:
            articles[article].tags.add(tags[tag])
        heads = list(range(5))

        for into, gone in steps:
            survivor, other = heads[into], heads[gone]
            if survivor != other:
                TagMerge(Tag.objects.get(pk=tags[survivor].pk), [Tag.objects.get(pk=tags[other].pk)]).do()
                heads = [survivor if head == other else head for head in heads]

        for number, head in enumerate(heads):
            path = tags[number].path_en
            led = Tag.objects.filter(path_en=path) | Tag.objects.filter(
                redirects__old_path=path, redirects__language="en"
            )
            assert [tag.pk for tag in led.distinct()] == [tags[head].pk]
        for number, article in enumerate(articles):
            wanted = {tags[heads[tag]].pk for each, tag in links if each == number}
            assert set(article.tagged.values_list("tag", flat=True)) == wanted
