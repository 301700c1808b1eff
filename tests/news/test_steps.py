"""A text goes from draft through review to approval, each step logged; the log is only ever added to."""

import pytest

from news.behind import still_right
from news.errors import AppendOnly, OwnText, WrongStage
from news.models import Transition
from tests.factories import make_draft, make_edition, make_user, update_edition

pytestmark = pytest.mark.django_db
Act = Transition.Act


def steps(edition):
    """(act, from, to, number) of the edition's log, oldest first."""
    rows = Transition.objects.filter(article=edition.article, language=edition.language).order_by("pk")
    return [(row.act, row.from_state, row.to_state, row.revision_number) for row in rows]


def test_a_text_goes_from_draft_through_review_to_approval():
    edition = make_draft()

    edition.submit()
    edition.approve()

    assert edition.stage == "approved"
    assert steps(edition) == [
        (Act.BEGUN, "", "draft", 1),
        (Act.SUBMITTED, "draft", "in_review", 1),
        (Act.APPROVED, "in_review", "approved", 1),
    ]


def test_requested_changes_say_who_when_and_why():
    edition, reviewer = make_draft(), make_user()
    edition.submit()

    step = edition.request_changes(reviewer, reason="The name of the minister is misspelt.")

    assert edition.stage == "draft"
    assert (step.by, step.reason) == (reviewer, "The name of the minister is misspelt.")


@pytest.mark.parametrize(
    ("stage", "step"), [("in_review", "submit"), ("draft", "request_changes"), ("approved", "approve")]
)
def test_a_step_that_does_not_follow_is_refused_and_not_logged(stage, step):
    edition = make_draft()
    if stage != "draft":
        edition.submit()
    if stage == "approved":
        edition.approve()
    logged = len(steps(edition))

    with pytest.raises(WrongStage):
        getattr(edition, step)()

    assert len(steps(edition)) == logged


def test_what_was_read_and_no_other_text_is_approved():
    edition = make_draft()
    read = edition.newest_revision
    update_edition(edition, publish=False, title="Another title")

    with pytest.raises(WrongStage):
        edition.approve(revision=read)


def test_writing_over_an_approved_text_makes_it_a_draft_again():
    edition = make_edition()

    update_edition(edition, publish=False, title="Another title")

    assert edition.stage == "draft"
    assert steps(edition)[-1] == (Act.REWRITTEN, "approved", "draft", 2)


def test_publishing_withdrawing_and_publishing_again_are_logged():
    edition, publisher = make_draft(), make_user()

    edition.publish(edition.newest_revision, by=publisher)
    edition.withdraw(by=publisher, reason="A wrong figure.")
    edition.publish(edition.newest_revision, by=publisher, is_minor=True)

    assert steps(edition)[1:] == [
        (Act.APPROVED, "draft", "approved", 1),
        (Act.PUBLISHED, "unpublished", "public", 1),
        (Act.WITHDRAWN, "public", "withdrawn", 1),
        (Act.MINOR, "withdrawn", "public", 1),
    ]
    assert Transition.objects.get(act=Act.WITHDRAWN).reason == "A wrong figure."


def test_still_right_is_logged_as_such():
    source = make_edition()
    translation = make_edition(source.article, "fr", follows=source.live_revision)
    update_edition(source, title="Another title")
    translator = make_user()

    still_right(translation, by=translator)

    assert Transition.objects.get(act=Act.STILL_RIGHT).by == translator


def test_the_log_is_only_added_to():
    edition = make_draft()
    step = Transition.objects.get()

    step.reason = "Another story"
    for change in (step.save, step.delete, Transition.objects.all().delete):
        with pytest.raises(AppendOnly):
            change()
    with pytest.raises(AppendOnly):
        Transition.objects.update(reason="Another story")

    assert steps(edition) == [(Act.BEGUN, "", "draft", 1)]


@pytest.fixture
def four_eyes(settings):
    settings.FOUR_EYES = True


def test_with_four_eyes_nobody_approves_or_publishes_their_own_text(four_eyes):
    author, colleague = make_user(), make_user()
    edition = make_draft(author=author)

    with pytest.raises(OwnText):
        edition.approve(author)
    with pytest.raises(OwnText):
        edition.publish(edition.newest_revision, by=author)
    edition.approve(colleague)
    edition.publish(edition.newest_revision, by=author)

    assert edition.is_live()


def test_with_four_eyes_a_comma_by_a_colleague_does_not_make_a_text_theirs_alone(four_eyes):
    author, colleague = make_user(), make_user()
    edition = make_draft(author=author)
    edition.article.write("en", {"title": "With, a comma"}, author=colleague)
    edition.refresh_from_db()

    for person in (author, colleague):
        with pytest.raises(OwnText):
            edition.approve(person)


def test_with_four_eyes_a_text_approved_by_another_counts_as_seen(four_eyes):
    author, colleague = make_user(), make_user()
    edition = make_draft(author=author)
    edition.approve(colleague)
    edition.article.write("en", {"title": "Another title"}, author=colleague)
    edition.refresh_from_db()

    edition.approve(author)

    assert edition.stage == "approved"


def test_with_four_eyes_saying_still_right_needs_no_second_person(four_eyes):
    source = make_edition()
    translation = make_edition(source.article, "fr", follows=source.live_revision)
    update_edition(source, title="Another title")

    assert still_right(translation, by=make_user())


def test_without_the_setting_an_author_may_approve():
    author = make_user()
    edition = make_draft(author=author)

    edition.approve(author)

    assert edition.stage == "approved"
