"""The list of ratings can be read and nothing else."""

import pytest
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from feedback.models import Rating
from tests.factories import make_user
from tests.feedback.ratings import make_rating

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief(client):
    client.force_login(make_user())
    return client


def test_comments_are_listed_in_their_own_direction(chief):
    make_rating(comment="شكراً <b>")

    page = chief.get(reverse("admin:feedback_rating_changelist"))

    assertContains(page, 'dir="auto">شكراً &lt;b&gt;</bdi>')


@pytest.mark.parametrize(
    ("query", "found"),
    [("language=fr", 1), ("page_type=article", 1), ("is_demo__exact=1", 1), ("score__exact=1", 1), ("language=xx", 0)],
)
def test_ratings_can_be_filtered(chief, query, found):
    make_rating(5)
    make_rating(1, language="fr", page_type="article", is_demo=True)

    page = chief.get(f"{reverse('admin:feedback_rating_changelist')}?{query}")

    assert page.context["cl"].result_count == found


def test_a_rating_can_be_read_whole(chief):
    rating = make_rating(comment="first line\nsecond line")

    page = chief.get(reverse("admin:feedback_rating_change", args=[rating.pk]))

    assertContains(page, "first line\nsecond line</bdi>")
    assertNotContains(page, 'name="_save"')


def test_nobody_can_add_change_or_delete_a_rating(chief):
    rating = make_rating(2)
    change = reverse("admin:feedback_rating_change", args=[rating.pk])

    assert chief.get(reverse("admin:feedback_rating_add")).status_code == 403
    assert chief.post(change, {"score": 5}).status_code == 403
    assert chief.post(reverse("admin:feedback_rating_delete", args=[rating.pk]), {"post": "yes"}).status_code == 403
    action = {"action": "delete_selected", "_selected_action": [rating.pk], "post": "yes"}
    chief.post(reverse("admin:feedback_rating_changelist"), action)

    assert Rating.objects.get().score == 2


def test_the_list_names_languages_and_page_types_in_the_language_of_the_admin(chief):
    make_rating(page_type="article", language="fr")
    chief.cookies["icesco_admin_language"] = "ar"

    page = chief.get(reverse("admin:feedback_rating_changelist"))

    assertContains(page, '<td class="field-shown_language">الفرنسية</td>', html=True)
    assertContains(page, '<td class="field-shown_page_type">خبر</td>', html=True)
