"""What readers and machines are told of corrections and withdrawals, in each language, and that nothing is left."""

import json
from datetime import timedelta

import pytest
from django.utils import timezone
from lxml import etree

from news.models import Correction, Edition, Tag
from news.withdrawals import withdraw_languages
from people.languages import LANGUAGES
from tests.crawling import whole_answer
from tests.factories import make_edition, make_tag
from tests.icesco.api.contract import get, path_of, problem
from tests.icesco.found.heads import head_of

pytestmark = pytest.mark.django_db

ATOM = {"a": "http://www.w3.org/2005/Atom", "at": "http://purl.org/atompub/tombstones/1.0"}
NOTES = {"ar": "عشرة بلدان لا اثنا عشر.", "en": "Ten countries, not twelve.", "fr": "Dix pays et non douze."}
BEGINS = {"ar": "zqarabic", "en": "zqenglish", "fr": "zqfrench"}
UTC_FORMAT = "%Y-%m-%dT%H:%M:%SZ"


def make_story():
    """A story public in the three languages since three days, its tag in all of them: {language: edition}."""
    since = timezone.now() - timedelta(days=3)
    editions = {}
    for language in LANGUAGES:
        article = editions["ar"].article if editions else None
        follows = editions["ar"].live_revision if editions else None
        mark = BEGINS[language]
        texts = {"title": f"{mark}title", "summary": f"{mark}summary", "body": f"<p>{mark}body</p>"}
        editions[language] = make_edition(article, language, now=since, follows=follows, **texts)
    editions["ar"].article.tags.add(make_tag("Tides"))
    return editions


def atom(client, address):
    return etree.fromstring(client.get(address).content)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_shows_the_dated_note_in_its_language(client, language):
    edition = make_story()[language]
    Correction.add(edition, f"{NOTES[language]}\n<b>& more</b>")

    page = client.get(edition.get_absolute_url()).content.decode()

    heading = {"ar": "تصويب", "en": "Correction, ", "fr": "Rectificatif"}[language]
    foot = page[page.index('id="corrections"') :]
    assert 'href="#corrections"' in page
    assert f"{NOTES[language]}<br>&lt;b&gt;&amp; more&lt;/b&gt;" in foot
    if language == "en":
        assert heading in foot


def test_feed_sitemap_structured_data_and_api_say_the_note_and_when(client):
    edition = make_story()["fr"]
    note = Correction.add(edition, NOTES["fr"])
    said = f"{note.at:{UTC_FORMAT}}"

    node = head_of(client, edition.get_absolute_url()).node("NewsArticle")
    feed = atom(client, "/fr/feed/")
    item = json.loads(client.get("/fr/feed.json").content)["items"][0]
    whole = get(client, f"editions/{edition.article_id}/fr/", "Edition")

    assert node["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": NOTES["fr"],
            "inLanguage": "fr",
            "datePublished": note.at.isoformat(timespec="seconds"),
        }
    ]
    assert node["dateModified"] == note.at.isoformat(timespec="seconds")
    assert feed.xpath("a:entry/a:updated/text()", namespaces=ATOM) == [said]
    assert NOTES["fr"] in feed.xpath("string(a:entry/a:content)", namespaces=ATOM)
    assert NOTES["fr"] in item["content_html"]
    assert item["date_modified"] == whole["updated_at"] == said
    assert whole["corrections"] == [{"text": NOTES["fr"], "at": said}]


def test_a_correction_is_a_change_that_copies_hear_of_and_so_is_taking_it_back(client):
    edition = make_story()["en"]
    yesterday = f"{timezone.now() - timedelta(days=1):{UTC_FORMAT}}"
    asked = {"language": "en", "updated_since": yesterday}
    before = get(client, "editions/", "EditionPage", **asked)["items"]

    note = Correction.add(edition, NOTES["en"])
    told = get(client, "editions/", "EditionPage", **asked)["items"]
    note.take_back()
    told_again = get(client, "editions/", "EditionPage", **asked)["items"]
    whole = get(client, f"editions/{edition.article_id}/en/", "Edition")

    assert before == []
    assert [item["article"] for item in told] == [item["article"] for item in told_again] == [edition.article_id]
    assert whole["corrections"] == []
    assert NOTES["en"] not in client.get(edition.get_absolute_url()).content.decode()


# Withdrawn


def public_answers(client, editions):
    """{address: whole answer} of all that could still show a story that was at these addresses."""
    addresses = ["/sitemap.xml", "/healthz"]
    for language, edition in editions.items():
        story = edition.get_absolute_url()
        addresses += [story, f"/oembed?url=http://127.0.0.1:8000{story}", f"/{language}/", f"/{language}/news/"]
        addresses += [f"/{language}/feed/", f"/{language}/feed.json", f"/{language}/search/?q={BEGINS[language]}title"]
        addresses += [f"/{language}/tags/tides/", f"/{language}/tags/tides/feed/"]
        addresses += [f"/api/v1/editions/?language={language}", f"/api/v1/withdrawals/?language={language}"]
        addresses += [f"/api/v1/editions/{edition.article_id}/{language}/"]
        addresses += [f"/api/v1/editions/?language={language}&updated_since=2000-01-01T00:00:00Z"]
    return {address: client.get(address) for address in addresses}


def test_a_story_withdrawn_in_every_language_leaves_no_word_anywhere(client):
    editions = make_story()
    for language, edition in editions.items():
        Correction.add(edition, f"{BEGINS[language]}note")

    withdraw_languages(editions["en"], LANGUAGES)
    answers = public_answers(client, editions)

    gone_at = Edition.objects.first().withdrawn_at
    for address, answer in answers.items():
        text = whole_answer(answer)
        for language, mark in BEGINS.items():
            asked = [editions[language].slug, f"{mark}title"]  # the visitor's own words may come back
            for word in asked:
                text = text.replace(word, "")
            assert mark not in text, address
    for language, edition in editions.items():
        page = answers[edition.get_absolute_url()]
        assert page.status_code == 410
        assert str(timezone.localtime(gone_at).year) in page.content.decode()
        problem(answers[f"/api/v1/editions/{edition.article_id}/{language}/"], 410)
        assert answers[f"/oembed?url=http://127.0.0.1:8000{edition.get_absolute_url()}"].status_code == 404


def test_one_language_withdrawn_leaves_none_of_its_words_on_the_others(client):
    editions = make_story()
    Correction.add(editions["ar"], "zqarabicnote")

    withdraw_languages(editions["ar"])

    for language in ("en", "fr"):
        page = client.get(editions[language].get_absolute_url())
        assert page.status_code == 200
        assert "zqarabic" not in page.content.decode()


@pytest.mark.parametrize("address", ["/fr/feed/", "/fr/tags/tides/feed/"])
def test_the_atom_feed_says_which_entry_is_gone_and_when(client, address):
    editions = make_story()
    # A subject's feed is there as long as a story about it is.
    make_edition(language="fr", now=timezone.now() - timedelta(days=9)).article.tags.add(Tag.objects.get())
    entry_id = atom(client, address).xpath("a:entry/a:id/text()", namespaces=ATOM)[0]

    withdraw_languages(editions["fr"])
    feed = atom(client, address)

    editions["fr"].refresh_from_db()
    when = f"{editions['fr'].withdrawn_at:{UTC_FORMAT}}"
    (tombstone,) = feed.xpath("at:deleted-entry", namespaces=ATOM)
    assert (tombstone.get("ref"), tombstone.get("when")) == (entry_id, when)
    assert feed.xpath("a:updated/text()", namespaces=ATOM) == [when]
    assert len(feed.xpath("a:entry", namespaces=ATOM)) == 1


def test_a_feed_forgets_what_went_long_ago_and_what_is_back(client):
    long_ago, back = make_story()["fr"], make_story()["fr"]
    Edition.objects.filter(pk=long_ago.pk).update(expires_at=timezone.now() - timedelta(days=31))
    back.withdraw()
    back.publish(back.newest_revision)

    assert atom(client, "/fr/feed/").xpath("at:deleted-entry", namespaces=ATOM) == []


def test_the_api_lists_what_was_taken_down_without_its_words(client):
    editions, expired = make_story(), make_edition(language="fr", now=timezone.now() - timedelta(days=9))
    expired.set_expiry(timezone.now() - timedelta(days=2))
    withdraw_languages(editions["fr"])
    editions["fr"].refresh_from_db()

    page = get(client, "withdrawals/", "WithdrawalPage", language="fr", limit="1")
    second = get(client, path_of(page["links"]["next"]), "WithdrawalPage")
    back = get(client, path_of(second["links"]["prev"]), "WithdrawalPage")
    since = get(client, "withdrawals/", language="fr", since=f"{timezone.now() - timedelta(days=1):{UTC_FORMAT}}")

    assert [item["article"] for item in page["items"]] == [expired.article_id]
    assert back["items"] == page["items"]
    assert second["items"] == since["items"]
    assert second["items"][0]["withdrawn_at"] == f"{editions['fr'].withdrawn_at:{UTC_FORMAT}}"
    assert "zqfrench" not in json.dumps(second)
    assert get(client, "withdrawals/", language="en")["items"] == []


def test_drafts_scheduled_and_called_off_texts_are_no_withdrawals(client):
    scheduled = make_edition(due_at=timezone.now() + timedelta(days=1))
    scheduled.publications.get().cancel()
    make_edition(due_at=timezone.now() + timedelta(days=1))
    to_expire = make_edition()
    to_expire.set_expiry(timezone.now() + timedelta(days=1))

    assert get(client, "withdrawals/", language="en")["items"] == []


@pytest.mark.parametrize(
    "params", [{}, {"language": "xx"}, {"language": "en", "since": "now"}, {"language": "en", "a": "1"}]
)
def test_withdrawals_refuse_what_they_do_not_know(client, params):
    problem(client.get("/api/v1/withdrawals/", params), 400)
