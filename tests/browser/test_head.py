"""Structured data in a browser: the strict policy lets it stand, and it says what the page shows."""

import json

import pytest

from tests.news.linked import Subjects

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_structured_data_breaks_no_policy_and_agrees_with_the_page(page):
    arabic, _english = Subjects().full_story()

    page.goto(arabic.get_absolute_url())

    (said,) = [json.loads(text) for text in page.locator('script[type="application/ld+json"]').all_text_contents()]
    story = next(node for node in said["@graph"] if node["@type"] == "NewsArticle")
    assert story["headline"] == page.locator("h1").inner_text()
    assert story["url"] == page.locator('link[rel="canonical"]').get_attribute("href") == page.url
    assert story["inLanguage"] == page.locator("html").get_attribute("lang")
