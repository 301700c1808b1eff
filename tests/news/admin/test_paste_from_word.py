import re

from news.body import clean_body
from tests.news.word import WORD_CLIPBOARD


def test_what_word_pastes_is_cleaned_to_plain_markup():
    cleaned = clean_body(WORD_CLIPBOARD)

    assert "<h2>" in cleaned
    assert "<strong>Rabat</strong>" in cleaned
    assert "<em>forty</em>" in cleaned
    assert 'href="https://www.icesco.org/en/"' in cleaned
    assert cleaned.count("<li>") == 2
    assert "افتتح المنتدى" in cleaned


def test_nothing_of_words_own_markup_is_left():
    cleaned = clean_body(WORD_CLIPBOARD)

    for rest in ("Mso", "mso", "style", "class", "o:p", "<img", "file:", "script", "alert", "onclick", "<!", "[if"):
        assert rest not in cleaned, rest
    assert not re.search(r"<p>(\s|&nbsp;|\xa0)*</p>", cleaned)


def test_cleaning_again_changes_nothing():
    cleaned = clean_body(WORD_CLIPBOARD)

    assert clean_body(cleaned) == cleaned
