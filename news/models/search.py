"""What search looks in: a row for each public edition, and the names of what stories are linked to."""

from django.conf import settings
from django.db import models

from .edition import Edition


class SearchEntry(models.Model):
    """A public edition as search knows it: its day, and, in a form of each database's own, the stems of its words.

    PostgreSQL has them in the columns `vector` and `pairs`, SQLite in the table news_searchwords: news.search.stores
    writes and reads both. Whether the edition is live is not said here: Edition.objects.live() decides.
    """

    edition = models.OneToOneField(Edition, models.CASCADE, primary_key=True, related_name="search_entry")
    language = models.CharField(max_length=8, choices=settings.LANGUAGES)
    permalink_on = models.DateField()
    first_public_at = models.DateTimeField()

    def __str__(self):
        return f"{self.language} {self.permalink_on} {self.edition_id}"


class NameEntry(models.Model):
    """A word of a name of something that stories are linked to, as a page in `language` would look for it.

    kind, subject: what it names, a pair such as ("person", 3). stem: the word; stems: the whole name, for phrases.
    """

    language = models.CharField(max_length=8, choices=settings.LANGUAGES)
    kind = models.CharField(max_length=20)
    subject = models.BigIntegerField()
    stem = models.CharField(max_length=64)
    stems = models.TextField()

    class Meta:
        indexes = [
            models.Index(fields=["language", "stem"], name="name_by_stem"),
            models.Index(fields=["kind", "subject"], name="name_by_subject"),
        ]

    def __str__(self):
        return f"{self.language} {self.kind} {self.subject}: {self.stems}"
