"""Slugs keep the letters of their language; slugs of entities are ASCII."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icesco.text.characters import without_invisible
from icesco.text.slugs import EmptySlug, ascii_slug, is_slug, make_slug

from .strategies import TEXTS


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("L’éducation des filles", "l-éducation-des-filles"),
        ("L'e\u0301ducation", "l-éducation"),
        ("« L’IA » : l’ICESCO tient son 3ᵉ atelier", "l-ia-l-icesco-tient-son-3e-atelier"),
        ("Œuvre d’art", "œuvre-d-art"),
        ("ICESCO’s 221st Session – Paris, 2025!", "icesco-s-221st-session-paris-2025"),
        ("Côte d'Ivoire", "côte-d-ivoire"),
        ("الإيسيسكو تختتم في الكاميرون برنامجًا", "الإيسيسكو-تختتم-في-الكاميرون-برنامجا"),
        ("مؤتمر ٢٠٢٥ (الربــاط)", "مؤتمر-2025-الرباط"),
        ("الثقافة، والعلوم؟", "الثقافة-والعلوم"),
        ("قال\u200f \u2067ICESCO\u2069", "قال-icesco"),
        ("ﺍﻟﺜﻘﺎﻓﺔ", "الثقافة"),
        ("snake_case__and--hyphens-", "snake-case-and-hyphens"),
        ("İstanbul", "istanbul"),
    ],
)
def test_a_slug_keeps_the_words_of_its_title(title, slug):
    assert make_slug(title) == slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Dr. Salim M. AlMalik", "dr-salim-m-almalik"),
        ("Zakaria Soré", "zakaria-sore"),
        ("Côte d’Ivoire", "cote-d-ivoire"),
        ("Œuvre", "oeuvre"),
        ("Əliyev", "aliyev"),
        ("Łukasz Straße", "lukasz-strasse"),
        ("سالم بن محمد المالك", "salm-bn-mhmd-almalk"),
        ("نُور الدّين النوري", "nur-aldin-alnuri"),
        ("وليد اليوسف", "wlid-alyusf"),
        ("يوسف ٢", "yusf-2"),
    ],
)
def test_an_entity_has_an_ascii_slug(name, slug):
    assert ascii_slug(name) == slug


@pytest.mark.parametrize("text", ["", " ", "…", "«»", "-_-", "\u200f", "\u064e", "ـــ", "🌍", "\x00"])
@pytest.mark.parametrize("slug_of", [make_slug, ascii_slug])
def test_a_text_without_letters_and_digits_has_no_slug(slug_of, text):
    with pytest.raises(EmptySlug):
        slug_of(text)


def test_a_name_in_another_script_has_no_ascii_slug():
    with pytest.raises(EmptySlug):
        ascii_slug("Алматы")


def test_a_long_title_is_cut_after_a_whole_word():
    slug = make_slug("word " * 30)

    assert slug == "-".join(["word"] * 16)


def test_a_word_that_fits_exactly_is_kept():
    assert make_slug("a" * 75 + " bcde fghi") == "a" * 75 + "-bcde"


def test_a_single_long_word_is_cut_at_80_letters():
    assert make_slug("ا" * 100) == "ا" * 80
    assert make_slug("l’" + "a" * 100) == "l-" + "a" * 78


@pytest.mark.parametrize("text", ["l-éducation", "الإيسيسكو-2025", "a", "1"])
def test_a_clean_slug_is_known_as_one(text):
    assert is_slug(text)


@pytest.mark.parametrize(
    "text", ["", "A", "a b", "-a", "a-", "a--b", "a_b", "l’eau", "٢٠٢٥", "مُؤتمر", "e\u0301", "a/b", "ا" * 81, "a\u200f"]
)
def test_anything_else_is_no_slug(text):
    assert not is_slug(text)


@given(TEXTS)
def test_a_slug_is_clean_or_refused(text):
    try:
        slug = make_slug(text)
    except EmptySlug:
        return

    assert 1 <= len(slug) <= 80
    assert re.fullmatch(r"[^\W_]+(-[^\W_]+)*", slug)
    assert slug == slug.lower() == without_invisible(slug) == unicodedata.normalize("NFC", slug)
    assert is_slug(slug)


@given(TEXTS)
def test_an_ascii_slug_is_clean_or_refused(text):
    try:
        slug = ascii_slug(text)
    except EmptySlug:
        return

    assert len(slug) <= 80
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert ascii_slug(slug) == make_slug(slug) == slug


@given(st.lists(st.sampled_from(["الإيسيسكو", "l’éducation", "ICESCO", "٢٠٢٥", "œuvre"]), min_size=1, max_size=40))
def test_a_text_with_a_letter_always_has_slugs_of_at_most_80_letters(words):
    assert 1 <= len(make_slug(" ".join(words))) <= 80
    assert 1 <= len(ascii_slug(" ".join(words))) <= 80
