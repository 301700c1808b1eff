"""Pictures as staff and readers use them: the focal point by mouse and by keys, the chooser, the gallery."""

import pytest
from django.urls import reverse

from news.models import Picture
from tests.browser.test_admin import editor, open_form, sign_in
from tests.factories import (
    make_article,
    make_attachment,
    make_draft,
    make_edition,
    make_gallery_picture,
    make_person,
    make_picture,
    make_portrait,
    make_video,
    picture_file,
)

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def open_picture(page, picture):
    page.goto(reverse("admin:news_picture_change", args=[picture.pk]))


def fields(page):
    return tuple(int(page.input_value(f"#id_{name}")) for name in ("focal_x", "focal_y"))


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_click_on_the_preview_sets_the_focal_point(page, language):
    picture = make_picture(original=picture_file((800, 400)))
    sign_in(page, language)
    open_picture(page, picture)
    preview = page.locator("img.preview")
    box = preview.bounding_box()

    preview.click(position={"x": box["width"] * 0.2, "y": box["height"] * 0.75})
    chosen = fields(page)
    page.locator("[name=_continue]").click()
    page.wait_for_load_state()

    assert chosen == (20, 75)
    assert Picture.objects.get().focal == (20, 75)


def test_the_arrow_keys_move_the_focal_point_in_their_own_direction(page):
    sign_in(page, "ar")
    open_picture(page, make_picture())
    handle = page.get_by_role("button", name="نقطة التركيز")
    handle.focus()

    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Shift+ArrowDown")

    assert fields(page) == (49, 60)
    assert handle.evaluate("element => element.style.left") == "49%"


def test_the_number_fields_move_the_handle_and_stay_within_the_picture(page):
    sign_in(page)
    open_picture(page, make_picture())

    page.fill("#id_focal_x", "95")
    page.get_by_role("button", name="Focal point").focus()
    page.keyboard.press("Shift+ArrowRight")

    assert fields(page) == (100, 50)


def test_the_focal_point_is_set_without_scripts(new_page):
    page = new_page(java_script_enabled=False)
    picture = make_picture()
    sign_in(page)
    open_picture(page, picture)

    page.fill("#id_focal_x", "5")
    page.locator("[name=_continue]").click()

    assert Picture.objects.get().focal == (5, 50)


def test_the_focal_point_of_a_portrait_is_set_on_its_preview(page):
    portrait = make_portrait(make_person(), original=picture_file((400, 400)))
    sign_in(page)
    page.goto(reverse("admin:people_person_change", args=[portrait.person_id]))
    preview = page.locator("img.preview")
    box = preview.bounding_box()

    preview.click(position={"x": box["width"] * 0.5, "y": box["height"] * 0.1})
    page.locator("[name=_continue]").click()
    page.wait_for_load_state()

    portrait.refresh_from_db()
    assert portrait.focal == (50, 10)


def test_a_picture_is_chosen_for_a_text_by_keyboard(page):
    make_picture(alt_en="A garden")
    hall = make_picture(alt_en="A hall", caption_en="The hall")
    article = make_draft(body="<p>Words.</p>").article
    sign_in(page)
    open_form(page, article)
    editor(page, "en").click()

    page.get_by_role("toolbar").first.get_by_role("button", name="Picture").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog", name="Choose a picture")
    dialog.get_by_role("searchbox").fill("hall")
    dialog.get_by_text("A garden").wait_for(state="detached")
    dialog.get_by_role("button", name="A hall").focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog").get_by_role("button", name="Insert").click()
    page.locator("[name=_continue]").last.click()
    page.wait_for_load_state()

    body = article.edition("en").newest_revision.body
    assert f'src="picture:{hall.pk}" alt="A hall"' in body
    assert "The hall" in body


def full_story(language):
    article = make_article(source_language=language, lead_picture=make_picture(original=picture_file((1600, 900))))
    make_gallery_picture(article, caption_ar="قاعة", caption_en="A hall")
    make_video(article)
    make_attachment(article)
    return make_edition(article, language, lead_alt="Waves", title="Titre")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_story_with_all_of_it_has_no_barriers_and_does_not_shift(new_page, accessibility_violations, language):
    # axe reads imported style sheets by writing them into a page of its own, which the policy forbids.
    page = new_page(bypass_csp=True)
    page.add_init_script(
        "window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(e => { window.shift += e.value }))"
        ".observe({type: 'layout-shift', buffered: true})"
    )

    page.goto(full_story(language).get_absolute_url())
    page.mouse.wheel(0, 10_000)
    page.wait_for_load_state("networkidle")

    assert accessibility_violations(page) == []
    assert page.evaluate("window.shift") == 0
    loaded = page.eval_on_selector("picture img", "image => image.currentSrc")
    assert loaded.endswith(".avif")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_pages_of_the_library_have_no_barriers(new_page, accessibility_violations, language):
    page = new_page(bypass_csp=True)
    picture = make_picture(alt_en="A hall", alt_ar="قاعة")
    make_edition(make_article(lead_picture=picture), lead_alt="Waves")
    sign_in(page, language)
    found = {}
    for address in (
        reverse("admin:news_picture_changelist"),
        reverse("admin:news_picture_add"),
        reverse("admin:news_picture_change", args=[picture.pk]),
        reverse("admin:news_picture_take_down", args=[picture.pk]),
    ):
        page.goto(address)
        page.wait_for_load_state("load")
        found[address] = accessibility_violations(page)

    assert {address: rules for address, rules in found.items() if rules} == {}
