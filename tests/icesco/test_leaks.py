"""Nothing unpublished is ever visible: a word in every text of every hidden state, looked for on every page."""

from datetime import timedelta
from urllib.parse import quote, unquote

import pytest
from django.utils import timezone

from news.models import Correction, Edition
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
from tests.sampling import sampled

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


def withdrawn_after_a_correction():
    edition = make_edition(linked_article(SECRET, "corrected"), **words(SECRET, "corrected"))
    Correction.add(edition, f"{SECRET}correctednote")
    edition.withdraw()


def correction_taken_back():
    edition = make_edition(linked_article(OPEN, "back"), **words(OPEN, "back"))
    Correction.add(edition, f"{SECRET}backnote").take_back()


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
    withdrawn_after_a_correction,
    correction_taken_back,
    withdrawn_with_a_language_still_public,
    expired,
    one_language_only,
    unused,
]
WHOLLY_HIDDEN = [
    draft,
    in_review,
    scheduled_first,
    called_off,
    withdrawn,
    withdrawn_after_a_correction,
    expired,
    unused,
]


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
    guesses += guessed_in_the_api()
    for edition in Edition.objects.all():
        day = edition.permalink_on or timezone.localdate()
        slug = edition.slug or edition.newest_revision.title
        stories = [f"/{language}/{day:%Y/%m/%d}/{quote(slug)}/" for language in LANGUAGES]
        guesses += stories
        guesses += [f"/oembed?url={quote(f'http://127.0.0.1:8000{story}', safe='')}" for story in stories]
        guesses += [f"/{language}/{day:%Y/%m}/" for language in LANGUAGES]
    # What is public is found, so what stands beside it on the page is looked at.
    return [*guesses, *(f"/{language}/search/?q=number" for language in LANGUAGES)]


def guessed_in_the_api():
    """The same for programs: single things, and lists by filter and by what changed since."""
    from news.models import Tag
    from people.models import Person

    lists = [f"/api/v1/editions/?language={language}" for language in LANGUAGES]
    lists += [f"/api/v1/withdrawals/?language={language}" for language in LANGUAGES]
    guesses = [*lists, *(f"{address}&updated_since=2000-01-01T00:00:00Z" for address in lists)]
    for edition in Edition.objects.all():
        guesses += [f"/api/v1/editions/{edition.article_id}/{language}/" for language in LANGUAGES]
    for person in Person.objects.all():
        guesses += [f"/api/v1/people/{person.slug}/", *(f"{address}&person={person.slug}" for address in lists)]
    for tag in Tag.objects.all():
        for language in LANGUAGES:
            path = quote(getattr(tag, column("path", language)) or tag.slug)
            guesses += [f"/api/v1/tags/{language}/{path}/", f"/api/v1/editions/?language={language}&tag={path}"]
    return guesses


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


@pytest.mark.parametrize("hidden_state", sampled(STATES, 4))
def test_no_page_shows_a_word_of_what_is_not_public(client, hidden_state):
    """Each state alone, others every day; together they are looked at in the next test, every time."""
    hidden_state()

    assert secrets_seen(client) == {}


def test_no_page_shows_a_word_when_all_states_meet(client):
    for hidden_state in STATES:
        hidden_state()

    assert secrets_seen(client) == {}


@pytest.mark.parametrize("hidden_state", WHOLLY_HIDDEN)
def test_no_answer_to_programs_tells_that_something_hidden_exists(client, hidden_state):
    addresses = ["/api/v1/people/", "/api/v1/tags/"]
    addresses += [f"/api/v1/editions/?language={language}" for language in LANGUAGES]
    make_edition(linked_article(OPEN, "always"), **words(OPEN, "always"))
    before = {address: client.get(address) for address in addresses}

    hidden_state()

    after = {address: client.get(address) for address in addresses}

    assert {a: r.content for a, r in after.items()} == {a: r.content for a, r in before.items()}
    assert {a: r.headers["ETag"] for a, r in after.items()} == {a: r.headers["ETag"] for a, r in before.items()}


PARTS = ("title", "summary", "body", "leadalt", "leadcaption", "bodyalt", "person", "office", "role", "tag", "place")
NAMES = ("draft", "review", "over", "scheduled", "update", "off", "withdrawn", "half", "expired", "one", "unused")


def is_found(client, typed, language):
    """Whether a search finds or counts anything, in its language or in others."""
    page = client.get(f"/{language}/search/", {"q": typed}).content.decode()
    return "search-result__title" in page or "search-elsewhere" in page


def test_no_search_finds_or_counts_what_is_not_public(client):
    for hidden_state in STATES:
        hidden_state()
    asked = [f"{SECRET}{name}{part}" for name in NAMES for part in PARTS]
    asked += [f"{SECRET}onelabelar", f"{SECRET}onelabelfr", f"{SECRET}onerolear", "zqsecretdrafttitle zqopenovertitle"]

    assert [typed for typed in asked for language in ("ar", "fr") if is_found(client, typed, language)] == []
    assert is_found(client, f"{OPEN}overtitle", "ar")
    assert is_found(client, f"{OPEN}overperson", "en")


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
