"""SQLite: keys in a narrow table, a row for each key of a sentence; sketches in another, compared here."""

import json
from collections import defaultdict

from django.db import connection

from ..keys import SKETCH_BITS


def add(sentences):
    """Keep these Keyed sentences; those that are there already stay as they are."""
    with connection.cursor() as cursor:
        for sentence in sentences:
            cursor.execute(
                "INSERT OR IGNORE INTO news_memorysentence (language, digest, folded, size) VALUES (%s, %s, %s, %s)",
                [sentence.language, sentence.digest, sentence.folded, sentence.size],
            )
            if cursor.rowcount:
                add_keys(cursor, cursor.lastrowid, sentence)


def add_keys(cursor, pk, sentence):
    # Replaced: numbers may come again after rows were deleted past us.
    cursor.execute(
        "INSERT OR REPLACE INTO news_memorysketch (sentence_id, size, sketch) VALUES (%s, %s, %s)",
        [pk, sentence.size, sentence.sketch.to_bytes(SKETCH_BITS // 8, "big")],
    )
    cursor.execute(
        "INSERT OR IGNORE INTO news_memorykey (key, sentence_id) SELECT value, %s FROM json_each(%s)",
        [pk, json.dumps(sentence.keys)],
    )


def candidates(asked, most):
    """The stored sentences that may be alike, `most` at most for each of the Keyed `asked`, in one statement.

    Returns a set of (number of the asked one, key of a MemorySentence); of which language is for the caller to see.
    """
    found = defaultdict(list)
    with connection.cursor() as cursor:
        # CROSS JOIN: in this order, from the keys that are asked.
        cursor.execute(
            """
            SELECT DISTINCT json_extract(asked.value, '$[0]'), sketch.sentence_id, sketch.size, sketch.sketch
            FROM json_each(%s) asked
            CROSS JOIN news_memorykey stored ON stored.key = json_extract(asked.value, '$[1]')
            CROSS JOIN news_memorysketch sketch ON sketch.sentence_id = stored.sentence_id
            """,
            [json.dumps([[number, key] for number, sentence in enumerate(asked) for key in sentence.keys])],
        )
        for number, pk, size, sketch in cursor:
            sentence = asked[number]
            differing = (sentence.sketch ^ int.from_bytes(sketch, "big")).bit_count()
            if (
                3 * size <= 4 * sentence.size
                and 3 * sentence.size <= 4 * size
                and may_be_alike(sentence, size, differing)
            ):
                found[number].append((differing, -pk))
    return {(number, -pk) for number, ranked in found.items() for _differing, pk in sorted(ranked)[:most]}


def may_be_alike(sentence, size, differing):
    return 7 * differing <= sentence.size + size


def clear():
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM news_memorykey")
        cursor.execute("DELETE FROM news_memorysketch")
