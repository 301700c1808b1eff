"""What stands below a story: its gallery, its video and its documents, in the page's language."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import translation

from news.errors import NotPublishable
from news.models.video import check_address, site_of
from tests.factories import (
    in_all_languages,
    make_article,
    make_attachment,
    make_draft,
    make_edition,
    make_gallery_picture,
    make_picture,
    make_video,
)
from tests.news.test_query_budgets import asked

pytestmark = pytest.mark.django_db


def page_of(client, edition):
    return client.get(edition.get_absolute_url()).content.decode()


def part(page, name):
    """The section of `page` with the class `name`, or ''."""
    found = re.search(rf'<section class="{name}".*?</section>', page, re.DOTALL)
    return found[0] if found else ""


# Gallery


def test_the_gallery_is_shown_in_order_with_the_words_of_the_page_language(client):
    article = make_article(source_language="ar")
    make_gallery_picture(article, position=2, alt_ar="بحر", caption_ar="الثانية")
    make_gallery_picture(article, position=1, alt_ar="قاعة", caption_ar="الأولى", caption_en="First")

    gallery = part(page_of(client, make_edition(article, "ar")), "gallery")

    assert gallery.index("الأولى") < gallery.index("الثانية")
    assert 'alt="قاعة"' in gallery
    assert "First" not in gallery
    assert gallery.count('loading="lazy"') == 2


def test_a_picture_of_the_gallery_that_was_taken_down_is_not_shown(client):
    article = make_article()
    row = make_gallery_picture(article)
    edition = make_edition(article)

    row.picture.take_down()

    assert part(page_of(client, edition), "gallery") == ""


def test_a_gallery_picture_takes_over_the_texts_that_were_not_written():
    picture = make_picture(alt_ar="قاعة", alt_en="A hall", caption_en="The hall")
    row = make_gallery_picture(make_article(), picture, alt=None, alt_en="My own")

    row.prefill()

    assert (row.alt_ar, row.alt_en, row.caption_en, row.alt_fr) == ("قاعة", "My own", "The hall", None)


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_a_gallery_picture_without_alt_text_in_the_language_keeps_it_from_being_published(language):
    draft = make_draft(language=language)
    make_gallery_picture(draft.article)
    make_gallery_picture(draft.article, **{f"alt_{language}": " "})

    with pytest.raises(NotPublishable) as refused:
        draft.publish(draft.newest_revision)

    assert [str(blocker) for blocker in refused.value.blockers] == [
        "Picture 2 of the gallery has no alt text in this language."
    ]
    assert refused.value.blockers[0].mended_in == f"id_gallery-1-alt_{language}"


def test_alt_text_missing_in_another_language_does_not_matter():
    draft = make_draft(language="fr")
    make_gallery_picture(draft.article, alt_ar="", alt_en="")

    draft.publish(draft.newest_revision)

    assert draft.is_live()


# Decorative pictures


def test_decorative_pictures_need_no_alt_text_anywhere_and_say_nothing(client):
    decorative = make_picture(is_decorative=True)
    article = make_article(lead_picture=decorative)
    make_gallery_picture(article, decorative, alt=None)
    make_video(article, decorative, alt=None)
    body = f'<p>Words</p><figure><img src="picture:{decorative.pk}" alt=""></figure>'

    page = page_of(client, make_edition(article, body=body))

    assert page.count("<picture>") == 4
    assert page.count('alt=""') >= 4


def test_a_decorative_picture_beside_an_undescribed_one_hides_nothing():
    decorative, plain = make_picture(is_decorative=True), make_picture()
    images = "".join(f'<figure><img src="picture:{picture.pk}" alt=""></figure>' for picture in (decorative, plain))
    draft = make_draft(body=f"<p>Words</p>{images}")

    with pytest.raises(NotPublishable, match="picture in the body"):
        draft.publish(draft.newest_revision)


# Video


def test_a_video_is_a_link_that_says_where_it_leads_and_loads_nothing_from_there(client):
    article = make_article()
    make_video(article, title="The opening", alt="A hall full of people")

    video = part(page_of(client, make_edition(article)), "video")

    assert video.count("youtube") == 1
    assert 'href="https://www.youtube.com/watch?v=abc"' in video
    assert "The opening" in video
    assert "<bdi>YouTube</bdi>" in video
    assert 'alt="A hall full of people"' in video
    assert "<iframe" not in video


@pytest.mark.parametrize(("field", "sentence"), [("title", "no title"), ("alt", "no alt text")])
def test_what_a_video_lacks_in_the_language_keeps_it_from_being_published(field, sentence):
    draft = make_draft(language="ar")
    make_video(draft.article, **{f"{field}_ar": ""})

    with pytest.raises(NotPublishable, match=sentence) as refused:
        draft.publish(draft.newest_revision)

    assert refused.value.blockers[0].mended_in == f"id_video-0-{field}_ar"


@pytest.mark.parametrize(
    "address",
    [
        "http://www.youtube.com/watch?v=1",
        "https://evil.example/watch",
        "https://www.youtube.com.evil.example/watch",
        "https://www.youtube.com@evil.example/watch",
        "https://user@www.youtube.com/watch",
        "https://www.youtube.com:444/watch",
        "https://www.youtube.com/",
        "https://www.youtube.com",
        "javascript:alert(1)//www.youtube.com/x",
        "//www.youtube.com/x",
        "https://[::1",
        "https://www.youtube.com/a b",
        "https://www.youtube.com/\\evil.example",
        'https://www.youtube.com/"x',
        "https://www.youtube.com/\u202ex",
        "https://www.youtube.com/x\0",
        "",
    ],
)
def test_other_addresses_of_videos_are_refused(address):
    with pytest.raises(ValidationError):
        check_address(address)


@pytest.mark.parametrize(
    ("address", "site"),
    [
        ("https://youtu.be/abc", "YouTube"),
        ("https://vimeo.com/123", "Vimeo"),
        ("https://www.icesco.org/en/video/", "icesco.org"),
    ],
)
def test_addresses_of_videos_say_their_site(address, site):
    check_address(address)

    assert site_of(address) == site


# Documents


def test_documents_of_the_page_language_come_first_and_titles_are_marked_with_theirs(client):
    article = make_article()
    make_attachment(article, title=None, title_fr="Procès-verbal", language="fr")
    make_attachment(article, title=None, title_en="Minutes", language="en", position=1)

    documents = part(page_of(client, make_edition(article)), "documents")

    assert documents.index("Minutes") < documents.index("Procès-verbal")
    assert '<bdi lang="fr" dir="ltr">Procès-verbal</bdi>' in documents
    assert 'hreflang="fr"' in documents
    assert "in French" in documents


def test_a_document_is_sent_to_be_kept_under_the_name_of_its_title(client):
    attachment = make_attachment(make_article(), title="محضر الاجتماع")
    make_edition(attachment.article)

    answer = client.get(attachment.get_absolute_url())

    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename*=utf-8''")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'; sandbox"
    assert b"".join(answer.streaming_content).startswith(b"%PDF")


def test_a_document_is_public_only_while_its_story_is(client):
    attachment = make_attachment(make_draft().article)
    address = attachment.get_absolute_url()
    edition = attachment.article.edition("en")

    before = client.get(address).status_code
    edition.publish(edition.newest_revision)
    meanwhile = client.get(address).status_code
    edition.withdraw()
    after = client.get(address).status_code

    assert (before, meanwhile, after) == (404, 200, 404)


@pytest.mark.parametrize("token", ["0" * 32, "x" * 32, "0" * 31, "A" * 32])
def test_an_unknown_document_is_not_found(client, token):
    assert client.get(f"/en/attachments/{token}.pdf").status_code == 404


def test_a_document_whose_file_is_gone_is_not_found(client):
    attachment = make_attachment(make_article())
    make_edition(attachment.article)
    attachment.file.storage.delete(attachment.file.name)

    assert client.get(attachment.get_absolute_url()).status_code == 404


def test_the_address_of_a_document_is_in_the_language_of_the_page():
    attachment = make_attachment(make_article())

    with translation.override("ar"):
        assert attachment.get_absolute_url() == reverse("news:attachment", args=[attachment.token])
        assert attachment.get_absolute_url().startswith("/ar/")


# What it costs


def test_pictures_and_documents_add_two_queries_however_many_there_are(client):
    bare = len(asked(client, make_edition().get_absolute_url()))
    article = make_article()
    make_video(article)
    for _ in range(3):
        make_gallery_picture(article)
        make_attachment(article)

    full = asked(client, make_edition(article).get_absolute_url())

    assert len(full) == bare
    assert sum("gallerypicture" in sql or "attachment" in sql for sql in full) == 2


def test_a_story_without_any_shows_no_heading_for_them(client):
    page = page_of(client, make_edition())

    for name in ("gallery", "video", "documents"):
        assert part(page, name) == ""


def test_all_of_it_is_in_the_language_of_the_page(client):
    article = make_article(source_language="ar")
    make_gallery_picture(article, **in_all_languages("alt", "وصف"))
    make_video(article)
    make_attachment(article)

    page = page_of(client, make_edition(article, "ar"))

    for heading in ("الصور", "فيديو", "الوثائق"):
        assert f">{heading}</h2>" in page
