"""Rating the site as visitors do, without any script."""

import pytest

from feedback import denominators
from feedback.models import Rating, ViewCount

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

    page.locator("#feedback-thanks:focus").wait_for()
    assert page.locator("#feedback-thanks").is_visible()
    assert not page.locator(".rating__form").is_visible()


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_script_sends_in_the_background_and_says_how_long_it_took(new_page, language):
    page = new_page()
    page.goto(f"/{language}/feedback/")
    address = page.url
    assert not page.locator("#rating-comment").is_visible()

    page.check("#rating-score-2")
    page.fill("#rating-comment", "بطيء")
    page.wait_for_timeout(2_200)
    page.click(".rating__send")
    page.locator("#feedback-thanks").wait_for()

    rating = Rating.objects.get()
    assert (rating.channel, rating.score, rating.comment) == ("script", 2, "بطيء")
    assert rating.seconds >= 2
    assert page.url == address


def test_who_answers_again_finds_the_form_as_it_was(new_page):
    page = new_page()
    page.goto("/en/feedback/")
    page.check("#rating-score-2")
    page.click(".rating__send")
    page.locator("#feedback-thanks").wait_for()

    page.click("[data-again]")

    assert page.locator("#rating-score-1").is_visible()
    assert page.locator(":checked").count() == 0


def test_what_is_wrong_is_shown_in_place_with_what_was_typed(new_page):
    page = new_page()
    page.goto("/en/feedback/")
    page.check("#rating-score-3")
    page.evaluate("document.querySelector('#rating-comment').removeAttribute('maxlength')")
    page.fill("#rating-comment", "x" * 2001)

    page.click(".rating__send")

    page.locator("#rating-comment-error").wait_for()
    assert page.locator("#rating-score-3").is_checked()
    assert len(page.input_value("#rating-comment")) == 2001
    assert not Rating.objects.exists()


def test_an_answer_that_can_not_be_sent_is_kept_and_said(new_page):
    page = new_page()
    page.goto("/en/feedback/")
    page.check("#rating-score-3")
    page.context.set_offline(True)

    page.click(".rating__send")

    page.get_by_text("Nothing is lost, try again.").wait_for()
    page.context.set_offline(False)
    page.wait_for_timeout(1_000)
    page.click(".rating__send")
    page.locator("#feedback-thanks").wait_for()
    assert Rating.objects.count() == 1


def test_the_question_can_be_put_away(new_page):
    page = new_page()
    page.goto("/en/feedback/")

    page.get_by_role("button", name="Not now").click()

    assert not page.locator("#feedback").is_visible()


def test_the_letters_that_are_left_are_counted(new_page):
    page = new_page()
    page.goto("/en/feedback/")
    page.check("#rating-score-3")

    page.fill("#rating-comment", "x" * 100)

    assert "1,900" in page.locator("[data-left]").inner_text()


def test_leaving_a_page_tells_that_the_question_was_seen_and_used(new_page):
    denominators.tallies.clear()  # what the pages of other tests told
    page = new_page()
    page.goto("/en/feedback/")
    page.locator("fieldset").scroll_into_view_if_needed()
    page.check("#rating-score-3")
    page.wait_for_timeout(300)

    page.goto("about:blank")
    page.wait_for_timeout(500)
    denominators.flush()

    assert ViewCount.objects.values_list("page_type", "offered", "seen", "used").get() == ("site", 1, 1, 1)
