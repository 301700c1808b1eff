"""pages.csv: what the pages that ratings name are called, and what they are about."""

import csv

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils.translation import override

from feedback.pages import resolve
from tests.factories import make_appearance, make_draft, make_edition, make_member_state, make_person, make_sector

pytestmark = pytest.mark.django_db


def written(folder):
    call_command("export_pages", folder / "pages.csv")
    with (folder / "pages.csv").open(encoding="utf-8", newline="") as file:
        return {row["page_key"]: row for row in csv.DictReader(file)}


def test_a_story_has_its_public_titles_languages_sectors_and_states(tmp_path):
    english = make_edition(title="Forum, “open”")
    make_edition(english.article, "ar", title="منتدى", follows=english.live_revision)
    english.article.sectors.add(make_sector("Oceans"), make_sector("Arts"))
    english.article.member_states.add(make_member_state("XA"))

    row = written(tmp_path)[f"article:{english.article_id}"]

    assert (row["title_ar"], row["title_en"], row["title_fr"]) == ("منتدى", "Forum, “open”", "")
    assert (row["languages"], row["sectors"], row["member_states"]) == ("ar en", "arts oceans", "XA")


def test_what_is_not_public_is_not_in_it(tmp_path):
    make_draft(title="Secret")
    make_person("Hidden Person", is_public=False)

    text = str(written(tmp_path))

    assert "Secret" not in text
    assert "Hidden" not in text


def test_keys_are_those_of_the_ratings(tmp_path):
    english, person = make_edition(), make_person()
    make_appearance(english.article, person)
    with override("en"):
        paths = [english.get_absolute_url(), reverse("news:person_detail", args=[person.slug])]

    keys = written(tmp_path)

    assert {resolve(path).key for path in paths} <= keys.keys()
