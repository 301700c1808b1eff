"""One feed, whatever form it is sent in."""

from dataclasses import dataclass
from datetime import UTC, datetime

from icesco.found.links import absolute
from people.languages import LANGUAGES

from .addresses import feed_path, feed_title
from .entries import newest_entries
from .identity import feed_id
from .tombstones import tombstones

# A feed without entries must still say when it changed.
NEVER = datetime(2026, 1, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Feed:
    """id: the same for ever. pages: {language: absolute address} of the page whose stories it brings, its own language
    first; addresses: {form: absolute address} of the feed itself. entries: a list of Entry, newest first; tombstones:
    what went, as a list of Tombstone."""

    id: str
    language: str
    title: str
    pages: dict
    addresses: dict
    entries: list
    tombstones: list

    @property
    def updated_at(self):
        changes = [entry.updated_at for entry in self.entries]
        return max([*changes, *(tombstone.gone_at for tombstone in self.tombstones)], default=NEVER)


def read_feed(language, kind=None, subject=None):
    """The feed of all stories in `language`, which is active, or of those about `subject`. Eight queries at most."""
    return Feed(
        id=feed_id(language, kind, subject),
        language=language,
        title=feed_title(kind, subject),
        pages=pages(language, subject),
        addresses={form: absolute(feed_path(form, kind, subject)) for form in ("atom", "json")},
        entries=newest_entries(language, kind, subject),
        tombstones=tombstones(language, kind, subject),
    )


def pages(language, subject):
    """The page in the feed's language; for the feed of all stories the home pages, this language's first."""
    if subject:
        return {language: absolute(subject.get_absolute_url())}
    return {code: absolute(f"/{code}/") for code in dict.fromkeys((language, *LANGUAGES))}
