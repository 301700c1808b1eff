"""The institution's pages in the admin: a tab per language, what is saved, who may, and earlier texts."""

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.urls import reverse

from icesco.institution import default_text
from icesco.models import InstitutionPage, PressContact
from people.languages import LANGUAGES, column
from people.templatetags.admin_log import log_lines
from tests.factories import make_picture, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(db):
    return InstitutionPage.objects.get_or_create(name="privacy")[0]


def address(page):
    return reverse("admin:icesco_institutionpage_change", args=[page.pk])


def shown(page):
    """What the form shows, as a browser sends it back unchanged."""
    data = {}
    for language in LANGUAGES:
        text, newest = page.text_in(language), page.newest(language)
        data |= {
            column("title", language): text.title,
            column("body", language): text.body,
            column("based_on", language): newest.number if newest else 0,
        }
    return data


def save(desk, page, **changes):
    return desk.post(address(page), {**shown(page), **changes})


def test_the_form_opens_with_what_readers_see_in_the_direction_of_each_language(desk, page):
    form = desk.get(address(page)).content.decode()

    title = form[form.rindex("<input", 0, form.index('name="title_ar"')) :].partition(">")[0]
    assert 'value="الخصوصية"' in title
    assert 'lang="ar"' in title
    assert 'dir="rtl"' in title
    assert form.count("language-tab-") == len(LANGUAGES)


def test_only_the_language_that_was_changed_gets_a_new_text(desk, page):
    save(desk, page, title_fr="Vos données")

    assert page.newest("fr").title == "Vos données"
    assert page.newest("fr").author
    assert page.newest("ar") is None
    assert page.newest("en") is None


def test_a_save_without_a_change_keeps_nothing(desk, page):
    save(desk, page)

    assert not page.texts.exists()


def test_the_log_keeps_what_stood_there_before_and_after(desk, page):
    save(desk, page, title_fr="Vos données")

    lines = log_lines(LogEntry.objects.get())
    assert lines[0].text == "French: revision 2 saved."
    assert ("Vie privée", "Vos données") in [(line.before, line.after) for line in lines]


@pytest.mark.parametrize("changes", [{"title_en": ""}, {"body_en": ""}])
def test_half_a_text_is_refused(desk, page, changes):
    answer = save(desk, page, **changes)

    assert "A page needs a title and a text" in answer.content.decode()
    assert not page.texts.exists()


def test_both_empty_take_the_page_out_of_the_language(desk, page, client):
    save(desk, page, title_fr="", body_fr="")

    assert client.get("/fr/about/privacy/").status_code == 404
    assert client.get("/ar/about/privacy/").status_code == 200


def test_a_text_that_somebody_saved_meanwhile_is_not_overwritten(desk, page):
    opened = shown(page)
    page.write("en", "Theirs", "<p>Theirs.</p>")

    answer = desk.post(address(page), {**opened, "title_en": "Mine", "title_ar": "خصوصيتكم"})

    assert "Somebody saved this text meanwhile" in answer.content.decode()
    assert 'value="Mine"' in answer.content.decode()
    assert page.newest("en").title == "Theirs"
    assert page.newest("ar") is None


def test_another_language_saved_meanwhile_is_in_nobodys_way(desk, page):
    opened = shown(page)
    page.write("en", "Theirs", "<p>Theirs.</p>")

    desk.post(address(page), {**opened, "title_ar": "خصوصيتكم"})

    assert page.newest("ar").title == "خصوصيتكم"
    assert page.newest("en").title == "Theirs"


@pytest.mark.parametrize("field", ["title_en", "body_en"])
@pytest.mark.parametrize("bad", ["a\0b", "a\u202eb"])
def test_characters_that_no_text_may_hold_are_refused(desk, page, field, bad):
    answer = save(desk, page, **{field: bad})

    assert answer.status_code == 200
    assert not page.texts.exists()


@pytest.mark.parametrize("number", ["", "x", "-1", "9" * 40, "٣"])
def test_a_number_that_the_form_never_sent_is_refused(desk, page, number):
    answer = save(desk, page, title_en="New", based_on_en=number)

    assert answer.status_code == 200
    assert not page.texts.exists()


def test_an_earlier_text_is_listed_shown_and_restored(desk, page):
    save(desk, page, title_en="Second")
    list_of_texts = desk.get(reverse("admin:icesco_page_revisions", args=[page.pk, "en"])).content.decode()
    first = desk.get(reverse("admin:icesco_page_revision", args=[page.pk, "en", 1])).content.decode()

    answer = desk.post(reverse("admin:icesco_page_restore", args=[page.pk, "en", 1]))

    assert "Second" in list_of_texts
    assert "Everything here can be read without an account" in first
    assert answer.status_code == 302
    assert page.newest("en").number == 3
    assert page.text_in("en").body == default_text("privacy", "en").body
    assert LogEntry.objects.count() == 2


def test_before_the_first_edit_there_is_no_earlier_text(desk, page):
    answer = desk.get(reverse("admin:icesco_page_revisions", args=[page.pk, "ar"]))

    assert "Nobody has changed this text yet" in answer.content.decode()


@pytest.mark.parametrize("path", ["xx/history/", "en/history/7/", "en/history/99999999999999999999/"])
def test_what_is_not_there_is_not_found(desk, page, path):
    assert desk.get(f"/admin/icesco/institutionpage/{page.pk}/{path}").status_code == 404


def test_a_text_is_restored_by_post_only(desk, page):
    page.write("en", "New", "<p>One.</p>")

    assert desk.get(reverse("admin:icesco_page_restore", args=[page.pk, "en", 1])).status_code == 405


def test_the_right_to_change_pages_is_enough_and_needed(client, page):
    user = make_user(is_superuser=False)
    client.force_login(user)
    pages = [address(page), reverse("admin:icesco_page_revisions", args=[page.pk, "en"])]
    refused = [client.get(each).status_code for each in pages]
    refused.append(client.post(reverse("admin:icesco_page_restore", args=[page.pk, "en", 1])).status_code)
    user.user_permissions.add(Permission.objects.get(codename="change_institutionpage"))

    allowed = [client.get(each).status_code for each in pages]

    assert refused == [403, 403, 403]
    assert allowed == [200, 200]


def test_pages_are_neither_added_nor_deleted(desk, page):
    assert desk.get("/admin/icesco/institutionpage/add/").status_code == 403
    assert desk.get(f"/admin/icesco/institutionpage/{page.pk}/delete/").status_code == 403


def test_the_list_names_every_page_with_the_day_of_each_language(desk, page):
    page.write("fr", "", "")

    answer = desk.get("/admin/icesco/institutionpage/").content.decode()

    assert "26 November 2026" in answer
    assert "Privacy" in answer


# Press contacts


@pytest.mark.parametrize(
    ("typed", "kept"), [("+212 5 37 00 00 00", "+212 5 37 00 00 00"), ("٠٥٣٧٠٠٠٠٠٠", "0537000000")]
)
def test_a_telephone_number_is_kept_in_ascii_digits(desk, typed, kept):
    desk.post("/admin/icesco/presscontact/add/", {"name_ar": "مكتب الصحافة", "telephone": typed, "position": "1"})

    contact = PressContact.objects.get()
    assert contact.telephone == kept
    assert not contact.is_public


@pytest.mark.parametrize(
    "fields", [{"name_ar": "مكتب"}, {"telephone": "0537000000"}, {"name_ar": "مكتب", "telephone": "javascript:x"}]
)
def test_a_contact_needs_a_name_and_a_way_to_be_reached(desk, fields):
    answer = desk.post("/admin/icesco/presscontact/add/", {"position": "0", **fields})

    assert answer.status_code == 200
    assert not PressContact.objects.exists()


# Pictures of the library on a page


def with_picture(page, picture, language="ar"):
    body = f'<p>نص</p><figure><img src="picture:{picture.pk}" alt="قاعة"></figure>'
    return page.write(language, "الخصوصية", body)


def test_the_library_tells_which_pages_show_a_picture(desk, page):
    picture, other = make_picture(), make_picture()
    with_picture(page, picture)

    for name in ("change", "take_down"):
        told = desk.get(reverse(f"admin:news_picture_{name}", args=[picture.pk])).content.decode()
        assert f'<a href="{address(page)}"><bdi lang="ar" dir="rtl">الخصوصية</bdi></a>' in told
        assert 'href="/ar/about/privacy/"' in told
    assert "الخصوصية" not in desk.get(reverse("admin:news_picture_change", args=[other.pk])).content.decode()


def test_a_picture_on_a_page_counts_as_used_until_the_page_drops_it(desk, page):
    picture = make_picture()
    used = reverse("admin:news_picture_changelist") + "?used=yes"

    with_picture(page, picture)
    while_there = list(desk.get(used).context["cl"].result_list)
    page.write("ar", "الخصوصية", "<p>نص</p>")

    assert while_there == [picture]
    assert list(desk.get(used).context["cl"].result_list) == []
