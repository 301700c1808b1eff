"""Rating the site as visitors do, without any script."""

import pytest

from feedback.models import Rating

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_visitor_without_scripts_rates_the_site_and_is_thanked(new_page, language):
    page = new_page(java_script_enabled=False, viewport={"width": 320, "height": 640})
    page.goto(f"/{language}/feedback/")
    assert not page.locator("#feedback-thanks").is_visible()

    page.check("#rating-score-4")
    page.fill("#rating-comment", "شكراً")
    page.click(".rating__send")

    page.wait_for_url(f"**/{language}/feedback/#feedback-thanks")
    assert page.locator("#feedback-thanks").is_visible()
    assert not page.locator(".rating__form").is_visible()
    assert Rating.objects.values_list("score", "comment", "language").get() == (4, "شكراً", language)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_question_fits_a_small_phone_and_its_targets_a_thumb(new_page, language):
    page = new_page(viewport={"width": 320, "height": 640})

    page.goto(f"/{language}/feedback/")

    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    for target in [*page.locator(".rating__choice").all(), page.locator(".rating__send")]:
        box = target.bounding_box()
        assert box["height"] >= 44
        assert box["width"] >= 44


def test_the_keyboard_walks_through_the_answers_without_sending(new_page):
    page = new_page()
    page.goto("/en/feedback/")

    page.focus("#rating-score-1")
    for _step in range(3):
        page.keyboard.press("ArrowDown")

    assert page.locator("#rating-score-4").is_checked()
    assert page.url.endswith("/en/feedback/")
    assert not Rating.objects.exists()


def test_the_thanks_take_the_focus(new_page):
    page = new_page()
    page.goto("/en/feedback/")

    page.check("#rating-score-5")
    page.click(".rating__send")
    page.wait_for_url("**#feedback-thanks")

    page.wait_for_function("document.activeElement.id === 'feedback-thanks'")
