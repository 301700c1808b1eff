import pytest


@pytest.fixture(autouse=True)
def known_pages(settings):
    """Pages of the tests' own: feedback must work in any project."""
    settings.FEEDBACK_PAGE = "tests.feedback.ratings.known_page"
