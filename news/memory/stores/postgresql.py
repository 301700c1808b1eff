"""PostgreSQL: keys in an array with a GIN index, the sketch a string of bits, both in the sentence's own row."""

from django.db import connection

from ...search.stores.postgresql import rows
from ..keys import SKETCH_BITS

COLUMNS = "language, digest, folded, size, keys, sketch"
ROW = f"(%s, %s, %s, %s, %s::int[], %s::bit({SKETCH_BITS}))"


def add(sentences):
    """Keep these Keyed sentences; those that are there already stay as they are."""
    params = []
    for sentence in sentences:
        params += [sentence.language, sentence.digest, sentence.folded, sentence.size, sentence.keys, bits(sentence)]
    with connection.cursor() as cursor:
        values = ", ".join([ROW] * len(sentences))
        cursor.execute(
            f"INSERT INTO news_memorysentence ({COLUMNS}) VALUES {values} ON CONFLICT (language, digest) DO NOTHING",
            params,
        )


def candidates(asked, most):
    """The stored sentences that may be alike, `most` at most for each of the Keyed `asked`, in one statement.

    Returns a set of (number of the asked one, key of a MemorySentence); of which language is for the caller to see.
    """
    if not asked:
        return set()
    statement, params = candidates_sql(asked, most)
    return set(rows(statement, params))


def candidates_sql(asked, most):
    """Returns (SQL, its parameters). The language is part of each key: a condition on it would tempt the planner."""
    differing = "bit_count(stored.sketch # asked.sketch)"
    values, params = [], []
    for number, sentence in enumerate(asked):
        values.append(f"({number}, %s::int[], %s, %s::bit({SKETCH_BITS}))")
        params += [sentence.keys, sentence.size, bits(sentence)]
    statement = f"""
        SELECT asked.number, found.id
        FROM (VALUES {", ".join(values)}) asked (number, keys, size, sketch)
        CROSS JOIN LATERAL (
            SELECT stored.id FROM news_memorysentence stored
            WHERE stored.keys && asked.keys
                AND stored.size * 4 >= asked.size * 3 AND asked.size * 4 >= stored.size * 3
                AND {differing} * 7 <= stored.size + asked.size
            ORDER BY {differing}, stored.id DESC LIMIT {most:d}
        ) found
    """
    return statement, params


def clear():
    """Nothing to do: keys and sketches go with their rows."""


def bits(sentence):
    return f"{sentence.sketch:0{SKETCH_BITS}b}"
