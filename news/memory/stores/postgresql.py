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
    """Stored sentences that may be alike, by the rules of keys.py: rows of (number of the Keyed asked, key, differing).

    differing: in how many bits the sketches differ; those that differ least, at least `most` of each if there are.
    """
    return rows(*candidates_sql(asked, most))


def candidates_sql(asked, most):
    """Returns (SQL, its parameters). The language is part of each key: a condition on it would tempt the planner.

    Each class of sizes is a scan of its own: the index takes longer for each match the more keys it is asked at once.
    """
    differing = "bit_count(stored.sketch # asked.sketch)"
    values, params = [], []
    for number, sentence in enumerate(asked):
        for keys in sentence.keys:
            values.append(f"({number}, %s::int[], %s, %s::bit({SKETCH_BITS}))")
            params += [keys, sentence.size, bits(sentence)]
    statement = f"""
        SELECT asked.number, found.id, found.differing
        FROM (VALUES {", ".join(values)}) asked (number, keys, size, sketch)
        CROSS JOIN LATERAL (
            SELECT stored.id, {differing} AS differing FROM news_memorysentence stored
            WHERE stored.keys && asked.keys
                AND stored.size * 4 >= asked.size * 3 AND asked.size * 4 >= stored.size * 3
                AND {differing} * 7 <= stored.size + asked.size
            ORDER BY differing, stored.id DESC LIMIT {most:d}
        ) found
    """
    return statement, params


def clear():
    """Nothing to do: keys and sketches go with their rows."""


def bits(sentence):
    return f"{sentence.sketch:0{SKETCH_BITS}b}"
