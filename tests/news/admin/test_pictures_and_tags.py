from io import BytesIO

import pytest
from django.contrib.auth.models import Permission
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from news.models import Picture, Tag
from tests.factories import make_draft, make_picture, make_tag, make_user, picture_file

from .forms import save

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(client):
    client.force_login(make_user())
    return client


def test_a_picture_is_uploaded_with_its_texts_and_rights(desk):
    middle = {"focal_x": 50, "focal_y": 50}
    fields = {"original": picture_file(), "credit_en": "ICESCO", "alt_ar": "قاعة", "alt_en": "A hall", **middle}

    answer = desk.post(reverse("admin:news_picture_add"), fields)

    picture = Picture.objects.get()
    assert answer.status_code == 302
    assert (picture.alt_ar, picture.alt_en, picture.credit_en) == ("قاعة", "A hall", "ICESCO")
    assert picture.is_shown


def test_staff_see_the_file_of_a_picture(desk):
    picture = make_picture()

    answer = desk.get(reverse("admin:news_picture_file", args=[picture.pk]))

    assert answer.headers["Content-Type"].startswith("image/")
    assert b"".join(answer.streaming_content)


def test_nobody_else_sees_it(client):
    picture = make_picture()
    address = reverse("admin:news_picture_file", args=[picture.pk])

    anonymous = client.get(address)
    client.force_login(make_user(is_superuser=False))
    without_right = client.get(address)

    assert anonymous.status_code == 302
    assert without_right.status_code == 403


def test_a_picture_is_taken_down_after_asking(desk):
    picture = make_picture()
    address = reverse("admin:news_picture_take_down", args=[picture.pk])

    asked = desk.get(address)
    desk.post(address)

    picture.refresh_from_db()
    assert asked.status_code == 200
    assert not picture.is_shown
    assert desk.get(reverse("admin:news_picture_file", args=[picture.pk])).status_code == 200


def test_taking_down_needs_the_right_to_change_pictures(client):
    picture = make_picture()
    user = make_user(is_superuser=False)
    user.user_permissions.set(Permission.objects.filter(codename="view_picture"))
    client.force_login(user)

    answer = client.post(reverse("admin:news_picture_take_down", args=[picture.pk]))

    assert answer.status_code == 403


def test_the_chooser_offers_texts_in_the_language_of_the_story(desk):
    make_picture(alt_ar="قاعة", alt_en="A hall", caption_ar="الافتتاح")

    found = desk.get(reverse("admin:news_picture_chooser"), {"language": "ar"}).json()["pictures"]

    assert [(p["alt"], p["caption"]) for p in found] == [("قاعة", "الافتتاح")]


def test_the_chooser_finds_pictures_by_their_words_and_leaves_out_what_was_taken_down(desk):
    hall, gone = make_picture(alt_en="A hall"), make_picture(alt_en="A hall too")
    gone.take_down()
    make_picture(alt_en="A garden")

    found = desk.get(reverse("admin:news_picture_chooser"), {"language": "en", "q": "hall"}).json()["pictures"]

    assert [p["id"] for p in found] == [hall.pk]


@pytest.mark.parametrize("language", ["", "xx", "ar,en"])
def test_the_chooser_knows_our_languages_only(desk, language):
    assert desk.get(reverse("admin:news_picture_chooser"), {"language": language}).status_code == 404


def test_pictures_are_not_deleted(desk):
    picture = make_picture()

    answer = desk.post(reverse("admin:news_picture_delete", args=[picture.pk]), {"post": "yes"})

    assert answer.status_code == 403


@pytest.mark.parametrize("interface", ["ar", "en", "fr"])
def test_lists_and_forms_open_in_every_interface_language(desk, interface):
    desk.cookies["icesco_admin_language"] = interface
    picture, tag = make_picture(alt_en="A hall"), make_tag()

    for name, pk in (("picture", picture.pk), ("tag", tag.pk)):
        for page in (
            reverse(f"admin:news_{name}_changelist") + "?q=a",
            reverse(f"admin:news_{name}_add"),
            reverse(f"admin:news_{name}_change", args=[pk]),
        ):
            assert desk.get(page).status_code == 200, page


def test_tags_of_a_story_are_chosen_and_new_ones_made_in_the_source_language(desk):
    old, chosen = make_tag("Old"), make_tag("Chosen")
    article = make_draft(language="ar").article
    article.tags.add(old)

    save(desk, article, tags=[chosen.pk], new_tags="المدن، البحر , ")

    labels = set(article.tags.values_list("label_ar", flat=True))
    assert labels == {"Chosen", "المدن", "البحر"}


def test_a_new_tag_that_exists_under_another_spelling_is_not_made_twice(desk):
    make_tag("Éducation")
    article = make_draft().article

    save(desk, article, new_tags="EDUCATION")

    assert Tag.objects.count() == 1
    assert article.tags.count() == 1


def test_a_tag_may_have_a_label_in_one_language_only(desk):
    desk.post(reverse("admin:news_tag_add"), {"label_ar": "المدن"})

    assert Tag.objects.get().label_ar == "المدن"


def test_a_picture_taken_down_is_shown_to_staff_without_what_its_camera_wrote(desk):
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"  # the camera's place
    data = BytesIO()
    Image.new("RGB", (640, 400)).save(data, "JPEG", exif=exif)
    picture = make_picture(original=SimpleUploadedFile("photo.jfif", data.getvalue()))
    picture.take_down()

    answer = desk.get(reverse("admin:news_picture_file", args=[picture.pk]))

    shown = Image.open(BytesIO(answer.getvalue()))
    assert shown.size == (640, 400)
    assert not shown.getexif().get_ifd(0x8825)


def test_another_format_is_refused_in_words_for_people(desk):
    fields = {"original": picture_file(form="GIF"), "credit_en": "ICESCO", "focal_x": 50, "focal_y": 50}

    answer = desk.post(reverse("admin:news_picture_add"), fields)

    text = answer.content.decode()
    assert "Only JPEG, PNG, WebP and AVIF pictures can be used." in text
    assert "xpm" not in text
