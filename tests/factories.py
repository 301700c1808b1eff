"""Plain functions that make rows with sound defaults: a test names only what matters to it."""

from io import BytesIO
from itertools import count

from django.contrib.auth import get_user_model
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from icesco.demo.pdf import write_pdf
from news.models import Appearance, Article, Attachment, GalleryPicture, Picture, Tag, Video
from news.translating.checking import checks_of, waive
from people.models import MemberState, Person, Place, Portrait, Sector

numbers = count(1)
ORIGINS = {True: "original", False: "staff"}


def make_user(**changes):
    """A member of staff with every right, unless `changes` say otherwise."""
    number = next(numbers)
    fields = {"username": f"user{number}", "is_staff": True, "is_superuser": True, **changes}
    user = get_user_model()(**fields)
    user.set_password("a long test password")
    user.save()
    return user


def make_article(**changes):
    """An article without any text."""
    return Article.objects.create(**{"source_language": "en", **changes})


def make_words(**changes):
    number = next(numbers)
    return {
        "title": f"Forum number {number} opens",
        "summary": f"The summary of forum {number}.",
        "body": f"<p>The body of forum {number}.</p>",
        **changes,
    }


def make_revision(article=None, language="en", follows=None, origin=None, author=None, **words):
    """A revision of `language`, with its edition; a new article unless one is given."""
    article = article or make_article(source_language=language)
    origin = origin or ORIGINS[follows is None]
    return article.write(language, make_words(**words), author=author, origin=origin, follows=follows)


def make_draft(article=None, language="en", **changes):
    """An edition that nobody has published."""
    revision = make_revision(article, language, **changes)
    return revision.article.editions.get(language=language)


def make_edition(article=None, language="en", due_at=None, now=None, is_minor=False, **changes):
    """A published edition, or a scheduled one when `due_at` is to come."""
    edition = make_draft(article, language, **changes)
    edition.publish(edition.newest_revision, due_at=due_at, now=now, is_minor=is_minor)
    return edition


def update_edition(edition, is_minor=False, publish=True, **words):
    """A new revision of `edition` with `words` over the old ones, published unless said otherwise."""
    newest = edition.newest_revision
    revision = edition.article.write(edition.language, words, origin=newest.origin, follows=newest.follows)
    edition.refresh_from_db()
    if publish:
        edition.publish(revision, is_minor=is_minor)
    return revision


def send_to_review(edition, by=None):
    """Submit the newest text of `edition`; what its checks find is waived."""
    for checked in checks_of(edition.newest_revision).open:
        waive(checked, edition.article, edition.language, "As in the test.", by)
    edition.submit(by)


def make_person(name="Amina Diallo", **changes):
    """A person named alike in the three languages."""
    return Person.objects.create(**{**dict.fromkeys(("name_ar", "name_en", "name_fr"), name), **changes})


def make_member_state(code="XA", name="Atlantis", **changes):
    return MemberState.objects.create(
        **{"code": code, **dict.fromkeys(("name_ar", "name_en", "name_fr"), name), **changes}
    )


def make_sector(name="Oceans Sector", **changes):
    return Sector.objects.create(**{**dict.fromkeys(("name_ar", "name_en", "name_fr"), name), **changes})


def make_place(name="Harbour Town", **changes):
    return Place.objects.create(**{**dict.fromkeys(("name_ar", "name_en", "name_fr"), name), **changes})


def make_tag(label="Tides", **changes):
    labels = dict.fromkeys(("label_ar", "label_en", "label_fr"), label)
    return Tag.objects.create(**{"name": f"{label} {next(numbers)}", **labels, **changes})


def make_appearance(article, person=None, **changes):
    return Appearance.objects.create(article=article, person=person or make_person(), **changes)


def picture_file(size=(640, 400), form="PNG", colour="teal"):
    data = BytesIO()
    Image.new("RGB", size, colour).save(data, form)
    return SimpleUploadedFile(f"drawing.{form.lower()}", data.getvalue(), content_type=f"image/{form.lower()}")


def make_picture(**changes):
    credit = changes.pop("credit", "ICESCO")
    credits = dict.fromkeys(("credit_ar", "credit_en", "credit_fr"), credit)
    picture = Picture(**{"original": picture_file(), **credits, **changes})
    picture.full_clean()
    picture.save()
    return picture


def in_all_languages(field, text):
    """The columns of `field`, all with `text`."""
    return dict.fromkeys((f"{field}_ar", f"{field}_en", f"{field}_fr"), text)


def make_gallery_picture(article, picture=None, alt="Waves", **changes):
    fields = {**in_all_languages("alt", alt), **changes}
    return GalleryPicture.objects.create(article=article, picture=picture or make_picture(), **fields)


def make_video(article, poster=None, title="The opening", alt="A hall", **changes):
    fields = {"address": "https://www.youtube.com/watch?v=abc", **in_all_languages("title", title), **changes}
    fields = {**in_all_languages("alt", alt), **fields}
    return Video.objects.create(article=article, poster=poster or make_picture(), **fields)


def pdf_file(title="Minutes", extra=b""):
    """A sound PDF with `extra` bytes before its end."""
    data = write_pdf(title, ["One line."])
    return SimpleUploadedFile("minutes.pdf", data[:-6] + extra + data[-6:], content_type="application/pdf")


def make_attachment(article, title="Minutes", **changes):
    fields = {"file": pdf_file(), "language": "en", **in_all_languages("title", title), **changes}
    return Attachment.objects.create(article=article, **fields)


def make_portrait(person, **changes):
    return Portrait.objects.create(person=person, **{"original": picture_file(), **changes})
