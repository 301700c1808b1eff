"""What the texts of a story name and it isn't linked to yet: found by the matcher of the import, in each language."""

from icesco.text.folding import fold

from .body import plain_text
from .importing.known import known_matcher, states_of_places, tag_matcher
from .importing.people import MAX_LENGTH, KnownPeople, shortened
from .listing.facts import read_facts
from .listing.names import name_key
from .listing.reader import ListedStory
from .models import LinkProposal, Revision
from .models.link_proposal import TARGETS

MOST_WORDS = 250


def suggest(article):
    """Propose what the newest texts of `article` name; returns the new LinkProposals.

    What it is linked to, or was proposed before, isn't proposed again. A name that nobody has is proposed as a new
    person, in the first of the languages that tells of it. The caller holds the article's lock.
    """
    finder = Finder(article)
    revisions = Revision.objects.filter(newest_in__article=article).order_by("language")
    for revision in sorted(revisions, key=lambda revision: revision.language != article.source_language):
        finder.read(revision)
    return LinkProposal.objects.bulk_create(finder.found)


class Finder:
    """Reads texts of one story and collects proposals in `found`, each target once."""

    def __init__(self, article):
        self.article, self.found = article, []
        self.names, self.tags, self.states = known_matcher(), tag_matcher(), states_of_places()
        self.people = KnownPeople()
        self.seen = {(kind, key) for kind, keys in linked_keys(article).items() for key in keys}
        for proposal in article.link_proposals.all():
            self.seen |= {(kind, getattr(proposal, f"{kind}_id")) for kind in TARGETS}
            self.seen.add(("new_name", fold(proposal.new_name)))

    def read(self, revision):
        story = ListedStory(revision.title, None, paragraphs(revision))
        facts = read_facts(story, revision.language, self.names, self.states)
        said = {(hit.kind, hit.key): facts.text[slice(*hit.span)] for hit in self.hits(facts, revision.language)}
        for kind, links in (("member_state", facts.states), ("sector", facts.sectors)):
            for key in links.linked:
                self.add(kind, int(key), revision.language, said.get((kind, key), ""))
            for key, words in links.proposed.items():
                self.add(kind, int(key), revision.language, words)
        for hit in self.tags.find(facts.text, revision.language):
            self.add("tag", int(hit.key), revision.language, facts.text[slice(*hit.span)])
        for mention in facts.people:
            self.read_person(mention, revision.language)

    def hits(self, facts, language):
        """Names of states and sectors in the text, the first place of each last, so that it stands in a dict."""
        return reversed(self.names.find(facts.text, language))

    def read_person(self, mention, language):
        known = self.people.look_up(mention)
        told = {field: shortened(getattr(mention, field), MAX_LENGTH[field]) for field in ("honorific", "role")}
        words = f"{mention.honorific} {mention.name}".strip()
        for person in [known.person] if known and known.person else known.maybe if known else []:
            self.add("person", person.pk, language, words, **told)
        # A single word is as likely a place or a firm as a person.
        if known is None and len(name_key(mention.name)) > 1:
            self.add_new(shortened(mention.name, MAX_LENGTH["name"]), language, words, **told)

    def add(self, kind, key, language, words, **told):
        if (kind, key) in self.seen:
            return
        self.seen.add((kind, key))
        self.found.append(self.proposal(language, words, **{f"{kind}_id": key}, **told))

    def add_new(self, name, language, words, **told):
        if ("new_name", fold(name)) in self.seen:
            return
        self.seen.add(("new_name", fold(name)))
        self.found.append(self.proposal(language, words, new_name=name, **told))

    def proposal(self, language, words, **values):
        return LinkProposal(article=self.article, language=language, words=shortened(words, MOST_WORDS), **values)


def linked_keys(article):
    """{kind: keys} of what the story is linked to."""
    return {
        "member_state": article.member_states.values_list("pk", flat=True),
        "sector": article.sectors.values_list("pk", flat=True),
        "tag": article.tags.values_list("pk", flat=True),
        "person": article.appearances.values_list("person_id", flat=True),
    }


def paragraphs(revision):
    lines = [revision.summary, *plain_text(revision.body).split("\n")]
    return [line for line in map(str.strip, lines) if line]
