"""Nothing unpublished is ever visible: a word in every text of every hidden state, looked for on every page."""

from datetime import timedelta
from urllib.parse import quote, unquote

import pytest
from django.utils import timezone

from news.models import Edition
from people.languages import LANGUAGES, column
from tests.crawling import crawl, in_every_language, whole_answer
from tests.factories import (
    make_appearance,
    make_article,
    make_draft,
    make_edition,
    make_person,
    make_picture,
    make_place,
    make_tag,
    picture_file,
    update_edition,
)

pytestmark = pytest.mark.django_db

SECRET, OPEN = "zqsecret", "zqopen"
FIELDS = ("title", "summary", "body", "lead_alt", "lead_caption")


def words(mark, state):
    """A word of its own in every text field, so that a failure names the state and the field."""
    texts = {field: f"{mark}{state}{field.replace('_', '')}" for field in FIELDS}
    return texts | {"body": f"<p>{texts['body']}</p><figure>{picture_in_body(mark, state)}</figure>"}


def picture_in_body(mark, state):
    picture = named_picture(mark, f"{state}body")
    return (
        f'<img src="picture:{picture.pk}" alt="{mark}{state}bodyalt"><figcaption>{mark}{state}bodycaption</figcaption>'
    )


def named_picture(mark, state):
    file = picture_file((60, 40))
    file.name = f"{mark}{state}file.png"
    texts = {
        column(field, language): f"{mark}{state}picture{field}"
        for field in ("alt", "caption")
        for language in LANGUAGES
    }
    return make_picture(original=file, credit=f"{mark}{state}credit", rights_holder=f"{mark}{state}holder", **texts)


def linked_article(mark, state):
    """An article with a person, a role, a tag, a place and a picture that no other story uses."""
    article = make_article(
        dateline=make_place(f"{mark}{state}place"),
        lead_picture=named_picture(mark, f"{state}lead"),
        event_date="2025-01-27",
    )
    roles = {column("role", language): f"{mark}{state}role" for language in LANGUAGES}
    make_appearance(article, make_person(f"{mark}{state}person", office_en=f"{mark}{state}office"), **roles)
    article.tags.add(make_tag(f"{mark}{state}tag"))
    return article


def draft():
    make_draft(linked_article(SECRET, "draft"), **words(SECRET, "draft"))


def in_review():
    edition = make_draft(linked_article(SECRET, "review"), **words(SECRET, "review"))
    Edition.objects.filter(pk=edition.pk).update(
        stage="in_review", slug=f"{SECRET}reviewslug", permalink_on="2025-01-27"
    )


def draft_over_public():
    edition = make_edition(linked_article(OPEN, "over"), **words(OPEN, "over"))
    update_edition(edition, publish=False, **words(SECRET, "over"))


def scheduled_first():
    tomorrow = timezone.now() + timedelta(days=1)
    make_edition(linked_article(SECRET, "scheduled"), due_at=tomorrow, **words(SECRET, "scheduled"))


def scheduled_update():
    edition = make_edition(linked_article(OPEN, "update"), **words(OPEN, "update"))
    revision = update_edition(edition, publish=False, **words(SECRET, "update"))
    edition.publish(revision, due_at=timezone.now() + timedelta(days=1))


def called_off():
    edition = make_edition(
        linked_article(SECRET, "off"), due_at=timezone.now() + timedelta(days=1), **words(SECRET, "off")
    )
    edition.publications.get().cancel()


def withdrawn():
    make_edition(linked_article(SECRET, "withdrawn"), **words(SECRET, "withdrawn")).withdraw()


def withdrawn_with_a_language_still_public():
    article = linked_article(OPEN, "half")
    source = make_edition(article, **words(SECRET, "half"))
    make_edition(article, "ar", follows=source.live_revision, **words(OPEN, "half"))
    source.withdraw()


def expired():
    edition = make_edition(linked_article(SECRET, "expired"), **words(SECRET, "expired"))
    Edition.objects.filter(pk=edition.pk).update(expires_at=timezone.now() - timedelta(minutes=1))


def one_language_only():
    """English is public; the French draft's words, role and label are not, nor the Arabic ones that have no text."""
    article = linked_article(OPEN, "one")
    source = make_edition(article, **words(OPEN, "one"))
    make_draft(article, "fr", follows=source.live_revision, **words(SECRET, "one"))
    for language in ("ar", "fr"):
        article.appearances.update(**{column("role", language): f"{SECRET}onerole{language}"})
        tag = article.tags.get()
        setattr(tag, column("label", language), f"{SECRET}onelabel{language}")
        setattr(tag, column("path", language), None)
        tag.save()


def unused():
    """Made for a story that is not written yet."""
    make_person(f"{SECRET}unusedperson")
    make_tag(f"{SECRET}unusedtag")
    named_picture(SECRET, "unused")


STATES = [
    draft,
    in_review,
    draft_over_public,
    scheduled_first,
    scheduled_update,
    called_off,
    withdrawn,
    withdrawn_with_a_language_still_public,
    expired,
    one_language_only,
    unused,
]


STATE_NAMES = ("draft", "review", "over", "scheduled", "update", "off", "withdrawn", "half", "expired", "one", "unused")
SEARCHED_PARTS = ("title", "summary", "body", "person", "tag", "place", "role", "bodyalt")


def guessed_addresses():
    """Where the hidden things would be, had somebody guessed: and lists filtered by them."""
    from news.models import Tag
    from people.models import Person

    guesses = []
    for person in Person.objects.all():
        guesses += in_every_language("news:person_detail", person.slug)
        guesses += [f"{address}?person={person.slug}" for address in in_every_language("news:edition_list")]
        guesses += in_every_language("person_feed", person.slug) + in_every_language("person_feed_json", person.slug)
    for tag in Tag.objects.all():
        for language in LANGUAGES:
            path = getattr(tag, column("path", language))
            guesses += [f"/{language}/tags/{quote(path)}/", f"/{language}/news/?tag={quote(path)}"] if path else []
            guesses += [f"/{language}/tags/{quote(path)}/{feed}" for feed in ("feed/", "feed.json")] if path else []
    for edition in Edition.objects.all():
        day = edition.permalink_on or timezone.localdate()
        slug = edition.slug or edition.newest_revision.title
        stories = [f"/{language}/{day:%Y/%m/%d}/{quote(slug)}/" for language in LANGUAGES]
        guesses += stories
        guesses += [f"/oembed?url={quote(f'http://127.0.0.1:8000{story}', safe='')}" for story in stories]
        guesses += [f"/{language}/{day:%Y/%m}/" for language in LANGUAGES]
    return [*guesses, *searches()]


def searches():
    """Searches, in each language, for every hidden word there may be, by itself and with what is public."""
    words = {f"{mark}{state}{part}" for mark in (SECRET, OPEN) for state in STATE_NAMES for part in SEARCHED_PARTS}
    return [
        f"/{language}/search/?q={quote(asked)}"
        for language in LANGUAGES
        for asked in [*sorted(words), "number 1", f"{SECRET}draftperson OR {OPEN}"]
    ]


def without_the_question(address, answer):
    """The answer without what the visitor asked: an address may come back in it, other words may not."""
    return answer.replace(unquote(address), "").replace(address, "")


def secrets_seen(client):
    seen = {}
    for address, response in crawl(client, guessed_addresses()).items():
        text = whole_answer(response)
        if response.status_code < 400:
            asked = address.split("?")[0]
            text = without_the_question(asked, text)
        position = text.find(SECRET)
        if position >= 0:
            seen[address] = text[position : position + 40]
    return seen


@pytest.mark.parametrize("hidden_state", STATES)
def test_no_page_shows_a_word_of_what_is_not_public(client, hidden_state):
    hidden_state()

    assert secrets_seen(client) == {}


def test_no_page_shows_a_word_when_all_states_meet(client):
    for hidden_state in STATES:
        hidden_state()

    assert secrets_seen(client) == {}


def test_the_crawl_does_see_what_is_public(client):
    make_edition(linked_article(OPEN, "control"), **words(OPEN, "control"))

    answers = crawl(client, guessed_addresses())

    text = "\n".join(whole_answer(response) for response in answers.values())
    parts = (
        "title",
        "summary",
        "body",
        "leadalt",
        "leadcaption",
        "bodyalt",
        "bodycaption",
        "person",
        "role",
        "tag",
        "place",
    )
    assert [part for part in parts if f"{OPEN}control{part}" not in text] == []
