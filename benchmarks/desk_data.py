"""Makes stories in three languages as a newsroom of twenty years has them, by statements of the database alone."""

from django.db import connection

YEARS = 20
BODY_REPEATS = 12  # of a digest of 33 letters: a body of about 400, kept short so that the disk holds a million
TITLE = {"ar": "المنتدى رقم ", "en": "Forum number ", "fr": "Le forum numéro "}
# Which articles have a text, and in how many revisions: 200,000 articles come to 1,000,000.
HAS_TEXT = {"en": "true", "ar": "i % 10 < 7 AND i % 100 <> 0", "fr": "i % 10 > 3 AND i % 100 <> 0"}
REVISIONS = {"en": 3, "ar": 2, "fr": 1}


def load(count, say):
    """Load `count` articles, their revisions, editions and publications, newest last."""
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica; SET synchronous_commit = off")
        cursor.execute(ARTICLES, [YEARS, count, count])
        cursor.execute(SECTORS, [count])
        start = 0
        for language, number in REVISIONS.items():
            for revision in range(1, number + 1):
                say(f"{language}, revision {revision}")
                write_revisions(cursor, count, language, revision, start)
                start += count
            write_editions(cursor, count, language)
        cursor.execute(WORDS)
        for table in ("article", "article_sectors", "revision", "edition", "publication"):
            cursor.execute(f"SELECT setval(pg_get_serial_sequence('news_{table}', 'id'), max(id)) FROM news_{table}")
        cursor.execute("SET session_replication_role = origin")
    with connection.cursor() as cursor:
        say("vacuum")
        cursor.execute("VACUUM ANALYZE")


ARTICLES = """
INSERT INTO news_article (id, source_language, created_at, is_demo, event_date)
SELECT i, 'en', at, false, at::date
FROM (SELECT i, now() - make_interval(years => %s) * (1 - i::float / %s) AS at FROM generate_series(1, %s) AS i) AS days
"""
SECTORS = """
INSERT INTO news_article_sectors (article_id, sector_id)
SELECT i, keys[1 + (i + extra * 3) %% array_length(keys, 1)]
FROM generate_series(1, %s) AS i
CROSS JOIN generate_series(0, 1) AS extra
CROSS JOIN (SELECT array_agg(id ORDER BY id) AS keys FROM people_sector) AS known
WHERE extra = 0 OR i %% 4 = 0
"""
WORDS = """
UPDATE news_article SET title_en = r.title, summary_en = r.summary, body_en = r.body
FROM news_edition e JOIN news_revision r ON r.id = e.live_revision_id
WHERE e.article_id = news_article.id AND e.language = 'en' AND e.visibility = 'public'
"""


def write_revisions(cursor, count, language, number, start):
    """The revision `number` of each text in `language`; a translation follows the English one of two or three.

    Keys are those of the articles after `start`, so that each is known from its article's.
    """
    follows = "NULL" if language == "en" else f"CASE WHEN i % 10 = 5 THEN {count} ELSE {2 * count} END + i"
    origin = "original" if language == "en" else "staff"
    cursor.execute(
        f"""
        INSERT INTO news_revision (id, article_id, language, number, title, summary, body, lead_alt, lead_caption,
                                   origin, note, words_digest, follows_id, created_at)
        SELECT {start} + i, i, %s, %s, %s || i, md5(i::text), repeat(md5((i * 7 + %s)::text) || ' ', %s), '', '',
               %s, '', md5(i || '-' || %s || '-' || %s), {follows}, a.created_at + make_interval(hours => %s)
        FROM generate_series(1, {count}) AS i JOIN news_article a ON a.id = i
        WHERE {HAS_TEXT[language].replace("%", "%%")}
        """.replace("i % 10 =", "i %% 10 ="),
        [language, number, TITLE[language], number, BODY_REPEATS, origin, language, number, number],
    )


def write_editions(cursor, count, language):
    """One edition of each text: most public in their newest revision, some drafts, updates in work, a few expired."""
    newest = REVISIONS[language]
    cursor.execute(
        """
        INSERT INTO news_edition (article_id, language, visibility, stage, slug, permalink_on, first_public_at,
                                  expires_at, live_revision_id, newest_revision_id)
        SELECT i, %s, CASE WHEN draft THEN 'unpublished' ELSE 'public' END,
               CASE WHEN draft OR i %% 50 = 6 THEN (ARRAY['draft', 'in_review', 'approved'])[1 + i / 50 %% 3]
                    ELSE 'approved' END,
               's' || i, CASE WHEN draft THEN NULL ELSE a.created_at::date END,
               CASE WHEN draft THEN NULL ELSE a.created_at + interval '1 hour' END,
               CASE WHEN i %% 5000 = 7 THEN now() - interval '1 day' END,
               CASE WHEN draft THEN NULL WHEN i %% 50 = 6 THEN old.id ELSE new.id END, new.id
        FROM (SELECT i, i %% 100 = 0 OR (%s = 'fr' AND i %% 50 = 6) AS draft FROM generate_series(1, %s) AS i) AS texts
        JOIN news_article a ON a.id = i
        JOIN news_revision new ON new.article_id = i AND new.language = %s AND new.number = %s
        JOIN news_revision old ON old.article_id = i AND old.language = %s AND old.number = greatest(%s - 1, 1)
        """,
        [language, language, count, language, newest, language, newest],
    )
    cursor.execute(
        """
        INSERT INTO news_publication (edition_id, revision_id, due_at, applied_at, is_minor, note, failure)
        SELECT e.id, r.id, r.created_at, r.created_at, false, '', '[]'
        FROM news_edition e JOIN news_revision live ON live.id = e.live_revision_id
        JOIN news_revision r ON r.article_id = e.article_id AND r.language = e.language AND r.number <= live.number
        WHERE e.language = %s
        """,
        [language],
    )
