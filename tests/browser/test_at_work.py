"""Typing survives a closed browser, and two editors of one text see each other."""

import pytest

from tests.factories import make_draft, make_user

from .test_admin import PASSWORD, editor, open_form, sign_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_what_was_typed_in_the_editor_survives_a_closed_browser(new_page):
    article = make_draft(language="ar").article
    page = new_page()
    sign_in(page)
    open_form(page, article)
    editor(page, "ar").click()
    page.keyboard.type("جملة لم تُحفظ")
    page.get_by_text("What you typed is kept").wait_for()
    cookies = page.context.cookies()
    page.context.close()

    again = new_page()
    again.context.add_cookies(cookies)
    open_form(again, article)
    again.get_by_role("link", name="Take it up again").click()

    assert "جملة لم تُحفظ" in editor(again, "ar").inner_text()


def test_who_opens_a_text_sees_who_has_it_open_already(new_page):
    article = make_draft().article
    first, second = new_page(), new_page()
    sign_in(first)
    open_form(first, article)
    make_user(username="colleague")
    second.goto("/admin/login/?next=/admin/")
    second.fill("#id_login", "colleague")
    second.fill("#id_password", PASSWORD)
    with second.expect_navigation():
        second.press("#id_password", "Enter")
    with first.expect_response("**/at-work/"):
        first.reload()

    open_form(second, article)

    assert second.get_by_text("desk has had this text open since").is_visible()
