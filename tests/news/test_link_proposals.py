"""Links that an import is not sure of: a person accepts or dismisses each, once."""

import pytest
from django.db import IntegrityError, transaction

from news.models import AlreadyDecided, LinkProposal

from ..factories import make_article, make_member_state, make_person, make_sector, make_user

pytestmark = pytest.mark.django_db


def make_proposal(article=None, **target):
    target = target or {"member_state": make_member_state()}
    return LinkProposal.objects.create(article=article or make_article(), language="en", words="Atlantis", **target)


def test_accepting_a_state_or_a_sector_links_it():
    article, state, sector, user = make_article(), make_member_state(), make_sector(), make_user()

    make_proposal(article, member_state=state).accept(by=user)
    make_proposal(article, sector=sector).accept(by=user)

    assert [list(article.member_states.all()), list(article.sectors.all())] == [[state], [sector]]
    assert not article.link_proposals.open().exists()
    assert {proposal.decided_by for proposal in article.link_proposals.all()} == {user}


def test_accepting_a_person_adds_them_last_with_what_the_story_says():
    article = make_article()
    article.appearances.create(person=make_person("Omar Ba"), position=4)
    person = make_person("Awa Sy")

    make_proposal(article, person=person, honorific="Dr.", role="Expert").accept()

    last = article.appearances.last()
    assert (last.person, last.position, last.honorific_in("en"), last.role_in("en")) == (person, 5, "Dr.", "Expert")
    assert last.role_in("fr") == ""


def test_dismissing_links_nothing():
    proposal = make_proposal()

    proposal.dismiss()

    assert proposal.article.member_states.count() == 0
    assert proposal.article.link_proposals.open().count() == 0


@pytest.mark.parametrize("again", ["accept", "dismiss"])
def test_a_proposal_is_decided_once(again):
    proposal = make_proposal()
    stale = LinkProposal.objects.get(pk=proposal.pk)
    proposal.dismiss()

    with pytest.raises(AlreadyDecided):
        getattr(stale, again)()

    assert proposal.article.member_states.count() == 0


def test_a_proposal_is_of_one_thing():
    with pytest.raises(IntegrityError), transaction.atomic():
        make_proposal(member_state=make_member_state(), sector=make_sector())


def test_nothing_is_proposed_twice_to_one_article():
    first = make_proposal()

    with pytest.raises(IntegrityError), transaction.atomic():
        make_proposal(first.article, member_state=first.member_state)
