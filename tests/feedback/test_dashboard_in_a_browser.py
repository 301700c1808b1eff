"""The dashboard by keyboard and on paper, in both directions."""

import pytest
from django.test import Client
from django.urls import reverse

from tests.feedback.analysts import sign_in
from tests.feedback.ratings import make_ratings

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
A4 = {"width": 700, "height": 1000}  # in CSS pixels, within the usual margins
CUT = """() => [...document.querySelectorAll(".dashboard table, .dashboard svg.chart, .dashboard .figure")]
    .map(element => [element, element.getBoundingClientRect()])
    .filter(([element, box]) => box.left < -1 || box.right > document.documentElement.clientWidth + 1)
    .map(([element, box]) => `${element.className.baseVal ?? element.className}: ${box.left}–${box.right}`)"""


@pytest.fixture(params=["ar", "en"])
def dashboard(request, new_page, live_server, settings):
    """The dashboard of March, opened by an analyst: a function of playwright's options."""
    client = Client()
    sign_in(client, "view_dashboard", "view_rating", "export_ratings")
    make_ratings(*[5] * 20, *[3] * 5, *[1] * 10, comment="صعب البحث", language="ar")
    cookies = {settings.SESSION_COOKIE_NAME: client.cookies[settings.SESSION_COOKIE_NAME].value}
    cookies[settings.LANGUAGE_COOKIE_NAME] = request.param

    def opened(**options):
        page = new_page(**options)
        page.context.add_cookies(
            [{"name": name, "value": value, "url": live_server.url} for name, value in cookies.items()]
        )
        page.goto(f"{reverse('admin:feedback_rating_dashboard')}?start=2026-03-01&end=2026-03-31")
        return page

    return opened


def test_every_chart_is_reached_by_keyboard_and_has_its_numbers_in_a_table(dashboard, accessibility_violations):
    page = dashboard()

    charts = page.locator("svg.chart").all()
    rows = [chart.locator("xpath=ancestor::section[1]").locator("table tbody tr").count() for chart in charts]

    assert rows == [5, 31]
    for chart in charts:
        assert chart.locator("xpath=ancestor::*[@tabindex='0']").count() == 1
    assert accessibility_violations(page) == []


def test_on_paper_nothing_is_cut_and_the_trends_table_is_there(dashboard):
    page = dashboard(viewport=A4)

    page.emulate_media(media="print")

    assert page.evaluate(CUT) == []
    assert page.locator("details table tbody tr").last.bounding_box()["height"] > 0
    assert page.locator("details table").is_visible()
    assert not page.locator(".dashboard__filters").first.is_visible()
