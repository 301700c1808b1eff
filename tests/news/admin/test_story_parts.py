"""Gallery, video and documents in the form of a story: facts, so public at once where the story is."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from news.models import Attachment, GalleryPicture, Video
from tests.factories import (
    make_article,
    make_attachment,
    make_draft,
    make_edition,
    make_gallery_picture,
    make_picture,
    make_user,
    make_video,
    pdf_file,
)

from .forms import change_address, save

pytestmark = pytest.mark.django_db


def row(prefix, number=0, **fields):
    """The fields of one new row of a part, as the form posts them."""
    return {
        f"{prefix}-TOTAL_FORMS": number + 1,
        **{f"{prefix}-{number}-{name}": value for name, value in fields.items()},
    }


def pages_errors(answer):
    return answer.content.decode() if answer.status_code == 200 else ""


def test_a_picture_put_into_the_gallery_brings_its_texts_along(desk):
    picture = make_picture(alt_en="A hall", alt_ar="قاعة", caption_en="The hall")
    article = make_draft().article

    save(desk, article, **row("gallery", picture=picture.pk, position=3, alt_en="My own"))

    kept = GalleryPicture.objects.get()
    assert (kept.position, kept.alt_en, kept.alt_ar, kept.caption_en) == (3, "My own", "قاعة", "The hall")


def test_a_picture_without_alt_text_is_not_put_into_a_public_gallery(desk):
    edition = make_edition(language="ar")
    picture = make_picture(alt_en="A hall")

    answer = save(desk, edition.article, **row("gallery", picture=picture.pk, position=0))

    assert "Arabic: The picture has no alt text in this language." in pages_errors(answer)
    assert not GalleryPicture.objects.exists()


def test_a_picture_without_alt_text_is_not_put_into_a_gallery_that_is_scheduled(desk):
    edition = make_edition(due_at=timezone.now() + timedelta(days=1))

    answer = save(desk, edition.article, **row("gallery", picture=make_picture().pk, position=0))

    assert "English: The picture has no alt text in this language." in pages_errors(answer)


def test_a_decorative_picture_is(desk):
    edition = make_edition()

    save(desk, edition.article, **row("gallery", picture=make_picture(is_decorative=True).pk, position=0))

    assert GalleryPicture.objects.count() == 1


def test_alt_text_of_a_public_gallery_cannot_be_emptied(desk):
    edition = make_edition()
    make_gallery_picture(edition.article)

    answer = save(desk, edition.article, **{"gallery-0-alt_en": ""})

    assert "no alt text" in pages_errors(answer)
    assert GalleryPicture.objects.get().alt_en == "Waves"


def test_what_an_older_row_lacks_does_not_keep_another_from_being_changed(desk):
    edition = make_edition()
    lacking, other = make_gallery_picture(edition.article, alt=""), make_gallery_picture(edition.article)

    save(desk, edition.article, **{"gallery-1-caption_en": "New"})

    other.refresh_from_db()
    assert other.caption_en == "New"
    assert lacking.alt_en == ""


def test_who_may_not_publish_a_public_language_changes_nothing(client):
    edition = make_edition(language="fr")
    user = make_user(is_superuser=False)
    rights = ["view_article", "change_article", "write_fr", "publish_en", "view_picture"]
    user.user_permissions.set(Permission.objects.filter(codename__in=rights))
    client.force_login(user)
    client.cookies["icesco_admin_language"] = "en"
    picture = make_picture(alt_fr="Une salle")

    answer = save(client, edition.article, **row("gallery", picture=picture.pk, position=0))

    assert "you may not publish in that language" in pages_errors(answer)
    assert not GalleryPicture.objects.exists()


def test_what_is_missing_links_to_the_very_field(desk):
    draft = make_draft()
    make_gallery_picture(draft.article)
    make_gallery_picture(draft.article, alt_en="")
    make_video(draft.article, title_en="")

    page = desk.get(change_address(draft.article)).content.decode()

    for target in ("id_gallery-1-alt_en", "id_video-0-title_en"):
        assert f'href="#{target}"' in page
        assert f'id="{target}"' in page


def test_mending_the_alt_text_and_publishing_is_one_act(desk):
    draft = make_draft()
    make_gallery_picture(draft.article, alt_en="")

    save(desk, draft.article, button="_publish_en", **{"gallery-0-alt_en": "A hall"})

    assert draft.article.edition("en").is_live()


def test_a_video_is_added_and_removed(desk):
    article = make_draft().article
    fields = {"address": "https://youtu.be/abc", "poster": make_picture(alt_en="A hall").pk, "title_en": "Opening"}
    save(desk, article, **row("video", **fields))

    video = Video.objects.get()
    save(desk, article, **{"video-0-DELETE": "on"})

    assert (video.site, video.alt_en) == ("YouTube", "A hall")
    assert not Video.objects.exists()


def test_a_video_on_another_site_is_refused(desk):
    article = make_draft().article
    fields = {"address": "https://evil.example/x", "poster": make_picture().pk, "title_en": "Opening"}

    answer = save(desk, article, **row("video", **fields))

    assert "on one of these sites" in pages_errors(answer)


def test_a_pdf_is_attached(desk):
    article = make_draft().article

    save(desk, article, **row("attachments", file=pdf_file(), language="fr", position=0, title_fr="Procès-verbal"))

    attachment = Attachment.objects.get()
    assert (attachment.language, str(attachment)) == ("fr", "Procès-verbal")
    assert attachment.size_bytes == attachment.file.size > 0
    assert attachment.file.name.endswith(".pdf")
    assert "minutes" not in attachment.file.name


@pytest.mark.parametrize(
    "file",
    [
        SimpleUploadedFile("a.pdf", b"<html><script>alert(1)</script>"),
        SimpleUploadedFile("a.pdf", b"MZ" + b"\0" * 100),
        pdf_file(extra=b"\n9 0 obj << /S /JavaScript /JS (x) >> endobj\n"),
        pdf_file(extra=b"\n9 0 obj << /Encrypt 3 0 R >> endobj\n"),
    ],
    ids=["a page", "a program", "a script", "encrypted"],
)
def test_another_file_is_refused_and_nothing_is_kept(desk, file):
    article = make_draft().article
    file.seek(0)

    answer = save(desk, article, **row("attachments", file=file, language="en", position=0, title_en="Minutes"))

    assert "PDF" in pages_errors(answer)
    assert not Attachment.objects.exists()
    assert not storages["originals"].exists("attachments")


def test_a_new_file_takes_the_place_of_the_old_one(desk, django_capture_on_commit_callbacks):
    attachment = make_attachment(make_draft().article)
    old = attachment.file.name

    with django_capture_on_commit_callbacks(execute=True):
        save(desk, attachment.article, **{"attachments-0-file": pdf_file("Corrected minutes")})

    attachment.refresh_from_db()
    assert attachment.file.name != old
    assert storages["originals"].listdir("attachments")[1] == [attachment.file.name.split("/")[1]]


def test_a_removed_document_takes_its_file_along(desk, django_capture_on_commit_callbacks):
    attachment = make_attachment(make_draft().article)

    with django_capture_on_commit_callbacks(execute=True):
        save(desk, attachment.article, **{"attachments-0-DELETE": "on"})

    assert storages["originals"].listdir("attachments")[1] == []


def test_staff_open_a_document_before_it_is_public_and_others_do_not(client):
    attachment = make_attachment(make_draft().article)
    address = reverse("admin:news_attachment_file", args=[attachment.article_id, attachment.pk])

    anonymous = client.get(address)
    client.force_login(make_user(is_superuser=False))
    without_right = client.get(address)
    client.force_login(make_user())
    staff = client.get(address)

    assert (anonymous.status_code, without_right.status_code, staff.status_code) == (302, 403, 200)


def test_a_document_is_found_under_its_own_story_only(desk):
    attachment = make_attachment(make_draft().article)
    address = reverse("admin:news_attachment_file", args=[make_article().pk, attachment.pk])

    assert desk.get(address).status_code == 404


@pytest.mark.parametrize("interface", ["ar", "en", "fr"])
def test_the_form_opens_with_all_of_it_in_every_interface_language(desk, interface):
    article = make_draft().article
    make_gallery_picture(article)
    make_video(article)
    make_attachment(article)
    desk.cookies["icesco_admin_language"] = interface

    answer = desk.get(change_address(article))

    assert answer.status_code == 200
    assert 'id="id_gallery-0-alt_ar"' in answer.content.decode()
