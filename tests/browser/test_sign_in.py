"""The sign-in as staff use it: enrolling in Arabic, then by app, recovery code and passkey; without scripts too."""

import pytest

from tests.factories import make_user
from tests.icesco.sign_in.doors import PASSWORD, code_of, factors_of, give_app

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
AUTHENTICATOR = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture(autouse=True)
def _shared_cache_is_empty():
    # No table of a model: emptying the database between tests leaves it as it is.
    from django.core.cache import cache

    cache.clear()


def give_password(page, language="ar"):
    page.goto("/admin/login/?next=/admin/")
    page.locator(f"button[name=language][value={language}]").click()
    page.fill("#id_login", "huda")
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")


def give_code(page, code):
    page.fill("#id_code", code)
    page.press("#id_code", "Enter")


def sign_out(page):
    page.goto("/admin/")
    page.locator("#logout-form button").click()


def codes_on(page):
    return [item.inner_text() for item in page.locator(".codes li").all()]


def look(page, accessibility_violations, language="ar"):
    """Nothing wrong by axe, and the right direction."""
    assert page.locator("html").get_attribute("dir") == ("rtl" if language == "ar" else "ltr")
    assert accessibility_violations(page) == [], page.url


def test_an_editor_enrols_in_arabic_and_comes_back_by_app_and_by_recovery_code(
    page, settings, accessibility_violations
):
    settings.SECOND_FACTOR = "required"
    user = make_user(username="huda")
    page.goto("/admin/login/")
    look(page, accessibility_violations, "en")
    give_password(page)
    page.wait_for_url("**/account/second-factor/")
    look(page, accessibility_violations)

    page.locator("a[href$='/app/activate/']").click()
    look(page, accessibility_violations)
    secret = page.inner_text("#authenticator_secret")
    give_code(page, code_of(secret))
    page.wait_for_url("**/recovery-codes/")
    look(page, accessibility_violations)
    codes = codes_on(page)
    assert len(codes) == 10
    assert factors_of(user) == ["recovery_codes", "totp"]

    sign_out(page)
    give_password(page)
    page.wait_for_url("**/second-factor/authenticate/")
    look(page, accessibility_violations)
    give_code(page, "000000")
    assert page.locator(".errorlist").is_visible()
    look(page, accessibility_violations)
    # The next half minute's, which is good already: the present one may have been used to enrol.
    give_code(page, code_of(secret, 1))
    page.wait_for_url("**/admin/")

    sign_out(page)
    give_password(page)
    give_code(page, codes[0])
    page.wait_for_url("**/admin/")
    page.goto("/admin/account/second-factor/")
    look(page, accessibility_violations)


def test_a_passkey_is_added_and_signs_in_as_second_step_and_alone(page, accessibility_violations):
    make_user(username="huda")
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": AUTHENTICATOR})
    give_password(page)
    page.wait_for_url("**/admin/")
    page.goto("/admin/account/passkeys/add/")
    look(page, accessibility_violations)
    page.fill("#id_name", "هاتفي")
    page.click("#passkey_add")
    page.wait_for_url("**/recovery-codes/")
    page.goto("/admin/account/passkeys/")
    assert page.get_by_text("هاتفي").is_visible()
    look(page, accessibility_violations)

    sign_out(page)
    give_password(page)
    page.wait_for_url("**/second-factor/authenticate/")
    page.click("#passkey_authenticate")
    page.wait_for_url("**/admin/")

    sign_out(page)
    page.goto("/admin/login/?next=/admin/")
    page.click("#passkey_login")
    page.wait_for_url("**/admin/")


def test_a_browser_that_gives_no_passkey_says_so(page, accessibility_violations):
    page.goto("/admin/login/")
    page.evaluate("() => { navigator.credentials.get = () => Promise.reject(new Error('no')); }")

    page.click("#passkey_login")

    page.locator("[data-passkey-trouble]").wait_for(state="visible")
    look(page, accessibility_violations, "en")


def test_without_scripts_password_and_code_open_the_newsroom(new_page):
    page = new_page(java_script_enabled=False)
    secret = give_app(make_user(username="huda"))
    page.goto("/admin/login/?next=/admin/")
    assert not page.locator("#passkey_login").is_visible()

    page.fill("#id_login", "huda")
    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")
    page.wait_for_url("**/second-factor/authenticate/")
    give_code(page, code_of(secret))

    page.wait_for_url("**/admin/")
    assert "huda" in page.inner_text("#user-tools").lower()


def test_managing_accounts_asks_again_and_comes_back(page, accessibility_violations, settings, monkeypatch):
    monkeypatch.setattr("icesco.sign_in.proof.RECENT_SECONDS", 0)
    user = make_user(username="huda")
    give_password(page)
    page.wait_for_url("**/admin/")
    page.goto(f"/admin/auth/user/{user.pk}/change/")
    page.wait_for_url("**/account/confirm/**")
    look(page, accessibility_violations)
    monkeypatch.setattr("icesco.sign_in.proof.RECENT_SECONDS", 900)

    page.fill("#id_password", PASSWORD)
    page.press("#id_password", "Enter")

    page.wait_for_url(f"**/admin/auth/user/{user.pk}/change/")
