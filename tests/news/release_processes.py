"""The two processes of test_release_at_once: `apply` carries a release out slowly, `read` watches it meanwhile.

python -m tests.news.release_processes apply | read KEY PATH PATH PATH; each says "ready" first, and `apply` waits for
a line before it begins.
"""

import json
import sys
import time

import django

SECONDS_BETWEEN_LANGUAGES = 0.15
SECONDS_AT_MOST = 20
ROUNDS_AFTER = 3


def say(line):
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def apply():
    """Wait for a line, then apply what is due, dawdling between the languages so that a reader could see a part."""
    from news.models import Article
    from news.models.publication import apply_due

    put_words = Article.put_words

    def slowly(self, language, revision):
        put_words(self, language, revision)
        time.sleep(SECONDS_BETWEEN_LANGUAGES)

    Article.put_words = slowly
    say("ready")
    sys.stdin.readline()
    say(json.dumps(apply_due()))


def read(key, paths):
    """Look at the story `key` and its pages until all are public, and print what was seen as JSON.

    live, titles: what one query found, each different answer once. pages: [path, status, missing links], in order.
    """
    from django.test import Client

    from news.models import Article, Edition

    client, pages, live, titles = Client(SERVER_NAME="127.0.0.1"), [], [], []
    look(client, paths[0], paths)  # the first page takes long
    say("ready")
    end, rounds = time.monotonic() + SECONDS_AT_MOST, 0
    while time.monotonic() < end and rounds < ROUNDS_AFTER:
        for path in paths:
            note(live, sorted(Edition.objects.live().filter(article=key).values_list("language", flat=True)))
            note(titles, list(Article.objects.filter(pk=key).values_list("title_ar", "title_en", "title_fr")[0]))
            pages.append(look(client, path, paths))
        rounds += all(status == 200 for _path, status, _missing in pages[-len(paths) :])
    say(json.dumps({"live": live, "titles": titles, "pages": pages}))


def look(client, path, paths):
    """[path, status, how many of the other languages' pages a public page doesn't link]."""
    answer = client.get(path)
    page = answer.content.decode()
    missing = [other for other in paths if answer.status_code == 200 and other != path and other not in page]
    return [path, answer.status_code, len(missing)]


def note(seen, found):
    if found not in seen:
        seen.append(found)


if __name__ == "__main__":
    # With it loaded the settings serve static files that nobody has collected.
    import pytest  # noqa: F401

    django.setup()
    if sys.argv[1] == "apply":
        apply()
    else:
        read(int(sys.argv[2]), sys.argv[3:])
