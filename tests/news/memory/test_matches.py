"""Earlier translations found for the sentences of a text."""

import random

import pytest
from django.db import connection

from news.memory.matches import matches_for
from news.memory.remembering import remember, sentence_keys
from news.memory.similarity import LEAST, folded, similarity
from news.memory.stores import MOST_CANDIDATES, Keyed, candidates, postgresql
from news.models import MemorySentence
from tests.factories import make_draft, make_edition, update_edition

from .golden import GOLDEN

pytestmark = pytest.mark.django_db


def make_unit(source, target="Traduction", languages=("en", "fr"), **changes):
    """A story of which only the title is translated; returns the edition of the translation."""
    source_language, target_language = languages
    words = {"summary": "", "body": "<p>One.</p><p>Two.</p>"}
    original = make_edition(language=source_language, title=source, **words)
    translation = make_draft(
        original.article, target_language, follows=original.live_revision, title=target, summary="", body="<p>Un.</p>"
    )
    if changes.get("is_public", True):
        translation.publish(translation.newest_revision)
    remember(translation, translation.newest_revision)
    return translation


def found(text, **options):
    """Pairs of (per cent, translation) for an English text."""
    matches = matches_for([text], "en", "fr", **options)[text]
    return [(match.percent, match.target_text) for match in matches]


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_golden_pairs_are_found_and_no_others(language):
    golden = [(one, other, alike) for of, one, other, alike in GOLDEN if of == language and one != "…"]
    target = "fr" if language != "fr" else "ar"
    for _one, other, _alike in golden:
        make_unit(other, other, (language, target), is_public=False)

    matches = matches_for([one for one, _other, _alike in golden], language, target, limit=20)

    for one, other, alike in golden:
        assert (other in [match.target_text for match in matches[one]]) is alike, (one, other)


def test_a_match_says_how_alike_it_is_and_where_it_comes_from():
    edition = make_unit("The forum of 2025 opens in Rabat", "Le forum ouvre")

    [match] = matches_for(["The forum of ٢٠٢٥ opens in Rabat!"], "en", "fr")["The forum of ٢٠٢٥ opens in Rabat!"]

    assert (match.percent, match.similarity, match.is_exact) == (100, 1, False)
    assert (match.source_text, match.target_text) == ("The forum of 2025 opens in Rabat", "Le forum ouvre")
    assert (match.title, match.number) == ("Le forum ouvre", 1)
    assert match.url.endswith(f"/news/article/{edition.article_id}/fr/history/1/")
    assert (match.source_direction, match.target_direction) == ("ltr", "ltr")


def test_the_same_sentence_comes_before_others_and_the_newest_first_among_equals():
    make_unit("The forum opens in Rabat today", "identique, premier")
    make_unit("In Rabat today the forum opens", "mots déplacés")
    make_unit("The forum opened in Rabat today", "autre temps")
    make_unit("THE FORUM opens in Rabat today", "identique, second")

    assert found("The forum opens in Rabat today", limit=4) == [
        (100, "identique, second"),
        (100, "identique, premier"),
        (100, "mots déplacés"),
        (84, "autre temps"),
    ]
    assert len(found("The forum opens in Rabat today")) == 3


def test_the_newest_is_what_was_written_last_not_the_newest_story():
    first = make_unit("The forum opens in Rabat", "ancien")
    make_unit("The forum opens in Rabat", "d’une autre")
    remember(first, update_edition(first, title="nouveau"))

    assert found("The forum opens in Rabat", limit=1) == [(100, "nouveau")]
    assert [target for _percent, target in found("The forum opens in Rabat")] == ["nouveau", "d’une autre"]


def test_one_translation_is_offered_once():
    for _ in range(2):
        make_unit("The forum opens in Rabat", "Le forum ouvre")

    assert found("The forum opens in Rabat") == [(100, "Le forum ouvre")]


def test_other_languages_are_not_asked():
    make_unit("Forum 2025", "منتدى", ("en", "ar"))
    make_unit("Forum 2025", "منتدى", ("fr", "ar"))

    assert found("Forum 2025") == []


def test_the_own_sentences_of_a_story_can_be_left_out():
    edition = make_unit("The forum opens in Rabat")
    make_unit("The forum opens in Rabat!", "D’un autre")

    assert found("The forum opens in Rabat", exclude_article=edition.article) == [(100, "D’un autre")]
    assert len(found("The forum opens in Rabat", exclude_article=0)) == 2


@pytest.mark.parametrize("language", ["en", "fr"])
def test_nothing_is_offered_of_a_withdrawn_text_until_it_is_public_again(language):
    edition = make_unit("The forum opens in Rabat", "Le forum ouvre")
    withdrawn = edition.article.edition(language)
    withdrawn.withdraw()

    assert found("The forum opens in Rabat") == []

    withdrawn.publish(withdrawn.live_revision)
    assert found("The forum opens in Rabat") == [(100, "Le forum ouvre")]


def test_texts_without_words_and_no_texts_have_no_matches():
    assert found("…") == []
    assert matches_for([], "en", "fr") == {}


def test_a_page_of_sentences_takes_three_queries(django_assert_num_queries):
    for number in range(3):
        make_unit(f"The forum number {number} opens in Rabat")

    with django_assert_num_queries(3):
        matches = matches_for([f"The forum number {number} opens in Rabat" for number in range(60)], "en", "fr")

    assert len(matches) == 60
    assert all(matches.values())


def test_no_sentence_that_is_alike_is_missed():
    """Candidates of either database, held to a comparison of all with all."""
    chance = random.Random(4)
    words = [f"{chance.choice('bdklmrst')}{chance.choice('aeiou')}{chance.choice(['', 'n', 'ral'])}" for _ in range(90)]
    texts = [" ".join(chance.choices(words, k=chance.randint(1, 14))) for _ in range(60)]
    for text in list(texts):
        for _ in range(3):
            changed = text.split()
            changed[chance.randrange(len(changed))] = chance.choice(words)
            texts.append(" ".join(changed))
    keys = sentence_keys("en", texts)
    stored = {keys[sentence.digest]: sentence.folded for sentence in MemorySentence.objects.filter(language="en")}

    found = candidates([Keyed.to_ask("en", "", text) for text in texts])

    alike = {
        (number, key)
        for number, text in enumerate(texts)
        for key, other in stored.items()
        if similarity(folded(text), other) >= LEAST
    }
    assert alike <= found
    assert len(found) < 1.3 * len(alike)


def test_of_many_that_are_alike_the_nearest_are_candidates():
    keys = sentence_keys("en", [f"The forum number {number} opens in Rabat and in Fez" for number in range(20)])
    asked = Keyed.to_ask("en", "", folded("The forum number 7 opens in Rabat and in Fez"))

    found = candidates([asked], 5)

    assert len(found) == 5
    nearest = MemorySentence.objects.get(folded__contains="number 7 ").pk
    assert (0, nearest) in found
    assert nearest in keys.values()


@pytest.mark.skipif(connection.vendor != "postgresql", reason="a plan of PostgreSQL's")
def test_candidates_are_read_off_the_index_of_keys():
    asked = [Keyed.to_ask("en", "", f"the forum number {number} opens") for number in range(2)]
    statement, params = postgresql.candidates_sql(asked, MOST_CANDIDATES)

    plan = "\n".join(line for (line,) in postgresql.rows(f"EXPLAIN {statement}", params))

    assert "memory_sentence_keys" in plan
    assert "Seq Scan" not in plan


@pytest.mark.skipif(connection.vendor != "sqlite", reason="a plan of SQLite's")
def test_candidates_are_read_off_the_table_of_keys():
    from news.memory.stores import sqlite

    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sqlite.CANDIDATES}", ["[]"])
        plan = "\n".join(row[-1] for row in cursor.fetchall())

    assert "SEARCH stored USING PRIMARY KEY (key=?)" in plan
    assert "SEARCH sketch USING INTEGER PRIMARY KEY" in plan
