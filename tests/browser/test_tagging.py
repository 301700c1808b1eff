"""Tags in the article form as staff meet them: one box for existing and new ones, by keyboard, in both directions."""

import re

import pytest

from news.models import Tag
from tests.browser.test_admin import open_form, sign_in
from tests.factories import make_draft, make_tag

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
BOX = ".field-tags .select2-search__field"
OPTION = ".select2-results__option:not(.loading-results)"


def type_tag(page, words):
    """Type into the box and wait for what it proposes: a list of texts."""
    page.locator(BOX).click()
    page.keyboard.type(words)
    page.locator(OPTION, has_text=words).first.wait_for()
    return page.locator(OPTION).all_inner_texts()


def save(page):
    page.locator("[name=_continue]").last.click()
    page.locator(".messagelist").wait_for()


def test_a_new_arabic_tag_is_made_by_keyboard_in_an_english_admin(page):
    article = make_draft(language="en").article
    sign_in(page)
    open_form(page, article)

    proposed = type_tag(page, "المدن")
    page.keyboard.press("Enter")
    made_before_saving = Tag.objects.count()
    save(page)

    # Arabic letters say more than the story's source language does.
    assert proposed == [f"Create “المدن” ({language})" for language in ("Arabic", "English", "French")]
    assert made_before_saving == 0
    assert article.tags.get().label_ar == "المدن"
    assert page.locator(".field-tags .select2-selection__choice").inner_text().strip("×\n ") == "المدن"


def test_another_language_is_chosen_with_the_arrow_keys_in_an_arabic_admin(page):
    article = make_draft(language="en").article
    sign_in(page, "ar")
    open_form(page, article)

    proposed = type_tag(page, "Villes")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    save(page)

    assert len(proposed) == 3
    assert article.tags.get().label_fr == "Villes"
    assert page.locator(f"{BOX}").evaluate("element => getComputedStyle(element).direction") == "rtl"


def test_an_existing_tag_is_found_in_another_language_and_not_offered_anew(page):
    tag = make_tag("Cities", label_ar="المدن", label_fr="Villes")
    article = make_draft(language="en").article
    sign_in(page)
    open_form(page, article)

    # With a vowel mark that the label doesn't have.
    page.locator(BOX).click()
    page.keyboard.type("المُدن")
    page.locator(OPTION, has_text="Cities").wait_for()
    proposed = page.locator(OPTION).all_inner_texts()
    page.keyboard.press("Enter")
    save(page)

    assert len(proposed) == 1
    assert list(article.tags.all()) == [tag]
    assert Tag.objects.count() == 1


def test_an_abandoned_form_makes_no_tag(page):
    sign_in(page)
    open_form(page, make_draft().article)
    page.on("dialog", lambda dialog: dialog.accept())

    type_tag(page, "Cities")
    page.keyboard.press("Enter")
    page.goto("/admin/")

    assert not Tag.objects.exists()


def test_without_scripts_a_text_field_makes_the_tags(new_page):
    article = make_draft(language="en").article
    page = new_page(java_script_enabled=False)
    sign_in(page)
    open_form(page, article)

    page.fill("#id_new_tags", "المدن، البحر")
    page.select_option("#id_new_tags_language", "ar")
    page.locator("[name=_continue]").last.click()

    assert set(article.tags.values_list("label_ar", flat=True)) == {"المدن", "البحر"}


def test_with_scripts_the_text_field_is_out_of_the_way(page):
    sign_in(page)
    open_form(page, make_draft().article)
    page.locator(BOX).wait_for()

    assert not page.locator("#id_new_tags").is_visible()


def test_tags_are_merged_without_scripts_and_without_barriers(new_page, accessibility_violations):
    make_tag("Tides", label_ar=None)
    make_tag("Ebb", label_ar="الجزر")
    page = new_page(bypass_csp=True)
    sign_in(page, "ar")
    page.goto("/admin/news/tag/")
    for box in page.locator("input.action-select").all():
        box.check()
    page.select_option("select[name=action]", "merge_selected")
    page.locator("button[name=index]").click()

    page.locator("input[name=survivor]").last.check()
    page.locator("input[name=show]").click()
    found = accessibility_violations(page)
    page.locator("input[name=apply]").click()
    page.locator(".messagelist .success").wait_for()

    assert found == []
    assert Tag.objects.count() == 1
    assert re.search("admin/news/tag/", page.url)
