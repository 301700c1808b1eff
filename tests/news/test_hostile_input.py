"""What a forger, a broken file or two people at the same moment may do, and what must come of it."""

import base64
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO
from threading import Barrier

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from PIL import Image

from news.body import clean_body
from news.models import Appearance, Edition, Listing, Tag
from tests.factories import make_draft, make_member_state, make_person, make_picture, make_user
from tests.news.admin.forms import add, change_address, save, shown_values


def at_once(*acts):
    """What the functions answer when each is called in a thread of its own, all at the same moment.

    SQLite has one writer at a time: there the acts come one after another, with the same outcome.
    """
    if connection.vendor == "sqlite":
        return [act() for act in acts]
    barrier = Barrier(len(acts))

    def run(act):
        barrier.wait()
        try:
            return act()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(acts)) as pool:
        return [task.result() for task in [pool.submit(run, act) for act in acts]]


@pytest.mark.django_db(transaction=True)
def test_stories_of_one_title_published_at_once_keep_an_address_each():
    for number in range(5):
        drafts = [make_draft(title=f"Forum {number}") for _ in range(3)]
        at_once(*(lambda e=e: Edition.objects.get(pk=e.pk).publish(e.newest_revision) for e in drafts))
        addresses = [Edition.objects.get(pk=e.pk).addresses.get(is_current=True).slug for e in drafts]
        assert sorted(addresses) == [f"forum-{number}", f"forum-{number}-2", f"forum-{number}-3"]


@pytest.mark.django_db(transaction=True)
def test_a_link_made_while_its_story_is_published_is_listed():
    states = [make_member_state("XA", "Atlantis"), make_member_state("XB", "Lemuria")]
    for _ in range(5):
        edition = make_draft()
        links = edition.article.member_states
        at_once(
            lambda e=edition: Edition.objects.get(pk=e.pk).publish(e.newest_revision),
            *(lambda links=links, state=state: links.add(state) for state in states),
        )
        assert Listing.objects.filter(edition=edition).count() == 2


@pytest.mark.django_db(transaction=True)
def test_a_tag_named_twice_at_once_is_one_tag():
    assert len({tag.pk for tag in at_once(*[lambda: Tag.named("Tides", "en")] * 3)}) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/en/people/", "/en/news/"])
@pytest.mark.parametrize(
    "parts",
    [("a\0b", "7"), ("2025-01-01", "2025-01-01T00:00:00+23:59", "1"), ("9000-12-31", "9000-12-31T23:59-23:59", "1")],
)
def test_a_forged_cursor_never_fails_in_the_database(client, address, parts):
    cursor = base64.urlsafe_b64encode("\x1f".join(parts).encode()).decode().rstrip("=")
    assert client.get(address, {"before": cursor}).status_code == 404


@pytest.mark.django_db
def test_a_cookie_with_nul_is_refused(client):
    client.cookies.load('sessionid="\\000aaaaaaaaaaaa"')
    assert client.get("/admin/login/").status_code == 400


@pytest.mark.django_db
@pytest.mark.parametrize(("address", "status"), [("/en/?" + "a" * 9000, 414), ("/en/?a=%00", 400)])
def test_what_is_refused_at_the_door_carries_the_security_headers(client, address, status):
    response = client.get(address)
    assert response.status_code == status
    assert "Content-Security-Policy" in response
    assert response["X-Content-Type-Options"] == "nosniff"
    assert response["Cache-Control"] == "no-store"


@pytest.mark.django_db
def test_a_media_address_longer_than_a_file_name_is_not_found(client):
    assert client.get("/media/" + "a" * 5000).status_code == 404


@pytest.mark.parametrize("form", ["PNG", "WEBP"])
@pytest.mark.django_db
def test_a_picture_with_broken_metadata_is_let_in_without_them(form):
    data = BytesIO()
    Image.new("RGB", (60, 40)).save(data, form, exif=b"Exif\0\0garbage")
    picture = make_picture(original=SimpleUploadedFile("a." + form.lower(), data.getvalue()))
    assert picture.is_shown


def test_spans_nested_without_end_are_cleaned_at_once():
    assert clean_body("<span>" * 15_000 + "x" + "</span>" * 15_000) == "x"


def test_a_span_that_says_something_stays_within_one_that_does_not():
    assert (
        clean_body('<p><span><span lang="ar">x</span><em>y</em></span></p>')
        == '<p><span lang="ar">x</span><em>y</em></p>'
    )


@pytest.mark.parametrize(
    "href", ["//evil.example", "/\t/evil.example", "/&#10;/evil.example", "/\\evil.example", "java\tscript:x"]
)
def test_no_link_leaves_the_site_in_disguise(href):
    assert "evil" not in clean_body(f'<a href="{href}">x</a>')
    assert "script" not in clean_body(f'<a href="{href}">x</a>')


# The admin


@pytest.fixture
def staff(client):
    client.force_login(make_user())
    return client


@pytest.mark.django_db
def test_posting_to_a_storys_history_does_no_harm(staff):
    article = make_draft().article
    assert staff.post(f"/admin/news/article/{article.pk}/history/").status_code < 500


@pytest.mark.django_db
@pytest.mark.parametrize("key", ["abc", "", "9" * 30])
def test_an_action_on_what_is_no_row_is_refused(staff, key):
    data = {"action": "publish_selected", "_selected_action": key}
    assert staff.post("/admin/news/article/", data).status_code == 400


@pytest.mark.django_db
def test_a_tag_that_exists_is_not_added_again(staff):
    for status in (302, 200):
        assert (
            staff.post("/admin/news/tag/add/", {"label_ar": "", "label_en": "Tides", "label_fr": ""}).status_code
            == status
        )
    assert Tag.objects.count() == 1


@pytest.mark.django_db
def test_a_label_that_turns_the_page_around_is_refused(staff):
    response = staff.post("/admin/news/tag/add/", {"label_en": "Ti\u202edes"})
    assert response.status_code == 200
    assert not Tag.objects.exists()


@pytest.mark.django_db
def test_a_person_added_by_two_people_is_refused_with_the_form_kept(staff):
    article, person = make_draft().article, make_person()
    data = shown_values(staff, change_address(article))
    Appearance.objects.create(article=article, person=person)
    row = {"appearances-TOTAL_FORMS": "1", "appearances-0-person": person.pk, "appearances-0-position": "1"}
    assert save(staff, article, data, **row).status_code == 200
    assert article.appearances.count() == 1


@pytest.mark.django_db
def test_a_new_story_that_claims_to_follow_another_ones_revision_is_no_failure(staff):
    revision = make_draft().newest_revision
    response = add(staff, source_language="en", draft_title_en="Forum", based_on_en=revision.pk)
    assert response.status_code in {200, 302}


@pytest.mark.django_db
def test_a_body_that_grows_too_long_when_tidied_is_refused_with_the_form_kept(staff):
    article = make_draft().article
    response = save(staff, article, draft_body_en="<p>" + "&" * 60_000 + "</p>")
    assert response.status_code == 200
    assert article.revisions.count() == 1
