"""PostgreSQL: a `simple` vector for each story and the pairs of words that stand side by side, in one GIN index.

A word of every second story has half a million matches in a million. So the newest months are asked first, which the
index answers without reading the rest, since the month is a word of the entry; when they have too few matches the last
years are, and only then everything, when the matches are few enough. No planner's guess decides: each step of the
statement is guarded by what the steps before it found.

The index knows of a phrase only which stories have its words; whether they stand side by side is read in each of those
stories, and thousands have them somewhere. The pairs leave few to be read.
"""

import zlib
from itertools import pairwise

from django.db import connection
from django.utils import timezone

from ..words import language_word, month_word, year_word
from .live import is_live

RECENT_MONTHS = 6
RECENT_YEARS = 2  # and this one
WEIGHTS = "{0.1, 0.1, 0.4, 1.0}"  # of D, C, B and A: body C, summary and facts B, title A
BY_LENGTH = 1  # ts_rank: divided by 1 + the logarithm of the length
# Rows are narrow, so the planner thinks reading them all cheap; but each vector means a visit beside the table.
# Sent with the statement in one go: the settings end with it.
SETTINGS = "SET LOCAL enable_seqscan = off; SET LOCAL jit = off;"
NEWEST = "permalink_on DESC, first_public_at DESC, edition_id DESC"


def write(edition_id, placed, facts):
    """Keep the words of an edition that has its SearchEntry. placed: see placed_words(); facts: fact_words()."""
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE news_searchentry SET vector = %s::tsvector, pairs = %s::smallint[] WHERE edition_id = %s",
            [vector(placed, facts), pairs(placed), edition_id],
        )


def remove(edition_id):
    """Nothing to do: the words lie in the entry itself."""


def newest(question, most, is_ranked):
    """The newest matches that are live, `most` at most: a list of (edition's key, rank), newest first.

    question: a Question. rank: higher is better; 0 unless `is_ranked`.
    """
    found, params = newest_sql(question, most)
    rank, rank_params = "0", []
    if is_ranked:
        rank, rank_params = f"ts_rank('{WEIGHTS}', entry.vector, %s::tsquery, {BY_LENGTH})", [ranking(question)]
    statement = f"""
        SELECT found.edition_id, {rank}
        FROM ({found}) found JOIN news_searchentry entry ON entry.edition_id = found.edition_id
        ORDER BY found.permalink_on DESC, found.first_public_at DESC, found.edition_id DESC
    """
    return rows(statement, [*rank_params, *params])


def counts(questions, most):
    """How many live stories answer each of several Questions, counted up to `most`: a list of int, in one statement."""
    parts, all_params = [], []
    for number, question in enumerate(questions):
        found, params = newest_sql(question, most)
        parts.append(f"SELECT {number}, (SELECT count(*) FROM ({found}) found)")
        all_params += params
    counted = dict(rows(" UNION ALL ".join(parts), all_params))
    return [counted[number] for number in range(len(questions))]


def rows(statement, params):
    """The rows that `statement` returns, planned with SETTINGS."""
    with connection.cursor() as cursor:
        cursor.execute(f"{SETTINGS} {statement}", params)
        while cursor.description is None:
            cursor.nextset()
        return cursor.fetchall()


def newest_sql(question, most):
    """SQL for the keys and days of the newest `most` live matches. Returns (SQL, its parameters)."""
    live, live_params = is_live("hits.edition_id")
    # The language is a word too: of a stem that another language is full of, the rest isn't read.
    whole = ((language_word(question.language),),)
    windows = [recent_months(question.language), recent_years(question.language), whole]
    phrases, phrase_params = has_phrases(question)
    steps, found, params = [], [], []
    for number, window in enumerate(windows):
        guards = [f"(SELECT count(*) FROM newest{before}) < {most:d}" for before in range(number)]
        steps.append(f"hits{number} AS MATERIALIZED ({hits_sql([*phrases, *guards])})")
        steps.append(f"newest{number} AS MATERIALIZED ({live_sql(f'hits{number}', live, most)})")
        params += [tsquery([*question.conditions, window]), *phrase_params, *live_params]
        # A window that has too few leaves it to the next one, which has them as well; the last one has all there are.
        enough = f"(SELECT count(*) FROM newest{number}) >= {most:d}" if window != whole else "TRUE"
        found.append(f"SELECT * FROM newest{number} WHERE {enough}")
    return f"WITH {', '.join(steps)} {' UNION ALL '.join(found)}", params


def hits_sql(conditions):
    """SQL for all matches, without an order, so that no plan walks the days and reads a vector at each step."""
    return f"""
        SELECT edition_id, permalink_on, first_public_at FROM news_searchentry
        WHERE {" AND ".join(["vector @@ %s::tsquery", *conditions])}
    """


def has_phrases(question):
    """SQL, as a list of conditions, that leaves stories with the pairs of the phrases asked. Returns (SQL, parameters).

    Only of phrases that must be there: one that may also be the name of a subject leaves a choice.
    """
    needed = {pair for [words, *others] in question.conditions if not others for pair in pairs_in(words)}
    return (["pairs @> %s::smallint[]"], [sorted(needed)]) if needed else ([], [])


def live_sql(hits, live, most):
    """SQL for the newest `most` of `hits` that are live."""
    return f"""
        SELECT edition_id, permalink_on, first_public_at
        FROM (SELECT * FROM {hits} ORDER BY {NEWEST} OFFSET 0) hits WHERE {live} ORDER BY {NEWEST} LIMIT {most:d}
    """


def recent_months(language):
    """The last months, this one and the next as alternatives of one condition."""
    today = timezone.localdate()
    months = today.year * 12 + today.month - 1
    days = [today.replace(year=n // 12, month=n % 12 + 1, day=1) for n in range(months - RECENT_MONTHS, months + 2)]
    return tuple((month_word(language, day),) for day in days)


def recent_years(language):
    """The last years, this one and the next as alternatives of one condition."""
    this_year = timezone.localdate().year
    return tuple((year_word(language, year),) for year in range(this_year - RECENT_YEARS, this_year + 2))


def vector(placed, facts):
    """The tsvector of a story as PostgreSQL writes it: stems with their positions and weights."""
    places = {fact: ["1B"] for fact in facts}
    for weight, words in zip("ABC", placed, strict=True):
        for word in words:
            here = places.setdefault(word.stem, [])
            if word.position:
                here.append(f"{word.position}{weight}")
    return " ".join(f"{quoted(stem)}:{','.join(here)}" if here else quoted(stem) for stem, here in places.items())


def pairs(placed):
    """The pairs of words that stand side by side in a story, each as a number: a sorted list without repetitions.

    placed: see placed_words(). A word without a place stands beside none.
    """
    runs = [word for words in placed for word in [*words, None]]
    return sorted(
        {
            pair(one.stem, next_.stem)
            for one, next_ in pairwise(runs)
            if one and next_ and one.position and next_.position
        }
    )


def pairs_in(stems):
    """The numbers of the pairs in a phrase."""
    return [pair(one, next_) for one, next_ in pairwise(stems)]


def pair(one, next_):
    """A number for two words side by side. Other pairs share it, so it rules stories out and never in.

    65,536 numbers: as many keys as the index has words, where all pairs of a million stories would be millions.
    """
    return (zlib.crc32(f"{one} {next_}".encode()) & 0xFFFF) - 0x8000


def tsquery(conditions):
    """The tsquery that all `conditions` make, from stems only: see Question."""
    return " & ".join(f"({' | '.join(map(phrase, alternatives))})" for alternatives in conditions)


def ranking(question):
    """What the rank is made of: the words asked for, not the filters, which all matches share."""
    return tsquery(question.ranked)


def phrase(words):
    return "(" + " <-> ".join(map(quoted, words)) + ")"


def quoted(stem):
    """A stem as PostgreSQL reads it whole, whatever is in it."""
    return "'" + stem.replace("\\", "\\\\").replace("'", "''") + "'"
