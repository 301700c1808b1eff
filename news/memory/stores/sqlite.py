"""SQLite: keys in a narrow table, a row for each key of a sentence; sketches in another, compared here."""

import json

from django.db import connection

from ..keys import SKETCH_BITS

# CROSS JOIN: in this order, from the keys that are asked.
CANDIDATES = """
    SELECT met.number, sketch.sentence_id, sketch.size, sketch.sketch
    FROM (
        SELECT DISTINCT json_extract(asked.value, '$[0]') AS number, stored.sentence_id
        FROM json_each(%s) asked
        CROSS JOIN news_memorykey stored ON stored.key = json_extract(asked.value, '$[1]')
    ) met
    CROSS JOIN news_memorysketch sketch ON sketch.sentence_id = met.sentence_id
"""


def add(sentences):
    """Keep these Keyed sentences; those that are there already stay as they are."""
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT OR IGNORE INTO news_memorysentence (language, digest, folded, size) VALUES (%s, %s, %s, %s)",
            [(sentence.language, sentence.digest, sentence.folded, sentence.size) for sentence in sentences],
        )
        names = json.dumps([[sentence.language, sentence.digest] for sentence in sentences])
        cursor.execute(
            "SELECT stored.id, added.key FROM json_each(%s) added JOIN news_memorysentence stored"
            " ON stored.language = json_extract(added.value, '$[0]')"
            " AND stored.digest = json_extract(added.value, '$[1]')",
            [names],
        )
        keyed = [(pk, sentences[number]) for pk, number in cursor.fetchall()]
        # Replaced: numbers may come again after rows were deleted past us.
        cursor.executemany(
            "INSERT OR REPLACE INTO news_memorysketch (sentence_id, size, sketch) VALUES (%s, %s, %s)",
            [(pk, sentence.size, sentence.sketch.to_bytes(SKETCH_BITS // 8, "big")) for pk, sentence in keyed],
        )
        cursor.executemany(
            "INSERT OR IGNORE INTO news_memorykey (key, sentence_id) VALUES (%s, %s)",
            [(key, pk) for pk, sentence in keyed for key in sentence.keys],
        )


def candidates(asked, most):
    """Stored sentences that may be alike, by the rules of keys.py: rows of (number of the Keyed asked, key, differing).

    differing: in how many bits the sketches differ. All there are: most is for the other database.
    """
    sizes = [sentence.size for sentence in asked]
    sketches = [sentence.sketch for sentence in asked]
    numbered = [[number, key] for number, sentence in enumerate(asked) for keys in sentence.keys for key in keys]
    with connection.cursor() as cursor:
        cursor.execute(CANDIDATES, [json.dumps(numbered)])
        for number, pk, size, sketch in cursor:
            differing = (sketches[number] ^ int.from_bytes(sketch, "big")).bit_count()
            if may_be_alike(sizes[number], size, differing):
                yield number, pk, differing


def may_be_alike(size, other, differing):
    """By the rules of keys.py; differing: in how many bits the sketches differ."""
    return 3 * size <= 4 * other and 3 * other <= 4 * size and 7 * differing <= size + other


def clear():
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM news_memorykey")
        cursor.execute("DELETE FROM news_memorysketch")
