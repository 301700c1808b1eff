"""The list of ratings can be read and nothing else."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse
from pytest_django.asserts import assertContains, assertNotContains

from feedback.models import DailyCount, Rating
from tests.factories import make_user
from tests.feedback.analysts import sign_in
from tests.feedback.ratings import counted, make_rating

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


def act(client, name, *ratings):
    data = {"action": name, "_selected_action": [rating.pk for rating in ratings]}
    return client.post(reverse("admin:feedback_rating_changelist"), data)


def test_staff_set_answers_apart_and_count_them_again(chief):
    rating = make_rating(5)

    act(chief, "set_apart", rating)
    assert rating.current_standing() == "quarantined"
    act(chief, "count_again", rating)

    assert rating.current_standing() == "counted"
    page = chief.get(reverse("admin:feedback_rating_change", args=[rating.pk]))
    assertContains(page, "Somebody of the staff judged it.", count=2)


def test_who_may_not_judge_has_no_such_action(client):
    sign_in(client, "view_rating")
    rating = make_rating(5)

    act(client, "set_apart", rating)

    assert rating.current_standing() == "counted"


def test_answers_are_found_by_where_they_stand(chief):
    make_rating(5)
    make_rating(4).judge("quarantined", "burst")

    for standing, score in (("counted", 5), ("quarantined", 4)):
        page = chief.get(f"{reverse('admin:feedback_rating_changelist')}?standing={standing}")
        assert [rating.score for rating in page.context["cl"].result_list] == [score]


def test_comments_are_read_newest_first_without_those_set_apart(chief):
    make_rating(comment="first")
    make_rating(comment="second")
    make_rating(comment="a program's").judge("quarantined", "burst")
    make_rating(comment="")

    page = chief.get(reverse("admin:feedback_rating_comments"), {"start": "2026-03-01", "end": "2026-03-31"})

    assert [comment.text for comment in page.context["comments"]] == ["second", "first"]


def test_older_comments_are_a_link_away(chief):
    for number in range(52):
        make_rating(comment=f"number {number}")
    period = {"start": "2026-03-01", "end": "2026-03-31"}

    first = chief.get(reverse("admin:feedback_rating_comments"), period)
    second = chief.get(reverse("admin:feedback_rating_comments"), {**period, "before": first.context["older"]})

    assert [comment.text for comment in second.context["comments"]] == ["number 1", "number 0"]
    assert chief.get(reverse("admin:feedback_rating_comments"), {"before": "x"}).status_code == 404


def test_demo_ratings_leave_with_their_counts():
    make_rating(5, is_demo=True).judge("quarantined", "burst")
    kept = make_rating(4)

    call_command("remove_demo_ratings", stdout=StringIO())

    assert Rating.objects.get() == kept
    assert list(counted(DailyCount).values()) == [(0, 0, 0, 1, 0)]
