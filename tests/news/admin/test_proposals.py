import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from news.models import LinkProposal
from tests.factories import make_draft, make_edition, make_member_state, make_user

from .forms import change_address

pytestmark = pytest.mark.django_db


def propose(article, name="Jordan"):
    state = make_member_state("JO", name)
    return LinkProposal.objects.create(article=article, member_state=state, language="en", words=name)


def decide(client, proposal, how):
    return client.post(reverse(f"admin:news_proposal_{how}", args=[proposal.article_id, proposal.pk]))


def test_open_proposals_are_shown_on_the_form_and_can_be_filtered(desk):
    proposal = propose(make_draft().article)
    make_draft()

    page = desk.get(change_address(proposal.article)).content.decode()
    listed = desk.get("/admin/news/article/", {"review": "links"}).context["cl"].result_list

    assert "Links to review" in page
    assert [article.pk for article in listed] == [proposal.article_id]


def test_accepting_links_and_takes_the_proposal_away(desk):
    proposal = propose(make_draft().article)

    decide(desk, proposal, "accept")

    assert list(proposal.article.member_states.all()) == [proposal.member_state]
    assert "Links to review" not in desk.get(change_address(proposal.article)).content.decode()


def test_dismissing_links_nothing(desk):
    proposal = propose(make_draft().article)

    decide(desk, proposal, "dismiss")

    assert not proposal.article.member_states.exists()
    assert not LinkProposal.objects.open().exists()


def test_deciding_twice_is_said_and_harmless(desk):
    proposal = propose(make_draft().article)
    decide(desk, proposal, "dismiss")

    answer = decide(desk, proposal, "accept")

    assert answer.status_code == 302
    assert not proposal.article.member_states.exists()


def test_a_proposal_is_decided_by_a_post_only(desk):
    proposal = propose(make_draft().article)

    answer = desk.get(reverse("admin:news_proposal_accept", args=[proposal.article_id, proposal.pk]))

    assert answer.status_code == 405


def test_a_link_of_a_public_story_takes_the_right_to_publish(client):
    proposal = propose(make_edition().article)
    user = make_user(is_superuser=False)
    user.user_permissions.set(Permission.objects.filter(codename__in=["change_article", "write_en"]))
    client.force_login(user)

    answer = decide(client, proposal, "accept")

    assert answer.status_code == 403
    assert LinkProposal.objects.open().exists()
