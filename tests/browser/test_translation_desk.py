"""The translation desk in a browser: by keyboard, with names put in, and nothing typed lost."""

import pytest
from django.urls import reverse

from tests.factories import make_edition, make_member_state

from .test_admin import sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def desk(new_page):
    """The desk for the Arabic text of an English story, in an Arabic interface."""
    make_member_state(name="Atlantis", name_ar="أطلانطس")
    english = make_edition(title="Forum opens", summary="", body="<p>Atlantis <em>hosts</em> it.</p><p>It rains.</p>")
    page = new_page()
    sign_in(page, "ar")
    page.goto(reverse("admin:news_edition_translate", args=[english.article_id, "ar"]))
    return page, english.article


def passage(page, key):
    return page.locator(f"[name='unit_{key}']")


def test_the_source_stands_on_the_left_of_its_arabic_translation(desk):
    page, _article = desk

    source, field = page.locator("[id='source-body.1']").bounding_box(), passage(page, "body.1").bounding_box()

    assert source["x"] + source["width"] <= field["x"]
    assert abs(source["y"] - field["y"]) < 40


def test_a_translation_is_made_by_keyboard_with_a_name_and_marks_put_in(desk):
    page, article = desk

    passage(page, "title").focus()
    page.keyboard.type("افتتاح المنتدى")
    page.keyboard.press("Control+Enter")
    page.keyboard.type("تستضيفه ")
    page.get_by_role("button", name="أطلانطس").first.press("Enter")
    page.get_by_role("button", name="{1}…{/1}").press("Enter")
    page.keyboard.type("اليوم")
    page.keyboard.press("Control+Enter")
    page.keyboard.type("تمطر.")
    assert "3" in page.locator("[data-progress-words]").inner_text()
    page.select_option("[name=origin]", "staff")
    with page.expect_navigation():
        page.locator("[name=_save]").press("Enter")

    revision = article.edition("ar").newest_revision
    assert revision.body == "<p>تستضيفه أطلانطس<em>اليوم</em></p><p>تمطر.</p>"


def test_what_was_typed_is_kept_when_the_browser_closes(desk):
    page, article = desk

    passage(page, "body.2").click()
    page.keyboard.type("تمطر")
    with page.expect_response("**/translate/at-work/?source=*") as told:
        pass

    assert told.value.status == 200
    assert article.typed_texts.get(language="ar").words["body"] == "<p>تمطر</p>"


def test_the_desk_works_without_scripts(new_page, desk):
    page, article = desk
    plain = new_page(java_script_enabled=False)
    plain.context.add_cookies(page.context.cookies())
    plain.goto(page.url)

    passage(plain, "title").fill("افتتاح المنتدى")
    passage(plain, "body.2").fill("تمطر.")
    plain.select_option("[name=origin]", "staff")
    with plain.expect_navigation():
        plain.locator("[name=_save]").click()

    assert article.edition("ar").newest_revision.body == "<p>تمطر.</p>"


def test_the_desk_fits_a_narrow_screen(desk):
    page, _article = desk
    page.set_viewport_size({"width": 360, "height": 740})

    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
