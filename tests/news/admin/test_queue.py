"""The queue's pages: what waits for whom, claimed, assigned, handed back."""

from datetime import timedelta

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.models import Assignment, DeskPreference, Edition, WorkItem
from news.queue.rework import rework
from tests.factories import make_article, make_draft, make_edition, make_sector, make_user, update_edition

pytestmark = pytest.mark.django_db
ADDRESS = "/admin/news/article/queue/"


def make_staff(*rights, **changes):
    """A member of staff who may see stories and has these rights, such as write_fr."""
    user = make_user(is_superuser=False, **changes)
    names = ["view_article", "change_article", *rights]
    user.user_permissions.set(Permission.objects.filter(codename__in=names, content_type__app_label="news"))
    return user


@pytest.fixture
def sign_in(client):
    def sign_in(user):
        client.force_login(user)
        client.cookies["icesco_admin_language"] = "en"
        return client

    return sign_in


def shown(client, **parameters):
    """{(language, kind)} that the page lists."""
    page = client.get(ADDRESS, parameters)
    assert page.status_code == 200
    return {(row.item.language, row.item.kind) for row, _acts in page.context["rows"]}


def act(client, item, name, data=None):
    return client.post(f"{ADDRESS}{item.article_id}/{item.language}/{name}/", data or {}, follow=True)


def work(article, language):
    return WorkItem.objects.get(article=article, language=language)


def move_to(edition, stage):
    Edition.objects.filter(pk=edition.pk).update(stage=stage)
    rework(edition.article)


def make_each_kind():
    """One story of each kind of work in French."""
    make_edition()  # to translate, into Arabic too
    make_draft(language="fr")
    for stage in ("in_review", "approved"):
        move_to(make_draft(language="fr"), stage)
    english = make_edition()
    make_edition(english.article, "fr", follows=english.live_revision)
    update_edition(english, title="Changed")


@pytest.mark.parametrize(
    ("rights", "kinds"),
    [
        (["write_fr"], {("fr", "translate"), ("fr", "write"), ("fr", "update")}),
        (["review_fr"], {("fr", "review")}),
        (["publish_fr", "write_ar"], {("fr", "publish"), ("ar", "translate")}),
        ([], set()),
    ],
)
def test_what_waits_for_me_is_what_my_rights_allow(sign_in, rights, kinds):
    make_each_kind()

    assert shown(sign_in(make_staff(*rights))) == kinds


def test_what_somebody_else_has_does_not_wait_for_me(sign_in):
    item = work(make_edition().article, "fr")
    mine, other = make_staff("write_fr"), make_staff("write_fr")
    item.claim(other)

    client = sign_in(mine)

    assert shown(client) == set()
    assert shown(client, whose="all", language="fr") == {("fr", "translate")}


def test_what_i_have_is_shown_although_i_lost_the_right(sign_in):
    item = work(make_edition().article, "fr")
    user = make_staff("write_fr")
    item.claim(user)
    user.user_permissions.remove(Permission.objects.get(codename="write_fr"))

    assert shown(sign_in(user)) == {("fr", "translate")}


def test_filters_combine(sign_in):
    today = timezone.localdate()
    user = make_user()
    client = sign_in(user)
    make_each_kind()
    (late, soon) = WorkItem.objects.filter(kind="translate", language="ar").order_by("pk")
    late.assign(user, by=user, due_on=today - timedelta(days=2))
    soon.assign(user, by=user, due_on=today + timedelta(days=3))

    assert shown(client, language="fr", kind="review") == {("fr", "review")}
    assert shown(client, assignee="me", due="overdue") == {("ar", "translate")}
    assert ("ar", "translate") not in shown(client, assignee="nobody")
    page = client.get(ADDRESS, {"due": "week", "sort": "due"})
    assert [row.item.pk for row, _acts in page.context["rows"]] == [late.pk, soon.pk]
    assert "overdue" in page.content.decode()


def test_the_order_is_by_age_or_by_due_date(sign_in):
    user = make_user()
    items = [work(make_edition(now=timezone.now() - timedelta(days=days)).article, "fr") for days in (1, 3, 2)]
    items[0].assign(user, by=user, due_on=timezone.localdate())
    client = sign_in(user)

    def order(sort):
        page = client.get(ADDRESS, {"language": "fr", "sort": sort})
        return [items.index(row.item) for row, _acts in page.context["rows"]]

    assert (order("oldest"), order("newest"), order("due")) == ([1, 2, 0], [0, 2, 1], [0, 1, 2])


def test_a_row_says_title_sector_age_and_what_can_be_done(sign_in):
    article = make_edition(title="Le forum", language="fr", now=timezone.now() - timedelta(days=3)).article
    article.sectors.add(make_sector("Oceans"))
    item = work(article, "ar")
    user = make_staff("write_ar", "review_ar")

    page = sign_in(user).get(ADDRESS).content.decode()

    assert '<bdi lang="fr" dir="ltr">Le forum</bdi>' in page
    for words in ("Oceans", "To translate", "3 days", "Take it", "Assign…"):
        assert words in page
    assert f"{ADDRESS}{item.article_id}/ar/claim/" in page


def test_claiming_is_logged_and_a_second_claim_is_refused(sign_in):
    item = work(make_edition().article, "fr")
    first, second = make_staff("write_fr", username="samira"), make_staff("write_fr")
    act(sign_in(first), item, "claim")

    page = act(sign_in(second), item, "claim")

    assert Assignment.objects.get().assignee == first
    assert "samira has taken this already." in page.content.decode()
    assert "claimed" in LogEntry.objects.get(object_id=str(item.article_id)).change_message


def test_claiming_takes_the_right_that_the_work_takes(sign_in):
    item = work(make_edition().article, "fr")

    page = act(sign_in(make_staff("review_fr", "write_ar")), item, "claim")

    assert "may not do this" in page.content.decode()
    assert not Assignment.objects.exists()


def test_nothing_can_be_claimed_where_nothing_waits(sign_in):
    item = work(make_edition().article, "en")

    page = act(sign_in(make_user()), item, "claim")

    assert "Nothing is left to do here" in page.content.decode()


def test_reviewers_assign_with_a_day_and_a_note(sign_in):
    item = work(make_edition().article, "fr")
    translator = make_staff("write_fr")
    day = timezone.localdate() + timedelta(days=2)
    client = sign_in(make_staff("review_fr"))

    act(client, item, "assign", {"assignee": translator.pk, "due_on": day.isoformat(), "note": "Please"})

    given = Assignment.objects.get()
    assert (given.assignee, given.due_on, given.note, given.step) == (translator, day, "Please", "write")
    assert day.isoformat() in LogEntry.objects.get(object_id=str(item.article_id)).change_message


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"assignee": "999999"}, "Select a valid choice"),
        ({"assignee": "x"}, "Select a valid choice"),
        ({"due_on": "2020-01-01"}, "This day is over"),
        ({"note": "a\u202eb"}, "U+202E"),
    ],
)
def test_a_senseless_assignment_is_refused_in_words(sign_in, change, words):
    item = work(make_edition().article, "fr")
    user = make_user()

    page = act(sign_in(user), item, "assign", {"assignee": user.pk, **change})

    assert page.status_code == 422
    assert words in page.content.decode()
    assert not Assignment.objects.exists()


def test_only_those_who_may_do_the_work_are_offered(sign_in):
    item = work(make_edition().article, "fr")
    translator, other = make_staff("write_fr"), make_staff("write_ar")
    chief = make_staff("publish_fr")

    page = sign_in(chief).get(f"{ADDRESS}{item.article_id}/fr/assign/")

    offered = set(page.context["form"].fields["assignee"].queryset)
    assert translator in offered
    assert other not in offered


def test_translators_assign_nobody(sign_in):
    item = work(make_edition().article, "fr")
    user = make_staff("write_fr")

    page = act(sign_in(user), item, "assign", {"assignee": user.pk})

    assert page.status_code == 403


def test_an_assignment_over_one_that_was_not_seen_is_refused(sign_in):
    item = work(make_edition().article, "fr")
    quick, chosen = make_staff("write_fr", username="quick"), make_staff("write_fr")
    item.claim(quick)

    page = act(sign_in(make_staff("review_fr")), item, "assign", {"assignee": chosen.pk, "seen": ""})

    assert "quick has taken this already." in page.content.decode()
    assert Assignment.objects.get().assignee == quick


@pytest.mark.parametrize("is_chief", [False, True])
def test_work_is_handed_back_by_whoever_has_it_or_by_a_chief(sign_in, is_chief):
    item = work(make_edition().article, "fr")
    user = make_staff("write_fr")
    item.claim(user)

    act(sign_in(make_staff("review_fr") if is_chief else user), item, "hand-back")

    assert not Assignment.objects.exists()


def test_a_colleague_can_not_hand_back_what_another_has(sign_in):
    item = work(make_edition().article, "fr")
    item.claim(make_staff("write_fr"))

    act(sign_in(make_staff("write_fr")), item, "hand-back")

    assert Assignment.objects.exists()


def test_an_assignment_sleeps_through_review_and_ends_with_approval():
    writer = make_user()
    draft = make_draft()
    work(draft.article, "en").claim(writer)

    move_to(draft, "in_review")
    asleep = work(draft.article, "en").holder()
    move_to(draft, "draft")
    awake = work(draft.article, "en").holder()
    move_to(draft, "approved")

    assert asleep is None
    assert awake.assignee == writer
    assert not Assignment.objects.exists()


def test_the_next_step_can_be_claimed_while_the_writer_waits():
    draft = make_draft()
    work(draft.article, "en").claim(make_user())
    move_to(draft, "in_review")
    reviewer = make_user()

    work(draft.article, "en").claim(reviewer)

    assert Assignment.objects.get().assignee == reviewer


def test_publishing_ends_the_assignment():
    english = make_edition()
    work(english.article, "fr").claim(make_user())

    make_edition(english.article, "fr", follows=english.live_revision)

    assert not Assignment.objects.exists()


@pytest.mark.parametrize("query", ["kind=nonsense", "language=de", "sort=x", "due=never", "whose=them"])
def test_filters_that_make_no_sense_are_said_to(desk, query):
    page = desk.get(f"{ADDRESS}?{query}")

    assert page.status_code == 422
    assert "make no sense" in page.content.decode()


@pytest.mark.parametrize("page", ["0", "x", "99", "21"])
def test_pages_that_are_none_are_not_found(desk, page):
    assert desk.get(ADDRESS, {"page": page}).status_code == 404


def test_a_page_whose_last_row_was_taken_leads_to_the_first(desk):
    assert desk.get(ADDRESS, {"page": "2", "kind": "review"}).url == f"{ADDRESS}?kind=review"


@pytest.mark.parametrize("address", ["9999999/fr/claim/", "1/de/claim/"])
def test_work_of_no_story_or_language_is_not_found(desk, address):
    assert desk.post(ADDRESS + address).status_code == 404


def test_acts_are_posts(desk):
    item = work(make_edition().article, "fr")

    assert desk.get(f"{ADDRESS}{item.article_id}/fr/claim/").status_code == 405
    assert desk.get(f"{ADDRESS}{item.article_id}/fr/hand-back/").status_code == 405


def test_those_who_may_not_see_stories_see_no_queue(sign_in):
    client = sign_in(make_user(is_superuser=False))
    article = make_edition().article

    assert client.get(ADDRESS).status_code == 403
    assert client.get(f"{ADDRESS}preferences/").status_code == 403
    assert client.post(f"{ADDRESS}{article.pk}/fr/claim/").status_code == 403


def test_an_empty_queue_says_so(desk):
    make_article()

    assert "Nothing waits here." in desk.get(ADDRESS).content.decode()


def test_the_queue_takes_as_many_queries_for_many_rows_as_for_one(sign_in):
    client = sign_in(make_staff("write_fr", "review_fr", "write_ar"))

    def story():
        article = make_edition().article
        article.sectors.add(sector)
        work(article, "ar").claim(make_user())

    def asked():
        with CaptureQueriesContext(connection) as queries:
            client.get(ADDRESS, {"whose": "all", "sort": "due"})
        assert not [query for query in queries if '"body"' in query["sql"]]
        return len(queries)

    sector = make_sector()
    story()
    asked()
    few = asked()
    for _number in range(3):
        story()

    assert asked() == few <= 20


def test_the_index_and_the_list_lead_to_the_queue(sign_in):
    make_edition()
    make_edition()
    client = sign_in(make_staff("write_fr"))

    index = client.get("/admin/").content.decode()
    stories = client.get("/admin/news/article/").content.decode()

    assert "2 texts wait for you" in index
    for page in (index, stories):
        assert ADDRESS in page
        assert "/admin/news/article/board/" in page


def test_each_chooses_language_and_mail(sign_in):
    user = make_staff("write_fr")
    client = sign_in(user)
    usual = client.get(f"{ADDRESS}preferences/").context["form"]["language"].value()

    client.post(f"{ADDRESS}preferences/", {"language": "ar"})

    kept = DeskPreference.objects.get(user=user)
    assert (usual, kept.language, kept.wants_digest) == ("fr", "ar", False)
