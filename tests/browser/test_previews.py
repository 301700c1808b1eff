"""Previews and the list before publishing in a browser: the link is copied, a thing to mend is led to, no barriers."""

import pytest
from django.urls import reverse

from tests.browser.test_admin import sign_in
from tests.factories import make_draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_link_is_made_copied_and_opened_by_somebody_else(page, new_page, accessibility_violations):
    edition = make_draft(language="ar", title="نص لم ينشر")
    sign_in(page, "ar")
    page.goto(reverse("admin:news_edition_previews", args=[edition.article_id, "ar"]))
    page.click(".submit-row input")
    found = {"links": accessibility_violations(page)}
    page.click("[data-copies]")
    page.wait_for_function("document.querySelector('[data-copied]').textContent !== ''")

    reader = new_page()
    reader.goto(page.input_value("#preview-address"))

    assert reader.inner_text("h1") == "نص لم ينشر"
    assert reader.evaluate("document.documentElement.dir") == "rtl"
    found["preview"] = accessibility_violations(reader)
    page.goto(reverse("admin:news_edition_ready", args=[edition.article_id, "ar"]))
    found["ready"] = accessibility_violations(page)
    assert found == {"links": [], "preview": [], "ready": []}


def test_what_is_to_mend_is_led_to_in_the_tab_of_its_language(page):
    edition = make_draft()
    french = make_draft(edition.article, "fr", follows=edition.newest_revision, summary="")
    sign_in(page)
    page.goto(reverse("admin:news_edition_ready", args=[french.article_id, "fr"]))

    page.click('a[href$="#id_draft_summary_fr"]')

    page.locator("#id_draft_summary_fr").wait_for(state="visible")
    page.locator("#id_draft_summary_en").wait_for(state="hidden")
