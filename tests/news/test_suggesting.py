"""What the texts of a story name is found in three languages and linked with one click each."""

import pytest
from django.urls import reverse

from news.models import LinkProposal
from news.suggesting import suggest
from people.models import Person
from tests.factories import make_draft, make_edition, make_member_state, make_person, make_sector, make_tag

from .admin.forms import change_address

pytestmark = pytest.mark.django_db
TEXTS = {
    "ar": (
        "<p>استقبل الدكتور سالم بن محمد المالك، المدير العام للإيسيسكو، اليوم في الرباط سفير المغرب، "
        "وتناول اللقاء قطاع التربية والمدن الذكية.</p>"
    ),
    "en": (
        "<p>Dr. Salim M. AlMalik, Director-General of ICESCO, received the ambassador of Morocco today "
        "to discuss the Education Sector and smart cities.</p>"
    ),
    "fr": (
        "<p>Le Dr Salim M. AlMalik, Directeur général de l’ICESCO, a reçu l’ambassadeur du Maroc "
        "pour évoquer le Secteur de l’éducation et les villes intelligentes.</p>"
    ),
}


@pytest.fixture
def known():
    """The people, states, sectors and tags that the texts name."""
    return {
        "person": make_person(
            "", name_ar="سالم بن محمد المالك", name_en="Salim M. AlMalik", name_fr="Salim M. AlMalik"
        ),
        "member_state": make_member_state("MA", name_ar="المغرب", name_en="Morocco", name_fr="Maroc"),
        "sector": make_sector("", name_ar="قطاع التربية", name_en="Education Sector", name_fr="Secteur de l’éducation"),
        "tag": make_tag(label_ar="المدن الذكية", label_en="smart cities", label_fr="villes intelligentes"),
    }


def targets(proposals):
    return {proposal.target for proposal in proposals}


@pytest.mark.parametrize("language", TEXTS)
def test_people_states_sectors_and_tags_are_found_in_each_language(known, language):
    article = make_draft(language=language, title="…", summary="", body=TEXTS[language]).article

    assert targets(suggest(article)) == set(known.values())


def test_what_is_linked_or_was_dismissed_is_not_proposed_again(known):
    article = make_draft(title="…", body=TEXTS["en"]).article
    article.member_states.add(known["member_state"])
    suggest(article)
    LinkProposal.objects.get(sector=known["sector"]).dismiss()

    assert suggest(article) == []
    assert known["member_state"] not in targets(LinkProposal.objects.all())


def test_a_name_that_nobody_has_is_offered_as_a_new_person(known):
    body = "<p>Dr. Amina Farouk, Minister of Education, opened the forum.</p>"
    article = make_draft(title="…", summary="", body=body).article

    proposal = next(p for p in suggest(article) if p.new_name)
    proposal.accept()

    person = Person.objects.get(name_en="Amina Farouk")
    assert not person.is_public
    assert person.name_ar is None
    assert article.appearances.get().person == person


def test_the_same_new_name_in_two_languages_is_offered_once():
    body = "<p>Dr. Amina Farouk opened the forum.</p>"
    english = make_draft(title="…", summary="", body=body)
    article = english.article
    article.write("fr", {"title": "…", "body": "<p>La Dr Amina Farouk a ouvert le forum.</p>"}, origin="staff")

    assert [p.new_name for p in suggest(article)].count("Amina Farouk") == 1


def test_the_desk_finds_and_links_with_one_click_each(desk, known):
    article = make_draft(title="…", body=TEXTS["en"]).article

    page = desk.post(reverse("admin:news_proposals_find", args=[article.pk]), follow=True)
    for proposal in page.context["proposals"]:
        desk.post(reverse("admin:news_proposal_accept", args=[article.pk, proposal.pk]))

    assert "4 names are found" in page.content.decode()
    assert [article.tags.get(), article.sectors.get(), article.member_states.get()] == [
        known["tag"],
        known["sector"],
        known["member_state"],
    ]
    assert article.appearances.get().person == known["person"]


def test_finding_nothing_is_said(desk):
    article = make_draft(title="…", summary="", body="<p>Nothing.</p>").article

    page = desk.post(reverse("admin:news_proposals_find", args=[article.pk]), follow=True).content.decode()

    assert "Nothing is found" in page
    assert "Find people, states, sectors and tags" in desk.get(change_address(article)).content.decode()


def test_an_accepted_tag_of_a_public_story_is_public_at_once(desk, known):
    edition = make_edition(title="A visit", body=TEXTS["en"])
    suggest(edition.article)
    proposal = LinkProposal.objects.get(tag=known["tag"])

    desk.post(reverse("admin:news_proposal_accept", args=[edition.article_id, proposal.pk]))

    assert "smart cities" in desk.get(edition.get_absolute_url()).content.decode()
