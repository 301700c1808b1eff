"""The question as every public page carries it."""

import gzip
import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from feedback.scale import LABELS


def form_on(path, language="en"):
    """The question's HTML on the page at `path`, which may have a query."""
    request = RequestFactory().get(path)
    with override(language):
        return Template("{% load feedback %}{% rating_form %}").render(Context({"request": request}))


def test_five_native_radios_carry_their_labels_in_words_with_the_negative_one_first():
    html = form_on("/en/news/")

    assert re.findall(r'type="radio" name="score" value="(\d)"', html) == ["1", "2", "3", "4", "5"]
    assert re.findall(r"<span>(.*?)</span>", html) == [str(label) for label in LABELS.values()]
    assert "checked" not in html


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_the_form_is_sent_to_the_address_in_the_pages_language(language):
    html = form_on(f"/{language}/news/", language)

    assert f'method="post" action="/{language}/feedback/"' in html
    assert 'type="submit"' in html


def test_the_form_names_its_page_without_the_query():
    html = form_on("/en/news/?tag=secret&page=3")

    assert 'name="page" value="/en/news/"' in html
    assert "secret" not in html


def test_the_form_costs_no_query_no_cookie_and_no_token():
    # Without the database mark any query fails; without middleware any use of the session does.
    html = form_on("/en/news/")

    assert "csrf" not in html


def test_the_path_is_escaped():
    html = form_on("/en/%22%3E%3Cscript%3E/")

    assert "<script>" not in html


def test_the_thanks_can_take_the_focus():
    html = form_on("/en/news/")

    assert 'id="feedback-thanks" tabindex="-1"' in html


def test_the_question_weighs_little():
    script, styles = (Path(finders.find(name)).read_bytes() for name in ("js/rating.js", "css/components/rating.css"))
    weights = [len(gzip.compress(part)) for part in (script, styles, form_on("/ar/news/", "ar").encode())]

    assert weights[0] <= 2048
    assert sum(weights) <= 6 * 1024


def test_a_field_for_programs_stands_where_people_neither_see_it_nor_come_to_it():
    html = form_on("/en/news/")

    assert re.search(r'<p class="rating__trap" aria-hidden="true">', html)
    assert re.search(r'name="website"[^>]*tabindex="-1"', html)
