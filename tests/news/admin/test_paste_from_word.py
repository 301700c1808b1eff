import re

import pytest

from news import body
from news.body import clean_body
from tests.news.word import WORD_CLIPBOARD

OURS = '<img src="picture:1" alt="Waves">'


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


@pytest.mark.parametrize(
    ("figures", "kept"),
    [
        ("<figure><figcaption>Lost</figcaption></figure>", ""),
        ("<figure>a<figure>b</figure>c</figure>", ""),
        (f"<figure>{OURS}</figure>", f"<figure>{OURS}</figure>"),
        (f"<figure><figure>{OURS}</figure><figure>b</figure></figure>", f"<figure><figure>{OURS}</figure></figure>"),
        (f'<figure dir="rtl">x</figure>{OURS}', OURS),
    ],
)
def test_figures_without_a_picture_of_ours_go(figures, kept):
    assert clean_body(f"<p>a</p>{figures}<p>b</p>") == f"<p>a</p>{kept}<p>b</p>"


def test_deeply_nested_figures_are_read_once(monkeypatch):
    """What a text costs grows with its length: the number of pieces looked at, not the time they take."""
    looked_at = []
    monkeypatch.setattr(body, "FIGURE_PART", CountedPattern(body.FIGURE_PART, looked_at))

    clean_body("<figure>" * 3000 + "x" + "</figure>" * 3000)

    assert sum(looked_at) < 50_000


class CountedPattern:
    """A pattern that notes into how many pieces it splits."""

    def __init__(self, pattern, counts):
        self.pattern, self.counts = pattern, counts

    def split(self, text):
        pieces = self.pattern.split(text)
        self.counts.append(len(pieces))
        return pieces
