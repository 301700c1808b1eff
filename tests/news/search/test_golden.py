"""The golden queries, on whichever database the tests run; and that the documentation's table is that of the code."""

from pathlib import Path

import pytest

from tests.news.search.corpus import load_corpus
from tests.news.search.golden import GOLDEN, as_markdown
from tests.news.search.searching import found

DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "search.md"


@pytest.mark.django_db
def test_every_golden_query_finds_its_stories_and_no_others():
    keys = {article.pk: key for key, article in load_corpus().items()}

    answers = {
        (language, typed): {keys[edition.article_id] for edition in found(typed, language)}
        for language, typed, _shows, _keys in GOLDEN
    }

    assert answers == {(language, typed): set(wanted.split()) for language, typed, _shows, wanted in GOLDEN}


def test_there_are_golden_queries_in_each_language():
    languages = [language for language, *_rest in GOLDEN]

    assert min(languages.count(language) for language in ("ar", "en", "fr")) >= 14


def test_the_documentation_shows_the_golden_queries_as_they_are():
    assert as_markdown() in DOCUMENT.read_text(encoding="utf-8")
