"""Releases and the calendar in the browser: the editor's own time, and axe."""

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.factories import make_draft
from tests.news.test_releases import arrange, make_story

from .test_admin import open_form, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_time_in_rabat_is_said_in_the_editors_own_zone_too(new_page):
    edition = make_draft()
    edition.publish(edition.newest_revision, due_at=datetime(2030, 6, 5, 22, 30, tzinfo=UTC))
    page = new_page(timezone_id="Asia/Riyadh")
    sign_in(page)

    open_form(page, edition.article)
    typed, row = page.locator("#id_due_at_en"), page.locator(".field-due_at:visible")
    typed.fill("2027-02-20T09:00")  # in Ramadan, when Rabat is on UTC

    tab = page.locator(".language-tab-en h2").inner_text()
    assert "05/06/2030, 23:30 (Rabat time) (your time: 06/06/2030, 01:30)" in " ".join(tab.split())
    assert "In your time zone: 12:00 · Asia/Riyadh" in row.inner_text()
    typed.fill("2027-02-07T02:30")  # comes twice
    assert "In your time zone" not in row.inner_text()


def test_axe_finds_nothing_on_the_release_and_the_calendar(page, accessibility_violations):
    story = make_story(approved=["en"])
    arrange(story, timezone.now() + timedelta(minutes=1))
    sign_in(page, "ar")

    for address in (
        reverse("admin:news_article_release", args=[story["en"].article_id]),
        reverse("admin:news_calendar"),
    ):
        page.goto(address)
        assert accessibility_violations(page) == []
