"""Addresses of tags: never empty, NFC, one tag each, kept whatever becomes of the label."""

import unicodedata
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from icesco.text.characters import UnsafeCharacter, refuse_unsafe
from icesco.text.slugs import EmptySlug
from news.errors import TagAddressTaken
from news.models import Tag, TagRedirect
from people.languages import LANGUAGES
from tests.factories import make_article, make_edition, make_tag

pytestmark = pytest.mark.django_db


def is_safe(text):
    try:
        return bool(refuse_unsafe(text).strip())
    except UnsafeCharacter:
        return False


# Words of our scripts, with what trips slugs up: marks, tatweel, joiners, punctuation alone, other scripts.
ALPHABET = st.one_of(
    st.sampled_from("ابتةىيأإآؤئءـ\u064b\u0651\u200c\u200f aeéÉœçñ'’-_/?#.%٢2ﻻ中ж😀\u0301"),
    st.characters(codec="utf-8"),
)
LABELS = st.text(ALPHABET, min_size=1, max_size=80).filter(is_safe)


class AnyLabel(TestCase):
    @settings(max_examples=60)
    @given(labels=st.lists(LABELS, min_size=1, max_size=4), language=st.sampled_from(LANGUAGES))
    def test_the_path_of_any_label_is_never_empty_is_nfc_and_is_one_tags(self, labels, language):
        tags = [
            Tag.objects.create(name=f"key {number}", **{f"label_{language}": label})
            for number, label in enumerate(labels)
        ]

        paths = [getattr(tag, f"path_{language}") for tag in tags]

        assert all(paths)
        assert all(unicodedata.normalize("NFC", path) == path and len(path) <= 80 for path in paths)
        assert len(set(paths)) == len(paths)
        assert not [path for path in paths if "/" in path or path in {".", ".."}]

    @settings(max_examples=40)
    @given(first=LABELS, second=LABELS)
    def test_a_path_outlives_its_label(self, first, second):
        tag = Tag.objects.create(label_ar=first)
        path = tag.path_ar

        tag.label_ar = second
        tag.save()

        assert Tag.objects.get(pk=tag.pk).path_ar == path


@pytest.mark.parametrize(("label", "path"), [("التّعليم", "التعليم"), ("L’éducation", "l-éducation"), ("؟!", "tag")])
def test_paths_keep_the_letters_of_their_script(label, path):
    assert Tag.objects.create(label_ar=label).path_ar == path


def carried(**changes):
    tag = make_tag("Tides", **changes)
    article = make_article()
    article.tags.add(tag)
    make_edition(article)
    return tag


def test_a_changed_address_is_led_to_from_the_old_one(client):
    tag = carried()

    tag.set_path("en", "High Tides")
    tag.save()

    assert tag.path_en == "high-tides"
    assert client.get("/en/tags/tides/").headers["Location"] == "/en/tags/high-tides/"
    assert client.get("/en/tags/high-tides/").status_code == 200


def test_an_address_changed_back_leads_nowhere_else(client):
    tag = carried()
    for path in ("high-tides", "tides"):
        tag.set_path("en", path)
        tag.save()

    assert client.get("/en/tags/tides/").status_code == 200
    assert client.get("/en/tags/high-tides/").headers["Location"] == "/en/tags/tides/"
    assert not TagRedirect.objects.filter(old_path="tides", language="en").exists()


@pytest.mark.parametrize("was", [False, True])
def test_an_address_that_another_tag_has_or_had_is_refused(was):
    other = make_tag("Ebb")
    if was:
        other.set_path("en", "ebbing")
        other.save()

    with pytest.raises(TagAddressTaken):
        make_tag("Tides").set_path("en", "Ebb")


def test_an_address_needs_a_letter():
    with pytest.raises(EmptySlug):
        make_tag("Tides").set_path("en", "?!")


def test_a_label_that_was_removed_leaves_its_address_to_nobody_else(client):
    tag = carried()
    tag.label_en = None
    tag.save()
    other = make_tag("Tides", label_ar=None, label_fr=None)

    tag.label_en = "Tides again"
    tag.save()

    assert other.path_en == "tides-2"
    assert client.get("/en/tags/tides/").headers["Location"] == f"/en/tags/{quote(tag.path_en)}/"
