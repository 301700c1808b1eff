"""What a story's address answers: the page, the way to it, a helpful 404, a plain one, or 410."""

from datetime import timedelta
from urllib.parse import quote, unquote

import pytest
from django.utils import timezone

from news.models import Edition
from tests.factories import make_draft, make_edition

pytestmark = pytest.mark.django_db


def moved_to(response):
    assert response.status_code == 301
    return response.headers["Location"]


def on_another_day(edition):
    return edition.get_absolute_url().replace(f"{edition.permalink_on:/%Y/%m/%d/}", "/2001/02/03/")


def in_language(edition, language):
    """The edition's address under another language's prefix."""
    return f"/{language}{edition.get_absolute_url()[3:]}"


def test_an_arabic_slug_opens_the_story(client):
    edition = make_edition(language="ar", title="تونس تحتضن الدورة")

    response = client.get(edition.get_absolute_url())

    assert response.status_code == 200
    assert unquote(edition.get_absolute_url()).endswith("/تونس-تحتضن-الدورة/")


def test_a_slug_in_decomposed_letters_leads_to_the_composed_one(client):
    edition = make_edition(language="fr", title="Éducation")
    decomposed = edition.get_absolute_url().replace(quote("\u00e9"), quote("e\u0301"))

    assert moved_to(client.get(decomposed)) == edition.get_absolute_url()


def test_a_former_address_leads_to_the_present_one_in_one_hop(client):
    edition = make_edition(title="First title")
    first = edition.get_absolute_url()
    edition.change_address("second-title")
    edition.change_address("third-title")

    assert moved_to(client.get(first)) == edition.get_absolute_url()
    assert client.get(edition.get_absolute_url()).status_code == 200


def test_the_right_slug_on_a_wrong_day_leads_to_the_story(client):
    edition = make_edition()

    assert moved_to(client.get(on_another_day(edition))) == edition.get_absolute_url()


def test_a_slug_that_two_stories_share_leads_to_the_newer_one(client):
    older = make_draft(title="Council meets")
    older.set_address("council-meets", permalink_on="2020-01-01")
    older.publish(older.newest_revision)
    newer = make_draft(title="Council meets")
    newer.set_address("council-meets", permalink_on="2024-01-01")
    newer.publish(newer.newest_revision)

    assert moved_to(client.get("/en/2022/02/02/council-meets/")) == newer.get_absolute_url()


def test_a_story_that_becomes_public_while_it_is_looked_for_never_leads_to_itself(client, monkeypatch):
    draft = make_draft(title="Council meets")
    draft.set_address("council-meets", permalink_on="2024-01-01")

    def publish_meanwhile(language, day, slug):
        draft.publish(draft.newest_revision)

    monkeypatch.setattr("news.views.edition.gone_edition_at", publish_meanwhile)

    assert client.get("/en/2024/01/01/council-meets/").status_code == 200


def test_the_address_of_another_language_leads_to_the_story_in_this_one(client):
    english = make_edition(title="Forum opens")
    arabic = make_edition(english.article, "ar", follows=english.live_revision, title="افتتاح المنتدى")

    assert moved_to(client.get(in_language(english, "ar"))) == arabic.get_absolute_url()


def test_a_story_in_other_languages_only_answers_404_and_links_them(client):
    english = make_edition(title="Forum opens")
    arabic = make_edition(english.article, "ar", follows=english.live_revision, title="افتتاح المنتدى")

    response = client.get(in_language(english, "fr"))

    page = response.content.decode()
    assert response.status_code == 404
    assert '<html lang="fr" dir="ltr">' in page
    assert f'href="{english.get_absolute_url()}" hreflang="en"' in page
    assert f'href="{arabic.get_absolute_url()}" hreflang="ar"' in page
    assert '<p class="other-languages__edition" lang="ar" dir="rtl">' in page
    assert "افتتاح المنتدى" in page


def test_a_story_that_is_expired_in_the_other_language_is_not_offered_there(client):
    english = make_edition(title="Forum opens")
    arabic = make_edition(english.article, "ar", follows=english.live_revision, title="افتتاح المنتدى")
    Edition.objects.filter(pk=arabic.pk).update(expires_at=timezone.now() - timedelta(hours=1))

    page = client.get(in_language(english, "fr")).content.decode()

    assert "Forum opens" in page
    assert "افتتاح المنتدى" not in page


def test_a_draft_and_a_missing_story_answer_alike(client):
    draft = make_draft(title="Secret forum")
    draft.set_address("secret-forum", permalink_on="2024-12-16")

    for_draft = client.get("/en/2024/12/16/secret-forum/")
    for_nothing = client.get("/en/2024/12/16/no-such-forum/")

    assert for_draft.status_code == for_nothing.status_code == 404
    assert for_draft.content == for_nothing.content
    told = [{**answer.headers, "X-Request-ID": "of each its own"} for answer in (for_draft, for_nothing)]
    assert told[0] == told[1]


def test_a_draft_in_this_language_changes_nothing_about_the_answer(client):
    english = make_edition(title="Forum opens")
    before = client.get(in_language(english, "fr")).content

    make_draft(english.article, "fr", follows=english.live_revision, title="Ouverture du forum")

    assert client.get(in_language(english, "fr")).content == before


def test_a_scheduled_story_is_missing_until_it_is_due(client):
    due_at = timezone.now() + timedelta(days=2)
    edition = make_edition(title="Forum opens", due_at=due_at)

    response = client.get(f"/en/{timezone.localdate(due_at):%Y/%m/%d}/{edition.slug}/")

    assert response.status_code == 404


@pytest.mark.parametrize("how", ["withdrawn", "expired"])
def test_a_text_that_was_public_answers_410_with_the_day_and_none_of_its_words(client, how):
    edition = make_edition(title="Forum opens", now=timezone.now() - timedelta(days=9))
    if how == "withdrawn":
        edition.withdraw(now=timezone.now())
    else:
        Edition.objects.filter(pk=edition.pk).update(expires_at=timezone.now())

    response = client.get(edition.get_absolute_url())

    page = response.content.decode()
    assert response.status_code == 410
    assert f"{timezone.localdate().day} " in page
    assert str(timezone.localdate().year) in page
    assert "Forum" not in page


def test_a_former_address_of_a_withdrawn_text_is_gone_too(client):
    edition = make_edition(title="First title")
    first = edition.get_absolute_url()
    edition.change_address("second-title")
    edition.withdraw()

    assert client.get(first).status_code == 410


def test_a_withdrawn_text_on_a_wrong_day_is_missing(client):
    edition = make_edition()
    edition.withdraw()

    assert client.get(on_another_day(edition)).status_code == 404


def test_a_text_withdrawn_in_one_language_stays_in_the_others(client):
    english = make_edition(title="Forum opens")
    arabic = make_edition(english.article, "ar", follows=english.live_revision, title="افتتاح المنتدى")
    english.withdraw()

    assert client.get(english.get_absolute_url()).status_code == 410
    assert client.get(arabic.get_absolute_url()).status_code == 200


def test_links_to_stories_are_percent_encoded(client):
    make_edition(language="ar", title="تونس تحتضن الدورة")

    page = client.get("/ar/news/").content.decode()

    assert quote("تونس-تحتضن-الدورة") in page
