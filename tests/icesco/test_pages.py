"""What page an address is, as ratings know it."""

from urllib.parse import unquote

import pytest

from feedback.pages import Page
from icesco.pages import TYPES, feedback_page
from tests.factories import make_draft, make_edition
from tests.news.linked import Subjects

pytestmark = pytest.mark.django_db


def path_of(edition):
    return unquote(edition.get_absolute_url())


def test_a_story_has_one_key_in_all_its_languages(django_assert_max_num_queries):
    english = make_edition()
    arabic = make_edition(english.article, "ar", follows=english.live_revision, title="منتدى الرباط")

    with django_assert_max_num_queries(2):
        pages = [feedback_page(path_of(edition)) for edition in (english, arabic)]

    key = f"article:{english.article_id}"
    assert pages == [Page("article", key, "en"), Page("article", key, "ar")]


def test_a_draft_or_withdrawn_story_is_no_page():
    draft = make_draft(title="Draft one")
    draft.set_address("draft-one", permalink_on="2024-12-16")
    gone = make_edition()
    path = path_of(gone)
    gone.withdraw()

    assert feedback_page("/en/2024/12/16/draft-one/") is None
    assert feedback_page(path) is None


def test_subjects_of_stories_have_one_key_in_all_languages():
    subjects = Subjects()
    english = subjects.stories(1)[0]
    make_edition(english.article, "ar", follows=english.live_revision)

    for path in ("/people/amina-diallo/", "/member-states/atlantis/", "/sectors/oceans-sector/"):
        assert feedback_page(f"/en{path}").key == feedback_page(f"/ar{path}").key
    assert feedback_page("/en/tags/tides/").key == feedback_page("/ar/tags/المد/").key


@pytest.mark.parametrize("path", ["/fr/", "/fr/news/", "/fr/people/", "/fr/member-states/", "/fr/sectors/"])
def test_fixed_pages_need_no_query(path, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = feedback_page(path)

    assert page.language == "fr"
    assert page.type in TYPES


@pytest.mark.parametrize(
    "path",
    [
        "",
        "news",
        "/",
        "/en",
        "/xx/",
        "/admin/",
        "/healthz",
        "/en/none/",
        "/en/people/none/",
        "/en/sectors/none/",
        "/en/tags/none/",
        "/en/2024/13/",
        "/en/2024/02/30/none/",
        "/en/2024/12/16/none/",
    ],
)
def test_what_is_no_public_page_is_none(path):
    assert feedback_page(path) is None
