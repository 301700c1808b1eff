"""The shapes of answers."""

from news.models import Revision
from people.models import MemberState, Sector

from .building import (
    ADDRESS,
    DAY,
    LANGUAGE,
    MOMENT,
    SLUG,
    TEXT,
    array,
    by_language,
    described,
    extended,
    nullable,
    ref,
    thing,
)

DIRECTION = {"type": "string", "enum": ["rtl", "ltr"]}
ONE_ADDRESS_EACH = by_language(ADDRESS, "Pages of the site, for the languages in which there is one.")
LISTS_OF_EDITIONS = by_language(ADDRESS, "Lists of its editions in this API.")


def one_of(choices):
    return {"type": "string", "enum": list(choices.values)}


def page_of(name):
    return thing("A page of a list.", items=array(ref(name)), links=ref("Links"))


LOCAL_TEXT = thing(
    "A name or text that may be in another language than what it stands in: mark it with lang and dir.",
    text=TEXT,
    language=LANGUAGE,
    direction=DIRECTION,
)
LINKS = thing(
    "This page of the list and its neighbours.",
    self=ADDRESS,
    next=nullable(ADDRESS),
    prev=nullable(ADDRESS),
)
PLACE = thing("Where an edition is.", language=LANGUAGE, url=ADDRESS, api_url=ADDRESS)
TRANSLATED_FROM = thing(
    "The text that this one was made from. Without addresses while that one is not public.",
    language=LANGUAGE,
    url=nullable(ADDRESS),
    api_url=nullable(ADDRESS),
)
RENDITION = thing(
    "A copy of a picture.",
    format={"type": "string", "examples": ["avif", "webp", "jpeg"]},
    crop=described(
        {"type": "string", "examples": ["whole", "card", "share"]},
        "What is shown: the whole picture, 16 × 10 for a card, or 1200 × 630 for a link that is shared.",
    ),
    width=described({"type": "integer"}, "In pixels."),
    height=described({"type": "integer"}, "In pixels."),
    url=ADDRESS,
)
PICTURE = thing(
    "The lead picture. Print its credit with it.",
    alt=described(TEXT, "What it shows, for who can’t see it, in the edition’s language."),
    caption=TEXT,
    credit=nullable(ref("LocalText")),
    renditions=array(ref("Rendition")),
)
SUMMARY = thing(
    "An edition, one story in one language, without its text.",
    id=described(TEXT, "Stays for ever; the feeds use the same.", examples=["tag:www.example.org,2026:article/123/ar"]),
    article=described({"type": "integer"}, "The story, the same number in all its languages."),
    language=LANGUAGE,
    url=described(ADDRESS, "Its page. Link it where you republish the text."),
    api_url=described(ADDRESS, "The whole text."),
    direction=DIRECTION,
    title=TEXT,
    summary=described(TEXT, "One or two sentences; may be empty."),
    date=described(DAY, "The day in its address, by which lists are sorted."),
    first_public_at=MOMENT,
    updated_at=described(MOMENT, "When it last changed in more than a comma or a misprint, or was corrected."),
    original_language=described(LANGUAGE, "The language in which the story was first written."),
    origin=one_of(Revision.Origin),
    provenance=described(
        TEXT, "What readers are told of its origin, in its language.", examples=["Translated from Arabic by staff"]
    ),
    translated_from=nullable(ref("TranslatedFrom")),
    behind=described({"type": "boolean"}, "Whether the text it was translated from has changed since."),
    behind_since=nullable(described(MOMENT, "When that text last changed.")),
    available_languages=array(ref("Place"), "All languages in which the story is public, this one among them."),
    lead_picture=nullable(ref("Picture")),
)
LINKED = thing(
    "A person, member state or sector as a story names it. url is null without a page in the story’s language.",
    name=nullable(ref("LocalText")),
    slug=SLUG,
    url=nullable(ADDRESS),
    api_url=ADDRESS,
)
LINKED_STATE = thing(
    LINKED["description"],
    code=described(TEXT, "ISO 3166-1 alpha-2.", pattern="^[A-Z]{2}$"),
    **LINKED["properties"],
)
LINKED_PERSON = thing(
    "Someone in a story, with the honorific and role of that day. Without slug and addresses, a mere name.",
    name=nullable(ref("LocalText")),
    slug=nullable(SLUG),
    url=nullable(ADDRESS),
    api_url=nullable(ADDRESS),
    honorific=nullable(TEXT),
    role=nullable(TEXT),
)
LINKED_TAG = thing(
    "A tag that has a label in the story’s language.",
    label=TEXT,
    path=described(TEXT, "Its value as a filter."),
    url=ADDRESS,
    api_url=ADDRESS,
)
CORRECTION = thing(
    "A note to readers on what the edition said wrongly. Print it with the text.",
    text=described(TEXT, "Plain text in the edition’s language."),
    at=MOMENT,
)
WITHDRAWAL = thing(
    "An edition that was public and is so no more, without its words. Take your copy of it down.",
    id=described(TEXT, "The same as while it was public, and in the feeds."),
    article=described({"type": "integer"}, "The story."),
    language=LANGUAGE,
    withdrawn_at=described(MOMENT, "When it was taken down, or expired."),
    api_url=described(ADDRESS, "Where its text was: it answers 410."),
)
EDITION = extended(
    SUMMARY,
    "An edition with its whole text.",
    body_html=described(TEXT, "HTML with a short list of tags, no scripts, no styles; all addresses are absolute."),
    corrections=array(ref("Correction"), "Oldest first."),
    dateline=nullable(ref("LocalText")),
    event_date=nullable(described(DAY, "The day on which what is told happened, or its first day.")),
    event_ends_on=nullable(described(DAY, "Its last day, when it took several.")),
    people=array(ref("LinkedPerson")),
    member_states=array(ref("LinkedMemberState")),
    sectors=array(ref("LinkedEntity")),
    tags=array(ref("LinkedTag")),
)
ENTITY = thing(
    "What people, member states and sectors share.",
    slug=described(SLUG, "Its value as a filter, the same in all languages."),
    names=by_language(TEXT, "Its name in each language that has one."),
    urls=ONE_ADDRESS_EACH,
    editions=LISTS_OF_EDITIONS,
    api_url=ADDRESS,
)
PERSON = extended(
    ENTITY,
    "Someone named in stories, with the present office.",
    honorifics=by_language(TEXT, "Such as Dr."),
    offices=by_language(TEXT, "The office held now."),
    organisations=by_language(TEXT, "Where."),
    office_from=nullable(DAY),
    office_until=nullable(DAY),
    member_state=nullable(described(SLUG, "Its slug.")),
    sector=nullable(described(SLUG, "Its slug.")),
)
MEMBER_STATE = extended(
    ENTITY,
    "A member state, in the organisation’s own wording.",
    code=described(TEXT, "ISO 3166-1 alpha-2.", pattern="^[A-Z]{2}$"),
    official_names=by_language(TEXT, "Its name in full."),
    status=one_of(MemberState.Status),
    status_from=nullable(DAY),
    status_until=nullable(DAY),
    flag_url=ADDRESS,
)
SECTOR = extended(
    ENTITY,
    "A sector, specialised centre or office of the organisation.",
    kind=one_of(Sector.Kind),
    descriptions=by_language(TEXT, "What it does."),
    ended_on=nullable(DAY),
    successor=nullable(described(SLUG, "The slug of what took over.")),
)
TAG = thing(
    "A tag, in the languages in which a public story carries it.",
    labels=by_language(TEXT, "Its label."),
    paths=by_language(TEXT, "Its value as a filter of lists in that language."),
    urls=ONE_ADDRESS_EACH,
    editions=LISTS_OF_EDITIONS,
    api_urls=by_language(ADDRESS, "Its addresses here; all give the same answer."),
)
ROOT = thing(
    "Where everything is.",
    name=TEXT,
    version=TEXT,
    languages=array(LANGUAGE),
    editions=LISTS_OF_EDITIONS,
    withdrawals=by_language(ADDRESS, "Lists of what was taken down."),
    people=ADDRESS,
    member_states=ADDRESS,
    sectors=ADDRESS,
    tags=ADDRESS,
    openapi=ADDRESS,
    documentation=by_language(ADDRESS, "This, for people."),
)
PROBLEM = {
    "type": "object",
    "description": "What is wrong with a request (RFC 9457).",
    "properties": {
        "type": {"type": "string", "const": "about:blank"},
        "title": TEXT,
        "status": {"type": "integer"},
        "detail": described(TEXT, "A sentence in English."),
        "parameter": described(TEXT, "The parameter at fault, when it is one."),
        "request_id": described(TEXT, "What to tell us when you ask about it."),
    },
    "required": ["type", "title", "status", "detail"],
    "additionalProperties": False,
}
SCHEMAS = {
    "Root": ROOT,
    "EditionSummary": SUMMARY,
    "Edition": EDITION,
    "EditionPage": page_of("EditionSummary"),
    "Correction": CORRECTION,
    "Withdrawal": WITHDRAWAL,
    "WithdrawalPage": page_of("Withdrawal"),
    "Person": PERSON,
    "WholePerson": extended(PERSON, "A person with a biography.", biographies=by_language(TEXT, "Plain text.")),
    "PersonPage": page_of("Person"),
    "MemberState": MEMBER_STATE,
    "MemberStatePage": page_of("MemberState"),
    "Sector": SECTOR,
    "SectorPage": page_of("Sector"),
    "Tag": TAG,
    "TagPage": page_of("Tag"),
    "LinkedEntity": LINKED,
    "LinkedMemberState": LINKED_STATE,
    "LinkedPerson": LINKED_PERSON,
    "LinkedTag": LINKED_TAG,
    "LocalText": LOCAL_TEXT,
    "Links": LINKS,
    "Place": PLACE,
    "TranslatedFrom": TRANSLATED_FROM,
    "Picture": PICTURE,
    "Rendition": RENDITION,
    "Problem": PROBLEM,
}
