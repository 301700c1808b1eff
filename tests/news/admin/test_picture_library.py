"""The library of pictures: finding them, where they are used, replacing, taking down, putting back."""

import importlib

import pytest
from django.apps import apps
from django.contrib.auth.models import Permission
from django.core.files.storage import default_storage, storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from news.models import BodyPicture, Picture
from news.pictures.uses import languages_without_alt, uses_of
from tests.factories import (
    make_article,
    make_draft,
    make_edition,
    make_gallery_picture,
    make_picture,
    make_user,
    make_video,
    picture_file,
    update_edition,
)

pytestmark = pytest.mark.django_db
LIST = reverse("admin:news_picture_changelist")


def body_with(picture, alt="Waves"):
    return f'<p>Words</p><figure><img src="picture:{picture.pk}" alt="{alt}"></figure>'


def listed(client, query=""):
    return [picture.pk for picture in client.get(LIST + query).context["cl"].result_list]


def fields_of(picture, **changes):
    texts = [f"{field}_{language}" for field in ("alt", "caption", "credit") for language in ("ar", "en", "fr")]
    fields = {name: getattr(picture, name) or "" for name in (*texts, "rights_holder", "licence")}
    fields |= {"focal_x": picture.focal_x, "focal_y": picture.focal_y}
    return {**fields, **({"is_decorative": "on"} if picture.is_decorative else {}), **changes}


def change(client, picture, **changes):
    address = reverse("admin:news_picture_change", args=[picture.pk])
    return client.post(
        address, {name: value for name, value in fields_of(picture, **changes).items() if value is not None}
    )


# Finding


def used_in_every_way():
    """A picture for each kind of use, by its name."""
    pictures = {name: make_picture() for name in ("lead", "gallery", "poster", "live text", "draft")}
    make_article(lead_picture=pictures["lead"])
    make_gallery_picture(make_article(), pictures["gallery"])
    make_video(make_article(), pictures["poster"])
    update_edition(make_edition(body=body_with(pictures["live text"])), body="<p>Other</p>", publish=False)
    make_draft(body=body_with(pictures["draft"]))
    return pictures


def test_used_and_unused_pictures_are_told_apart(desk):
    used = used_in_every_way()
    unused = make_picture()

    assert set(listed(desk, "?used=yes")) == {picture.pk for picture in used.values()}
    assert listed(desk, "?used=no") == [unused.pk]


def test_a_picture_that_only_an_old_revision_has_is_not_used(desk):
    picture = make_picture()
    update_edition(make_edition(body=body_with(picture)), body="<p>Other</p>")

    assert listed(desk, "?used=no") == [picture.pk]
    assert uses_of(picture) == []


def test_pictures_that_lack_alt_text_in_a_language_are_found(desk):
    lacking = make_picture(alt_en="A hall")
    make_picture(alt_ar="قاعة")
    make_picture(is_decorative=True)

    assert listed(desk, "?without_alt=ar") == [lacking.pk]


def test_pictures_taken_down_are_found(desk):
    shown, gone = make_picture(), make_picture()
    gone.take_down()

    assert listed(desk, "?taken_down=yes") == [gone.pk]
    assert listed(desk, "?taken_down=no") == [shown.pk]


def test_pictures_are_found_by_words_of_any_language(desk):
    picture = make_picture(alt_ar="قاعة المؤتمرات")
    make_picture()

    assert listed(desk, "?q=المؤتمرات") == [picture.pk]


@pytest.mark.parametrize("query", ["?used=x", "?without_alt=xx", "?taken_down=x", "?is_decorative__exact=x"])
def test_an_unknown_filter_fails_on_no_one(desk, query):
    make_picture()

    assert desk.get(LIST + query).status_code in {200, 302}


def test_the_list_takes_no_more_queries_with_more_pictures(desk, django_assert_max_num_queries):
    for _ in range(12):
        make_picture()

    with django_assert_max_num_queries(7):
        assert len(listed(desk)) == 12


# Where it is used


def test_each_use_is_told_with_the_texts_that_readers_see(desk):
    picture = make_picture()
    live = make_edition(make_article(lead_picture=picture), title="Live one", lead_alt="Waves")
    make_gallery_picture(make_draft(title="Draft one").article, picture)
    make_edition(body=body_with(picture), title="In a text")

    told = [(str(use.what), use.title_edition.newest_revision.title, len(use.live)) for use in uses_of(picture)]
    page = desk.get(reverse("admin:news_picture_change", args=[picture.pk])).content.decode()

    assert told == [("In the text", "In a text", 1), ("Gallery", "Draft one", 0), ("Lead picture", "Live one", 1)]
    assert live.get_absolute_url() in page
    assert reverse("admin:news_article_change", args=[live.article_id]) in page


def test_a_picture_in_a_draft_over_a_public_text_is_not_public_there():
    picture = make_picture()
    update_edition(make_edition(), body=body_with(picture), publish=False)

    assert [use.live for use in uses_of(picture)] == [[]]


def test_many_uses_take_no_more_queries(django_assert_num_queries):
    picture = make_picture()
    for _ in range(4):
        make_edition(make_article(lead_picture=picture), lead_alt="Waves", body=body_with(picture))

    with django_assert_num_queries(5):
        assert len(uses_of(picture)) == 8


def test_revisions_of_early_releases_are_looked_through_once():
    picture = make_picture()
    make_draft(body=body_with(picture) + '<p><img src="picture:999" alt="x"></p>')
    before = set(BodyPicture.objects.values_list("picture", "revision"))
    BodyPicture.objects.all().delete()
    migration = importlib.import_module("news.migrations.0005_pictures_in_bodies")

    migration.fill(apps, None)

    assert set(BodyPicture.objects.values_list("picture", "revision")) == before
    assert len(before) == 1


# Changing


def test_replacing_the_file_changes_it_wherever_it_is_used(desk, client, django_capture_on_commit_callbacks):
    picture = make_picture()
    edition = make_edition(make_article(lead_picture=picture), lead_alt="Waves")
    old = {rendition["name"] for rendition in picture.renditions}

    with django_capture_on_commit_callbacks(execute=True):
        change(desk, picture, original=picture_file((800, 800), colour="red"))

    page = client.get(edition.get_absolute_url()).content.decode()
    picture.refresh_from_db()
    assert (picture.width_px, Picture.objects.count()) == (800, 1)
    assert all(default_storage.url(r["name"]) in page for r in picture.renditions if not r["crop"])
    assert not any(map(default_storage.exists, old))


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("a.jpg", b"GIF89a" + b"\0" * 40),
        SimpleUploadedFile("a.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>"),
        SimpleUploadedFile("a.png", b"\x89PNG\r\n\x1a\n"),
    ],
)
def test_a_hostile_file_is_refused_and_the_old_one_stays(desk, file):
    picture = make_picture()
    before = (set(default_storage.listdir("pictures")[1]), set(storages["originals"].listdir("")[1]))
    file.seek(0)

    answer = change(desk, picture, original=file)

    assert answer.status_code == 200
    assert (set(default_storage.listdir("pictures")[1]), set(storages["originals"].listdir("")[1])) == before


def test_a_new_focal_point_makes_new_crops(desk):
    picture = make_picture()
    before = {r["name"] for r in picture.renditions if r["crop"] == "card"}

    change(desk, picture, focal_x=0, focal_y=100)

    picture.refresh_from_db()
    assert picture.focal == (0, 100)
    assert not before & {r["name"] for r in picture.renditions}


@pytest.mark.parametrize("value", ["101", "-1", "", "x", "9" * 30])
def test_a_focal_point_outside_of_the_picture_is_refused(desk, value):
    picture = make_picture()

    answer = change(desk, picture, focal_x=value)

    assert answer.status_code == 200
    picture.refresh_from_db()
    assert picture.focal_x == 50


def test_a_picture_that_public_texts_say_nothing_of_stays_decorative(desk):
    picture = make_picture(is_decorative=True)
    make_edition(make_article(lead_picture=picture))
    make_gallery_picture(make_edition(language="fr").article, picture, alt="")
    make_edition(language="ar", body=body_with(picture, alt=""))

    answer = change(desk, picture, is_decorative=None)

    assert languages_without_alt(picture) == ["ar", "en", "fr"]
    assert "Arabic, English, French" in answer.content.decode()
    assert Picture.objects.get().is_decorative


def test_a_decorative_picture_that_is_described_everywhere_may_become_a_telling_one(desk):
    picture = make_picture(is_decorative=True)
    make_edition(make_article(lead_picture=picture), lead_alt="Waves")

    change(desk, picture, is_decorative=None)

    assert not Picture.objects.get().is_decorative


# Taking down and putting back


def test_a_picture_taken_down_is_gone_from_every_place_and_comes_back(desk, client):
    picture = make_picture()
    article = make_article(lead_picture=picture)
    make_gallery_picture(article, picture)
    make_video(article, picture)
    edition = make_edition(article, lead_alt="Waves", body=body_with(picture))

    def shown():
        return client.get(edition.get_absolute_url()).content.decode().count("<picture>")

    before = shown()
    desk.post(reverse("admin:news_picture_take_down", args=[picture.pk]))
    while_down = shown()
    desk.post(reverse("admin:news_picture_put_back", args=[picture.pk]))

    assert (before, while_down, shown()) == (4, 0, 4)


def test_putting_back_is_asked_by_a_post_and_needs_the_right(client):
    picture = make_picture()
    picture.take_down()
    address = reverse("admin:news_picture_put_back", args=[picture.pk])
    user = make_user(is_superuser=False)
    user.user_permissions.set(Permission.objects.filter(codename="view_picture"))
    client.force_login(user)

    assert client.get(address).status_code == 405
    assert client.post(address).status_code == 403
    picture.refresh_from_db()
    assert not picture.is_shown


def test_a_picture_whose_original_is_gone_is_not_put_back(desk):
    picture = make_picture()
    picture.take_down()
    storages["originals"].delete(picture.original.name)

    answer = desk.post(reverse("admin:news_picture_put_back", args=[picture.pk]), follow=True)

    assert "upload it anew" in answer.content.decode()
    assert not Picture.objects.get().is_shown


@pytest.mark.parametrize("interface", ["ar", "en", "fr"])
def test_the_pages_of_a_picture_open_in_every_interface_language(desk, interface):
    desk.cookies["icesco_admin_language"] = interface
    picture = make_picture()
    make_edition(make_article(lead_picture=picture), lead_alt="Waves")

    for name in ("change", "take_down"):
        assert desk.get(reverse(f"admin:news_picture_{name}", args=[picture.pk])).status_code == 200
    picture.take_down()
    assert desk.get(reverse("admin:news_picture_change", args=[picture.pk])).status_code == 200
