from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.core import mail
from django.urls import reverse

from news.models import Edition, Release
from news.models.publication import apply_due
from tests.factories import make_draft, make_edition, make_picture, make_user
from tests.news.admin.forms import change_address, save
from tests.news.test_releases import arrange, hours, live, make_story

pytestmark = pytest.mark.django_db
RABAT = ZoneInfo("Africa/Casablanca")


def address(story):
    return reverse("admin:news_article_release", args=[story["en"].article_id])


def typed(moment):
    return moment.astimezone(RABAT).strftime("%Y-%m-%dT%H:%M")


def staff_with(*names, **changes):
    user = make_user(is_superuser=False, **changes)
    user.user_permissions.set(Permission.objects.filter(codename__in=["change_article", "view_article", *names]))
    return user


def test_languages_are_marked_approved_one_by_one_and_go_together(desk):
    story, due_at = make_story(approved=["en"]), hours(48).replace(second=0, microsecond=0)

    desk.post(
        address(story),
        {"arrange": "1", "languages": ["ar", "en", "fr"], "when": "hour", "due_at": typed(due_at)},
    )
    page = desk.get(address(story))
    for language in ("ar", "fr"):
        desk.post(address(story), {f"approve_{language}": "1"})

    assert [(line.part.language, bool(line.obstacles)) for line in page.context["lines"]] == [
        ("ar", True),
        ("en", False),
        ("fr", True),
    ]
    assert "Revision 1 is not approved yet." in page.content.decode()
    assert Release.objects.get().due_at == due_at
    assert Release.objects.get().obstacles() == []
    assert apply_due(due_at) == (3, 0)
    assert LogEntry.objects.filter(change_message__contains="to be released with other languages at").exists()


def test_with_the_last_approval_a_release_without_an_hour_is_public_at_once(desk):
    story = make_story(approved=["en"])

    desk.post(address(story), {"arrange": "1", "languages": ["ar", "en"], "when": "approved", "due_at": ""})
    assert live(story) == set()
    answer = desk.post(address(story), {"approve_ar": "1"}, follow=True)

    assert live(story) == {"ar", "en"}
    assert "All its languages are public now." in answer.content.decode()


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"languages": ["en"]}, "Choose at least two languages"),
        ({"due_at": "2020-01-01T09:00"}, "Choose a time to come."),
        ({"due_at": ""}, "Choose a time to come."),
        ({"due_at": "0001-01-01T00:00"}, "Choose a time to come."),
        ({"due_at": "2027-02-07T02:30"}, "comes twice or not at all"),
        ({"due_at": "2027-03-14T02:30"}, "comes twice or not at all"),
        ({"when": "never"}, "Select a valid choice"),
    ],
)
def test_what_can_not_be_arranged_is_refused_with_what_was_typed_kept(desk, fields, sentence):
    story = make_story()
    posted = {"arrange": "1", "languages": ["ar", "en"], "when": "hour", "due_at": typed(hours(5)), **fields}

    answer = desk.post(address(story), posted)

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not Release.objects.exists()


def test_arranging_takes_the_right_to_publish_in_every_marked_language(client):
    story = make_story()
    client.force_login(staff_with("publish_ar", "publish_en"))
    posted = {"arrange": "1", "when": "approved"}

    refused = client.post(address(story), {**posted, "languages": ["ar", "fr"]})
    arrange(story, None, languages=["ar", "en", "fr"])
    dropping = client.post(address(story), {**posted, "languages": ["ar", "en"]})

    assert (refused.status_code, dropping.status_code) == (422, 403)
    assert Release.objects.get().parts.count() == 3


def test_approving_takes_the_right_of_the_language_and_stopping_that_of_any(client, django_capture_on_commit_callbacks):
    story = make_story(approved=[])
    chief = make_user(email="chief@example.org")
    arrange(story, hours(1), by=chief)
    client.force_login(staff_with("publish_fr"))

    assert client.post(address(story), {"approve_en": "1"}).status_code == 403
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(address(story), {"call_off": "1"}).status_code == 302
    assert not Release.objects.open().exists()
    assert [letter.subject for letter in mail.outbox] == ["Release called off: Forum"]
    client.force_login(staff_with("write_fr"))
    arrange(story, hours(1))
    assert client.post(address(story), {"call_off": "1"}).status_code == 403
    client.force_login(make_user(is_superuser=False))
    assert client.get(address(story)).status_code == 403


def test_a_text_saved_again_after_the_page_was_shown_is_not_approved(desk):
    story = make_story(approved=[])
    arrange(story, hours(1))
    story["en"].article.write("en", {"title": "Not seen by who approves"}, origin="original")

    answer = desk.post(address(story), {"approve_en": "1"}, follow=True)

    assert "look again" in answer.content.decode()
    assert story["en"].article.edition("en").stage == "draft"


def test_approving_in_the_tab_approves_for_the_release(desk):
    story = make_story(approved=["ar"])
    arrange(story, hours(1), languages=["ar", "en"])

    save(desk, story["en"].article, button="_approve_en")

    assert Release.objects.get().obstacles() == []


def test_the_form_tells_of_the_release_and_of_what_failed(desk):
    story = make_story(approved=["ar", "en"])
    arrange(story, hours(1))

    waiting = desk.get(change_address(story["en"].article)).content.decode()
    apply_due(hours(1))
    failed = desk.get(change_address(story["en"].article)).content.decode()

    assert "Goes together with other languages on" in waiting
    assert "French: Revision 1 is not approved yet." in failed
    assert "not published at its hour" in desk.get("/admin/news/article/").content.decode()


def test_a_single_text_that_failed_is_shown_with_its_reason_and_can_be_called_off(desk):
    edition = make_draft()
    edition.publish(edition.newest_revision, due_at=hours(1))
    edition.article.lead_picture = make_picture()
    edition.article.save()
    apply_due(hours(1))

    page = desk.get(change_address(edition.article)).content.decode()
    desk.post(reverse("admin:news_edition_act", args=[edition.article_id, "en", "call-off"]))

    assert "The lead picture has no alt text in this language." in page
    assert "It is not tried again by itself" in page
    assert edition.publications.get().cancelled_at is not None


def test_an_odd_act_is_not_found(desk):
    story = make_story()

    assert desk.post(address(story), {}).status_code == 404
    assert desk.post(address(story), {"approve_en": "1"}).status_code == 302
    assert desk.post(address(story), {"call_off": "1"}).status_code == 302
    assert desk.get("/admin/news/article/999999/release/").status_code == 404
    assert Edition.objects.filter(stage="approved").count() == 3


def test_what_is_in_the_way_of_a_translation_is_no_fault_within_its_release(desk):
    story = make_story()
    alone = desk.get(change_address(story["en"].article)).content.decode()
    arrange(story, hours(1))

    together = desk.get(change_address(story["en"].article)).content.decode()

    assert "It translates words that are not public yet" in alone
    assert "It translates words that are not public yet" not in together


# Times


def test_a_time_is_typed_in_rabat_in_and_out_of_ramadan(desk):
    edition = make_edition()

    for text, utc in (("2027-02-20T09:00", "09:00"), ("2027-06-20T09:00", "08:00")):
        save(desk, edition.article, expires_at_en=text)
        edition.refresh_from_db()
        assert edition.expires_at.astimezone(ZoneInfo("UTC")).strftime("%H:%M") == utc


def test_a_time_that_rabats_clocks_show_twice_is_refused(desk):
    edition = make_edition()

    answer = save(desk, edition.article, expires_at_en="2027-02-07T02:30")

    assert "comes twice or not at all" in str(answer.context["panels"][1].errors)


def test_times_of_the_desk_name_rabat_and_carry_what_a_script_needs(desk):
    edition = make_draft()
    edition.publish(edition.newest_revision, due_at=datetime(2030, 1, 5, 9, 0, tzinfo=RABAT))

    page = desk.get(change_address(edition.article)).content.decode()

    assert '<time datetime="2030-01-05T09:00:00+00:00" data-rabat-offset="0"' in page
    assert "<bdi>05/01/2030, 09:00</bdi> (Rabat time)</time>" in page
    assert 'data-rabat-offsets="[[' in page
    assert "admin/js/moments.js" in page
