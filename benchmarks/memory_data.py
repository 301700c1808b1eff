"""Makes sentences for the translation memory: words of our stories as often as there, and many rare ones like them."""

import json
import random
import re
from collections import defaultdict
from pathlib import Path

from django.db import transaction

from news.memory.remembering import digest_of, sentence_keys
from news.memory.similarity import folded
from news.models import Article, MemoryUnit, Revision

STORIES = Path(__file__).resolve().parent.parent / "icesco" / "demo" / "stories"
RARE = 30_000
UNITS_IN_ARTICLE = 25
BATCH = 40  # articles


class Sentences:
    """Draws English sentences of 3 to 30 words: each as often as in our stories, one in eight a rare one like them."""

    def __init__(self):
        random.seed(20260301)
        texts = " ".join(english(path) for path in sorted(STORIES.glob("[0-9]*.json")))
        self.words = re.findall(r"[a-z’]+", texts.lower())
        self.rare = self.invented(sorted(set(self.words)), RARE)

    @staticmethod
    def invented(words, count):
        """Words that nobody wrote, of letters that follow each other as in `words`."""
        follows = defaultdict(list)
        for word in words:
            for i, letter in enumerate(f"{word}\n"):
                follows[f"  {word}"[i : i + 2]].append(letter)
        made, known = [], set(words)
        while len(made) < count:
            word = ""
            while (letter := random.choice(follows[f"  {word}"[-2:]])) != "\n":
                word += letter
            if word not in known and len(word) < 16:
                known.add(word)
                made.append(word)
        return made

    def draw(self):
        length = min(30, max(3, round(random.gauss(16, 6))))
        words = [random.choice(self.rare if random.random() < 1 / 8 else self.words) for _ in range(length)]
        return " ".join(words).capitalize() + "."

    def changed(self, sentence):
        """The sentence with one or two other words: mostly still alike."""
        words = sentence.split()
        for _ in range(random.randint(1, 2)):
            words[random.randrange(len(words))] = random.choice(self.words)
        return " ".join(words)


def english(path):
    def walk(value, is_english):
        if isinstance(value, dict):
            return " ".join(walk(part, is_english or name == "en") for name, part in value.items())
        if isinstance(value, list):
            return " ".join(walk(part, is_english) for part in value)
        return value if is_english and isinstance(value, str) else ""

    return re.sub(r"<[^>]+>|https?\S+", " ", walk(json.loads(path.read_text(encoding="utf-8")), is_english=False))


def load(count, sentences, say):
    """Load `count` units, 25 to a story: three of four with a sentence of their own, the others changed a little."""
    said = []
    for start in range(0, count, UNITS_IN_ARTICLE * BATCH):
        if start % 20_000 == 0:
            say(f"{start:,} units")
        number = min(UNITS_IN_ARTICLE * BATCH, count - start)
        texts = [sentences.changed(random.choice(said)) if said and random.random() < 0.25 else sentences.draw()
                 for _ in range(number)]  # fmt: skip
        said += texts
        keep(texts)
    return said


@transaction.atomic
def keep(texts):
    articles = Article.objects.bulk_create([Article() for _ in range(-(-len(texts) // UNITS_IN_ARTICLE))])
    source, target = (
        Revision.objects.bulk_create(
            [Revision(article=article, language=language, number=1, title="A story") for article in articles]
        )
        for language in ("en", "fr")
    )
    keys = sentence_keys("en", texts)
    MemoryUnit.objects.bulk_create(
        MemoryUnit(
            sentence_id=keys[digest_of(folded(text))],
            target_language="fr",
            source_text=text,
            target_text=f"Traduction {text}",
            article=articles[number // UNITS_IN_ARTICLE],
            revision=target[number // UNITS_IN_ARTICLE],
            source_revision=source[number // UNITS_IN_ARTICLE],
            position=number % UNITS_IN_ARTICLE,
        )
        for number, text in enumerate(texts)
    )
