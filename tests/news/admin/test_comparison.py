"""Two revisions compared word by word in the admin."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from tests.factories import make_draft, make_edition, make_user, update_edition

from .forms import change_address

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition():
    """Three revisions of an Arabic text."""
    edition = make_draft(language="ar", title="افتتاح المنتدى", body="<p>في الرباط يوم 3 أبريل.</p>")
    update_edition(edition, publish=False, title="افتتاح المنتدى الثالث")
    update_edition(edition, publish=False, body="<p>في الرباط يوم 4 أبريل.</p>")
    return edition


def address(edition, query=""):
    return reverse("admin:news_edition_compare", args=[edition.article_id, edition.language]) + query


def shown(client, edition, query=""):
    """The page's main part, visually hidden words and white space apart."""
    answer = client.get(address(edition, query))
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_newest_revision_is_compared_with_the_one_before(desk, edition):
    page = shown(desk, edition)

    assert "3</del>" in page
    assert "4</ins>" in page
    assert "الثالث</ins>" not in page
    assert 'class="reading comparison" lang="ar" dir="rtl"' in page


def test_any_two_revisions_are_compared_in_either_order(desk, edition):
    assert "الثالث</ins>" in shown(desk, edition, "?from=1&to=3")
    assert "الثالث</del>" in shown(desk, edition, "?from=3&to=1")


def test_what_a_revision_changed_needs_its_number_only(desk, edition):
    page = shown(desk, edition, "?to=2")

    assert "الثالث</ins>" in page
    assert "4</ins>" not in page


def test_a_revision_and_itself_say_the_same(desk, edition):
    assert "The words are the same." in shown(desk, edition, "?from=2&to=2")


def test_a_change_of_form_alone_is_told_as_such(desk):
    edition = make_draft(body="<p>By boat.</p>")
    update_edition(edition, publish=False, body="<p>By <strong>boat</strong>.</p>")

    assert "links, headings or emphasis differ" in shown(desk, edition)


def test_markup_of_a_text_is_shown_as_text(desk):
    edition = make_draft(title="a")
    update_edition(edition, publish=False, title="<script>alert(1)</script>")

    page = shown(desk, edition)

    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    "query", ["?from=9", "?to=0", "?from=x", "?from=-1", "?to=99999999999999999999", "?from=1&to=٣"]
)
def test_numbers_that_are_no_revisions_are_not_found(desk, edition, query):
    assert desk.get(address(edition, query)).status_code == 404


def test_who_may_not_see_stories_sees_no_comparison(client, edition):
    user = make_user(is_superuser=False)
    user.user_permissions.set(Permission.objects.filter(codename="view_tag"))
    client.force_login(user)

    assert client.get(address(edition)).status_code == 403


@pytest.mark.parametrize("interface", ["ar", "en", "fr"])
def test_history_offers_the_comparison_in_every_interface_language(desk, edition, interface):
    desk.cookies["icesco_admin_language"] = interface
    history = desk.get(reverse("admin:news_edition_history", args=[edition.article_id, "ar"])).content.decode()

    assert f'action="{address(edition)}"' in history
    assert history.count('name="from"') == 3
    assert desk.get(address(edition)).status_code == 200


def test_a_translator_is_led_to_what_changed_in_the_source(desk):
    source = make_edition(body="<p>On 3 April.</p>")
    french = make_edition(source.article, "fr", follows=source.live_revision)
    update_edition(source, body="<p>On 4 April.</p>")
    query = f"?from={french.live_revision.follows.number}&amp;to=2"

    form = desk.get(change_address(source.article)).content.decode()
    still_right = desk.get(reverse("admin:news_edition_act", args=[source.article_id, "fr", "still-right"]))

    assert address(source, query) in form
    assert "4</ins>" in still_right.content.decode()


def test_restoring_says_what_it_changes(desk, edition):
    page = desk.get(reverse("admin:news_edition_restore", args=[edition.article_id, "ar", 1, "restore"]))

    assert "الثالث</del>" in page.content.decode()
