"""SQLite: the words of stories in an FTS5 table of their own, whose rowid is the edition's key."""

from django.db import connection

from .live import is_live

# Of title, summary, body and facts, for bm25.
WEIGHTS = "10.0, 4.0, 1.0, 4.0"
NO_PLACE = "·"
NEWEST = "entry.permalink_on DESC, entry.first_public_at DESC, entry.edition_id DESC"


def write(edition_id, placed, facts):
    """Keep the words of an edition. placed: see placed_words(); facts: fact_words()."""
    remove(edition_id)
    columns = [*map(column_text, placed), " ".join(facts)]
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO news_searchwords (rowid, title, summary, body, facts) VALUES (%s, %s, %s, %s, %s)",
            [edition_id, *columns],
        )


def remove(edition_id):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM news_searchwords WHERE rowid = %s", [edition_id])


def newest(question, most, is_ranked):
    """The newest matches that are live, `most` at most: a list of (edition's key, rank), newest first.

    question: a Question. rank: higher is better; 0 unless `is_ranked`.
    """
    found, params = newest_sql(question, most)
    if not is_ranked:
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT edition_id, 0 FROM ({found})", params)
            return cursor.fetchall()
    statement = f"""
        WITH found AS MATERIALIZED ({found})
        SELECT found.edition_id, -bm25(news_searchwords, {WEIGHTS})
        FROM found JOIN news_searchwords ON news_searchwords.rowid = found.edition_id
        WHERE news_searchwords MATCH %s
        ORDER BY found.permalink_on DESC, found.first_public_at DESC, found.edition_id DESC
    """
    with connection.cursor() as cursor:
        cursor.execute(statement, [*params, match(question.ranked)])
        return cursor.fetchall()


def counts(questions, most):
    """How many live stories answer each of several Questions, counted up to `most`: a list of int, in one statement."""
    parts, all_params = [], []
    for question in questions:
        found, params = newest_sql(question, most)
        parts.append(f"(SELECT count(*) FROM ({found}))")
        all_params += params
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(parts)}", all_params)
        return list(cursor.fetchone())


def newest_sql(question, most):
    live, live_params = is_live("entry.edition_id")
    sql = f"""
        SELECT entry.edition_id, entry.permalink_on, entry.first_public_at
        FROM news_searchwords JOIN news_searchentry entry ON entry.edition_id = news_searchwords.rowid
        WHERE news_searchwords MATCH %s AND entry.language = %s AND {live} ORDER BY {NEWEST} LIMIT %s
    """
    return sql, [match(question.conditions), question.language, *live_params, most]


def column_text(words):
    """Words as the table takes them; nothing stands next to a word without a place, so that no phrase finds it."""
    known = {word.stem for word in words if word.position}
    return " ".join(written(word, known) for word in words)


def written(word, known):
    if word.position:
        return word.stem
    return NO_PLACE if word.stem in known else f"{NO_PLACE} {word.stem} {NO_PLACE}"


def match(conditions):
    """The FTS5 expression that all `conditions` make, from stems only: see Question."""
    return " AND ".join(f"({' OR '.join(map(phrase, alternatives))})" for alternatives in conditions)


def phrase(words):
    return '"' + " ".join(words).replace('"', '""') + '"'
