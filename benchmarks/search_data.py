"""Makes stories as search knows them, in words that are as frequent as words are, straight into the tables."""

import random
from datetime import UTC, date, datetime, time, timedelta
from itertools import accumulate

from django.db import connection

from news.search.stores.postgresql import pairs, vector
from news.search.words import Word, language_word, month_word, subject_word, year_word

VOCABULARY = 50_000
WORDS_IN_TITLE, WORDS_IN_SUMMARY, WORDS_IN_BODY = 10, 30, 200
SUBJECTS = {"sector": (10, 1), "member_state": (57, 2), "person": (20_000, 2), "tag": (5_000, 3)}
YEARS = 20
# So many stories have words of their own; the others have those of one of them, with another day and other subjects.
MADE = 50_000
BATCH = 5_000


class Frequencies:
    """Draws numbers from 1 to `size`, the first ones most often: each as often as 1 / the number says (Zipf)."""

    def __init__(self, size):
        self.numbers = range(1, size + 1)
        self.weights = list(accumulate(1 / number for number in self.numbers))

    def draw(self, count):
        return random.choices(self.numbers, cum_weights=self.weights, k=count)


def load(count, say):
    """Load `count` English stories of the last twenty years and the names of their people."""
    random.seed(20260301)
    words = Frequencies(VOCABULARY)
    made = [story(words) for _ in range(min(count, MADE))]
    subjects = {kind: (Frequencies(size), most) for kind, (size, most) in SUBJECTS.items()}
    first_day = date.today() - timedelta(days=365 * YEARS)
    with connection.cursor() as cursor:
        # The rows point at articles and revisions that nobody reads here.
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("DROP INDEX search_entry_words")
        for start in range(1, count + 1, BATCH):
            keys = range(start, min(start + BATCH, count + 1))
            days = [first_day + timedelta(days=365 * YEARS * key // count) for key in keys]
            copy_editions(cursor, keys, days)
            copy_entries(cursor, keys, days, made, subjects)
            if start % 100_000 == 1:
                say(f"{start - 1:,} stories")
        copy_names(cursor)
        say("index")
        cursor.execute("SET maintenance_work_mem = '512MB'")
        cursor.execute("CREATE INDEX search_entry_words ON news_searchentry USING gin (vector, pairs)")
    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE news_searchentry, news_edition, news_nameentry")


def noon(day):
    return datetime.combine(day, time(12), UTC)


def copy_editions(cursor, keys, days):
    columns = "id, article_id, language, visibility, stage, slug, permalink_on, first_public_at, live_revision_id"
    with cursor.copy(f"COPY news_edition ({columns}, newest_revision_id) FROM STDIN") as copy:
        for key, day in zip(keys, days, strict=True):
            copy.write_row((key, key, "en", "public", "approved", f"s{key}", day, noon(day), key, key))


def copy_entries(cursor, keys, days, made, subjects):
    columns = "edition_id, language, permalink_on, first_public_at, vector, pairs"
    with cursor.copy(f"COPY news_searchentry ({columns}) FROM STDIN") as copy:
        for key, day in zip(keys, days, strict=True):
            words, neighbours = made[key % len(made)]
            with_facts = f"{words} {vector([[], [], []], facts(day, subjects))}"
            copy.write_row((key, "en", day, noon(day), with_facts, neighbours))


def story(words):
    """The words of one made-up story as a vector, and its pairs as PostgreSQL writes them."""
    position, placed = 0, []
    for count in (WORDS_IN_TITLE, WORDS_IN_SUMMARY, WORDS_IN_BODY):
        placed.append([Word(f"w{n}", position + place) for place, n in enumerate(words.draw(count), 1)])
        position += count + 1
    neighbours = ",".join(map(str, pairs(placed)))
    return vector(placed, []), f"{{{neighbours}}}"


def facts(day, subjects):
    """The day and the subjects of one made-up story as words."""
    words = {language_word("en"), year_word("en", day.year), month_word("en", day)}
    for kind, (frequencies, most) in subjects.items():
        words |= {subject_word(kind, n) for n in frequencies.draw(random.randint(1, most))}
    return sorted(words)


def copy_names(cursor):
    """Each person has a first name of two hundred and a name of their own."""
    with cursor.copy("COPY news_nameentry (language, kind, subject, stem, stems) FROM STDIN") as copy:
        for number in range(1, SUBJECTS["person"][0] + 1):
            first, last = f"first{number % 200}", f"last{number}"
            for stem in (first, last):
                copy.write_row(("en", "person", number, stem, f"{first} {last}"))
