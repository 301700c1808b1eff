"""One draft article for each new story of a listing, with its links; all of them or none."""

from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone

from icesco.text.slugs import EmptySlug, make_slug
from people.languages import column

from ..listing.facts import Facts, read_facts
from ..listing.reader import ListedStory, read
from ..listing.summaries import body_of, summary_of
from ..models import Address, Appearance, Article, LinkProposal, Revision
from .known import known_matcher, states_of_places
from .memory import Known, Memory
from .people import MAX_LENGTH, KnownPeople, shortened
from .source import UnreadableListing

LONGEST_BODY = Revision._meta.get_field("body").max_length


class StoryResult(NamedTuple):
    """What became of one story.

    story, facts: what was read; known: a Known; article: the draft made or made before, or None when it is gone;
    people: list of (PersonMention, Identified); states, sectors: the linked rows; proposals: LinkProposals made.
    """

    story: ListedStory
    facts: Facts
    known: Known
    article: Article | None
    people: list
    states: list
    sectors: list
    proposals: list


class ImportResult(NamedTuple):
    """stories: list of StoryResult in the listing's order; left_out: lines that belong to no story."""

    stories: list
    left_out: list


def import_text(text, language, dry_run=False, on_progress=lambda done, count: None):
    """Import the listing `text`, a str in `language`: an ImportResult.

    dry_run: do it all and take it back. on_progress: called with the stories done and their count.
    Raises UnreadableListing, with nothing written, when the text holds no stories or one too long.
    """
    reading = read(text, language)
    if not reading.stories:
        raise UnreadableListing("No stories were found: a listing has titles, each with paragraphs below it.")
    for story in reading.stories:
        if len(body_of(story.paragraphs)) > LONGEST_BODY:
            raise UnreadableListing(f"The story “{story.title}” is longer than {LONGEST_BODY:,} characters.")
    with transaction.atomic():
        importer = _Importer(reading.stories, language)
        results = []
        for story in reading.stories:
            results.append(importer.take(story))
            on_progress(len(results), len(reading.stories))
        if dry_run:
            transaction.set_rollback(True)
    return ImportResult(results, reading.left_out)


class _Importer:
    def __init__(self, stories, language):
        self.language = language
        self.matcher, self.state_of_place = known_matcher(), states_of_places()
        self.people, self.memory = KnownPeople(), Memory(stories, language)

    def take(self, story):
        """Make the draft of `story` unless it was made before: a StoryResult."""
        facts = read_facts(story, self.language, self.matcher, self.state_of_place)
        day = story.dated_on or facts.starts_on
        known, row = self.memory.look_up(story, day)
        if known is not Known.NEW:
            return StoryResult(story, facts, known, row.article, [], [], [], [])
        article = self._make_article(story, facts)
        self.memory.keep(story, day, article)
        states = self._link(article.member_states, facts.states)
        sectors = self._link(article.sectors, facts.sectors)
        people, proposals = self._link_people(article, facts.people)
        proposals += self._propose(article, "member_state", facts.states.proposed)
        proposals += self._propose(article, "sector", facts.sectors.proposed)
        return StoryResult(story, facts, known, article, people, states, sectors, proposals)

    def _make_article(self, story, facts):
        ends_on = facts.ends_on if facts.ends_on != facts.starts_on else None
        article = Article.objects.create(
            source_language=self.language,
            dateline_id=int(facts.place) if facts.place else None,
            event_date=facts.starts_on,
            event_ends_on=ends_on,
        )
        words = {"title": story.title, "summary": summary_of(story.paragraphs), "body": body_of(story.paragraphs)}
        try:
            article.write(self.language, words, origin=Revision.Origin.IMPORTED)
        except ValidationError as error:
            raise UnreadableListing(f"The story “{story.title}” can’t be kept: {' '.join(error.messages)}") from error
        if story.dated_on and story.dated_on <= timezone.localdate():
            self._keep_address(article, story)
        return article

    def _keep_address(self, article, story):
        """The day printed with a story is the one in its address on the former site, whose links shall live on."""
        edition = article.editions.get(language=self.language)
        edition.permalink_on = story.dated_on
        try:
            edition.slug = make_slug(story.title)
        except EmptySlug:
            return
        edition.slug = Address.free_slug(edition)
        edition.save(update_fields=["slug", "permalink_on"])

    def _link(self, manager, links):
        keys = [int(key) for key in links.linked]
        manager.add(*keys)
        rows = manager.model.objects.in_bulk(keys)
        return [rows[key] for key in keys]

    def _link_people(self, article, mentions):
        found, proposals, present = [], [], set()
        for mention in mentions:
            identified = self.people.identify(mention, self.language)
            found.append((mention, identified))
            if identified.person and identified.person.pk not in present:
                present.add(identified.person.pk)
                self._add_appearance(article, mention, identified.person, len(present) - 1)
        for mention, identified in found:
            for person in identified.maybe:
                if person.pk not in present:
                    present.add(person.pk)
                    proposals.append(self._propose_person(article, mention, person))
        return found, proposals

    def _add_appearance(self, article, mention, person, position):
        said = {
            column(field, self.language): shortened(getattr(mention, field), MAX_LENGTH[field]) or None
            for field in ("honorific", "role")
        }
        Appearance.objects.create(article=article, person=person, position=position, **said)

    def _propose_person(self, article, mention, person):
        return LinkProposal.objects.create(
            article=article,
            person=person,
            language=self.language,
            words=shortened(f"{mention.honorific} {mention.name}", 250),
            honorific=shortened(mention.honorific, MAX_LENGTH["honorific"]),
            role=shortened(mention.role, MAX_LENGTH["role"]),
        )

    def _propose(self, article, kind, proposed):
        return [
            LinkProposal.objects.create(
                article=article, language=self.language, words=shortened(words, 250), **{f"{kind}_id": int(key)}
            )
            for key, words in proposed.items()
        ]
