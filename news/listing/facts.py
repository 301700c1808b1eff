"""The facts of a listed story, read from its text: when, where, who, and which states and sectors it names."""

from datetime import date
from typing import NamedTuple

from . import arabic_people, latin_people
from .dateline import is_where, read_place
from .events import read_event, wrong_weekdays
from .mentions import join_mentions, to_person
from .roles import split_role

PARAGRAPH_BREAK = "\n\n"


class Links(NamedTuple):
    """Keys of entities: sure ones, and proposals as a dict key -> the words of the text that suggest it."""

    linked: list
    proposed: dict


class Facts(NamedTuple):
    """What a story's text tells.

    starts_on, ends_on: first and last day of the event (equal for one day), None where nothing tells.
    place: key of the dateline's place, or "". people: list of PersonMention, spans in `text`. states, sectors: Links.
    wrong_weekdays: list of (words of the text, datetime.date). text: title and paragraphs, as they were read.
    """

    starts_on: date | None
    ends_on: date | None
    place: str
    people: list
    states: Links
    sectors: Links
    wrong_weekdays: list
    text: str


def read_facts(story, language, matcher, state_of_place):
    """The Facts of `story` (a ListedStory) in `language`. Never raises on any text.

    matcher: a Matcher with names of kinds "member_state", "sector" and "place".
    state_of_place: dict of a place's key to its member state's.
    """
    body = PARAGRAPH_BREAK.join(story.paragraphs)
    text = story.title + PARAGRAPH_BREAK + body
    people = read_people(body, language, matcher, offset=len(text) - len(body))
    name_spans = [span for person in people for span in person.spans]
    hits = matcher.find(text, language, name_spans)
    in_body = [hit for hit in hits if hit.span[0] >= len(text) - len(body)]
    event = read_event(body, language, story.dated_on)
    place = read_place(body, language, [_moved(hit, len(body) - len(text)) for hit in in_body], event)
    return Facts(
        event.starts_on,
        event.ends_on,
        place,
        people,
        read_states(text, language, hits, state_of_place),
        _settled([(hit.key, hit, not hit.is_ambiguous) for hit in hits if hit.kind == "sector"], text),
        wrong_weekdays(text, language),
        text,
    )


def read_people(text, language, matcher, offset=0):
    """The people that `text` names: list of PersonMention in order of appearance; `offset` is added to their spans."""
    not_people = matcher.countries_and_towns(language)
    if language == "ar":
        raw = arabic_people.find_people(text, not_people)
    else:
        raw = latin_people.find_people(text, language, not_people)
    raw = [mention._replace(start=mention.start + offset, end=mention.end + offset) for mention in raw]
    return [to_person(mentions, lambda role: split_role(role, language)) for mentions in join_mentions(raw)]


def read_states(text, language, hits, state_of_place):
    """Links to member states: by name and adjective, and by a town in which something happens.

    A town that is only spoken of (Hajj Routes to Mecca), or whose name is ambiguous, makes a proposal.
    """
    found = [(hit.key, hit, not hit.is_ambiguous) for hit in hits if hit.kind == "member_state"]
    for hit in hits:
        if hit.kind == "place" and (state := state_of_place.get(hit.key)):
            found.append((state, hit, not hit.is_ambiguous and is_where(text, hit, language)))
    return _settled(sorted(found, key=lambda f: f[1].span), text)


def _settled(found, text):
    """Links from (key, hit, is sure) in the order of the text: one sure hit makes all of a key's hits a link."""
    sure = {key for key, _hit, is_sure in found if is_sure}
    proposed = {}
    for key, hit, _is_sure in found:
        if key not in sure:
            proposed.setdefault(key, text[slice(*hit.span)])
    return Links(list(dict.fromkeys(key for key, _hit, is_sure in found if is_sure)), proposed)


def _moved(hit, by):
    return hit._replace(span=(hit.span[0] + by, hit.span[1] + by))
