"""The newsroom as staff use it: signing in, writing a story in Arabic in an English admin, publishing it."""

import re

import pytest
from django.urls import reverse

from news.memory.remembering import remember
from news.models import Article, Edition
from tests.factories import make_draft, make_edition, make_person, make_picture, make_user, update_edition
from tests.news.word import WORD_CLIPBOARD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "a long test password"
BODY = '.prose-editor:has(#id_draft_body_{language}) [contenteditable="true"]'


def sign_in(page, language="en"):
    """Sign in through the form, with the newsroom in `language`."""
    user = make_user(username="desk")
    page.goto("/admin/login/?next=/admin/")
    page.locator(f"button[name=language][value={language}]").click()
    page.fill("#id_login", user.username)
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url("**/admin/")


def open_form(page, article):
    page.goto(reverse("admin:news_article_change", args=[article.pk]))


def editor(page, language):
    area = page.locator(BODY.format(language=language))
    area.wait_for(state="attached")
    return area


def paste(area, html):
    area.evaluate(
        """(element, html) => {
            const data = new DataTransfer();
            data.setData("text/html", html);
            element.focus();
            element.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }""",
        html,
    )


def test_a_story_written_in_arabic_in_an_english_admin_becomes_public(page):
    sign_in(page)
    page.goto(reverse("admin:news_article_add"))

    page.select_option("#id_source_language", "ar")
    page.fill("#id_draft_title_ar", "افتتاح المنتدى")
    area = editor(page, "ar")
    area.click()
    page.keyboard.type("نص الخبر")
    page.get_by_role("tabpanel").get_by_role("button", name="Save and publish now").click()
    page.wait_for_url("**/change/#ar")

    edition = Edition.objects.live("ar").get()
    page.goto(edition.get_absolute_url())
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.get_by_role("heading", name="افتتاح المنتدى").is_visible()
    assert page.get_by_text("نص الخبر").is_visible()
    assert Article.objects.get().source_language == "ar"


def test_the_editor_writes_in_the_direction_of_its_language_and_has_a_name(page):
    sign_in(page)
    open_form(page, make_draft(language="ar").article)

    area = editor(page, "ar")

    assert area.get_attribute("dir") == "rtl"
    assert area.get_attribute("lang") == "ar"
    assert area.get_attribute("aria-label")
    assert area.evaluate("element => getComputedStyle(element).direction") == "rtl"
    assert page.get_by_role("toolbar", name="Formatting").first.is_visible()


def test_opening_and_saving_a_story_changes_no_word(page):
    body = (
        "<h2>Heading</h2><p>Text with <bdi>a name</bdi> and "
        '<span lang="ar" dir="rtl">كلمة</span>.</p><ul><li>One</li></ul><blockquote><p>Said.</p></blockquote>'
    )
    article = make_draft(body=body, summary="One.\nTwo.").article
    sign_in(page)
    open_form(page, article)
    editor(page, "en")

    page.get_by_role("button", name="Save", exact=True).last.click()
    page.wait_for_url("**/admin/news/article/")

    assert article.revisions.count() == 1


def test_an_edit_keeps_what_a_text_says_of_its_languages(page):
    body = '<p>Text with <bdi>a name</bdi> and <span lang="ar" dir="rtl">كلمة</span>.</p>'
    article = make_draft(body=body).article
    sign_in(page)
    open_form(page, article)

    editor(page, "en").click()
    page.keyboard.press("Control+End")
    page.keyboard.type(" More")
    page.get_by_role("button", name="Save and continue editing").click()
    page.locator(".messagelist").wait_for()

    kept = article.edition("en").newest_revision.body
    assert "<bdi>a name</bdi>" in kept
    assert re.search(r'<span (lang="ar" dir="rtl"|dir="rtl" lang="ar")>كلمة</span>', kept)
    assert "More" in kept


def test_what_word_pastes_comes_out_clean(page):
    article = make_draft(body="<p>Start.</p>").article
    sign_in(page)
    open_form(page, article)
    area = editor(page, "en")

    paste(area, WORD_CLIPBOARD)
    page.get_by_role("button", name="Save and continue editing").click()
    page.locator(".messagelist").wait_for()

    kept = article.edition("en").newest_revision.body
    assert "<strong>Rabat</strong>" in kept
    assert "First" in kept
    for rest in ("Mso", "style", "class", "<img", "<span", "o:p"):
        assert rest not in kept, rest


def test_a_picture_is_put_into_the_body_with_its_texts(page):
    picture = make_picture(alt_ar="قاعة", caption_ar="الافتتاح")
    article = make_draft(language="ar").article
    sign_in(page)
    open_form(page, article)
    editor(page, "ar").click()

    page.get_by_role("toolbar").get_by_role("button", name="Picture").first.click()
    page.get_by_role("dialog", name="Choose a picture").get_by_role("button", name="قاعة").click()
    page.get_by_role("button", name="Insert").click()
    page.get_by_role("button", name="Save and continue editing").click()
    page.locator(".messagelist").wait_for()

    kept = article.edition("ar").newest_revision.body
    assert f'<img src="picture:{picture.pk}" alt="قاعة">' in kept
    assert "<figcaption>الافتتاح</figcaption>" in kept


def test_tabs_follow_the_arrow_keys_in_the_direction_of_the_page(page):
    sign_in(page, "ar")
    open_form(page, make_draft().article)
    chosen = page.locator('[role=tab][aria-selected="true"]')
    chosen.focus()
    before = chosen.get_attribute("id")

    page.keyboard.press("ArrowLeft")

    assert before == "tab-en"
    assert page.locator('[role=tab][aria-selected="true"]').get_attribute("id") == "tab-fr"
    assert page.locator("#id_draft_title_fr").is_visible()
    assert not page.locator("#id_draft_title_en").is_visible()


def test_all_languages_can_be_written_without_scripts(new_page):
    page = new_page(java_script_enabled=False)
    sign_in(page)
    article = make_draft(body="<p>Words.</p>").article
    open_form(page, article)

    page.fill("#id_draft_title_fr", "Titre")
    page.select_option("#id_origin_fr", "staff")
    page.locator("[name=_continue]").last.click()

    assert article.edition("fr").newest_revision.title == "Titre"
    assert article.revisions.filter(language="en").count() == 1


def test_leaving_with_unsaved_text_asks_first(page):
    article = make_draft().article
    sign_in(page)
    open_form(page, article)
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    page.fill("#id_draft_title_en", "Not saved")
    page.goto("/admin/")

    assert asked == ["beforeunload"]


def test_people_are_found_by_an_arabic_name_in_an_english_admin(page):
    make_person("Salim AlMalik", name_ar="سالم المالك")
    article = make_draft().article
    sign_in(page)
    open_form(page, article)

    page.locator("#appearances-group .add-row a").click()
    page.locator("#appearances-0 .select2-selection").click()
    page.locator(".select2-search__field").last.fill("المالك")

    option = page.locator(".select2-results__option", has_text="Salim AlMalik")
    option.wait_for()
    assert "سالم المالك" in option.inner_text()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_pages_of_the_desk_have_no_barriers(new_page, accessibility_violations, language):
    # axe reads imported style sheets by writing them into a page of its own, which the policy forbids.
    page = new_page(bypass_csp=True)
    english = make_edition()
    french = make_edition(english.article, "fr", follows=english.live_revision)
    remember(french, french.live_revision)
    remembered = make_draft(title=english.newest_revision.title)
    update_edition(english, body="<p>Changed.</p>")
    sign_in(page, language)
    history = reverse("admin:news_edition_history", args=[english.article_id, "en"])
    addresses = [
        "/admin/",
        "/admin/news/article/",
        reverse("admin:news_article_change", args=[english.article_id]),
        reverse("admin:news_edition_act", args=[french.article_id, "fr", "still-right"]),
        history,
        reverse("admin:news_edition_compare", args=[english.article_id, "en"]),
        *(reverse(f"admin:news_{name}") for name in ("queue", "queue_preferences", "board")),
        reverse("admin:news_queue_assign", args=[english.article_id, "fr"]),
        reverse("admin:news_board_stories") + "?language=fr&state=behind",
        reverse("admin:news_edition_memory", args=[remembered.article_id, "fr"]),
        reverse("admin:news_edition_translate", args=[english.article_id, "fr"]),
        reverse("admin:news_edition_checks", args=[english.article_id, "fr"]),
        reverse("admin:news_term_import"),
    ]

    found = {}
    for address in addresses:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        found[address] = accessibility_violations(page)

    assert {address: rules for address, rules in found.items() if rules} == {}
