"""What rated pages are called on the dashboard."""

import pytest
from django.utils.translation import override

from icesco.page_titles import titles_of
from tests.factories import make_article, make_draft, make_edition, make_sector, make_tag

pytestmark = pytest.mark.django_db


def test_a_story_is_called_as_in_the_readers_language_and_led_to():
    english = make_edition(title="Forum")
    arabic = make_edition(english.article, "ar", title="منتدى", follows=english.live_revision)
    key = f"article:{english.article_id}"

    with override("ar"):
        assert titles_of({key}) == {key: ("منتدى", arabic.get_absolute_url())}
    with override("fr"):
        assert titles_of({key})[key][0] in {"Forum", "منتدى"}


def test_what_is_not_public_has_no_title():
    draft = make_draft(make_article(), title="Secret")

    assert titles_of({f"article:{draft.article_id}"}) == {}


def test_entities_and_pages_there_is_one_of_have_names(django_assert_max_num_queries):
    sector, tag = make_sector("Oceans"), make_tag("Tides")
    keys = {
        f"sector_detail:{sector.pk}",
        f"tag_detail:{tag.pk}",
        "home",
        "edition_list",
        "month_archive:2026-03",
        "odd:9",
    }

    with override("en"), django_assert_max_num_queries(4):
        titles = titles_of(keys)

    assert titles[f"sector_detail:{sector.pk}"][0] == "Oceans"
    assert titles["edition_list"] == ("List of news", "/en/news/")
    assert titles["month_archive:2026-03"][0] == "Month of news 2026-03"
    assert set(titles) == keys
