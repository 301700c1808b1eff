"""What is looked at before a text is published: what blocks, what warns, in each language by itself."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.models import Edition, Release
from news.models.revision import TRANSLATES_UNPUBLISHED
from news.prepublication import BLOCKS, WARNS, Facts, checklist, warnings
from people.models import MemberStateName, PersonName
from tests.factories import (
    make_appearance,
    make_article,
    make_draft,
    make_edition,
    make_member_state,
    make_person,
    make_picture,
    make_sector,
    make_tag,
)

pytestmark = pytest.mark.django_db


def article(**changes):
    return make_article(lead_picture=make_picture(), **changes)


def sentences(edition):
    return [item.sentence for item in warnings(edition, edition.newest_revision)]


def fields(edition):
    return [item.field for item in warnings(edition, edition.newest_revision)]


def test_a_sound_text_has_nothing_to_mend():
    edition = make_draft(article(), lead_alt="A hall")

    results = checklist(edition, edition.newest_revision)

    assert [result.level for result in results] == ["ok"] * len(results)


def test_what_blocks_publishing_blocks_here_and_nothing_else_does():
    edition = make_draft(article(), body="", summary="")

    results = checklist(edition, edition.newest_revision)

    required, *others = results
    assert required.level == BLOCKS
    assert [item.sentence for item in required.items] == list(map(str, edition.blockers(edition.newest_revision)))
    assert {result.level for result in others} == {"ok", WARNS}


def test_a_public_text_is_not_blocked_by_being_public():
    edition = make_edition()

    assert checklist(edition, edition.newest_revision)[0].items == []


def test_a_translation_waits_for_its_source_unless_both_go_together():
    source = make_draft()
    french = make_draft(source.article, "fr", follows=source.newest_revision)
    alone = checklist(french, french.newest_revision)[0].items
    for edition in (source, french):
        edition.stage = Edition.Stage.APPROVED
        edition.save(update_fields=["stage"])

    Release.arrange(source.article, ["en", "fr"], timezone.now() + timedelta(hours=1))

    assert [item.sentence for item in alone] == [str(TRANSLATES_UNPUBLISHED)]
    assert checklist(french, french.newest_revision)[0].items == []


@pytest.mark.parametrize(
    ("words", "field"),
    [
        ({"summary": ""}, ["draft_summary"]),
        ({"summary": "x" * 300}, []),
        ({"summary": "x" * 301}, ["draft_summary"]),
        ({"title": "x" * 110}, []),
        ({"title": "x" * 111}, ["draft_title"]),
    ],
)
def test_titles_and_summaries_have_to_fit(words, field):
    assert fields(make_draft(article(), lead_alt="A hall", **words)) == field


def test_a_missing_or_taken_down_picture_is_told():
    taken_down = make_picture()
    body = f'<p>Text.</p><figure><img src="picture:{taken_down.pk}" alt="Alt"></figure>'
    without = make_draft(body=body)
    with_lead = make_draft(make_article(lead_picture=taken_down), lead_alt="A hall")
    taken_down.take_down()

    assert fields(without) == ["lead_picture", "draft_body"]
    with_lead.article.refresh_from_db()
    assert fields(with_lead) == ["lead_picture"]


def test_people_to_review_are_told_with_their_row():
    edition = make_draft(article(), lead_alt="A hall", body="<p>Amina Diallo spoke.</p>")
    person = make_person("Amina Diallo", is_public=False)
    make_appearance(edition.article, person)

    (item,) = warnings(edition, edition.newest_revision)

    assert item.about == person
    assert "Amina Diallo" in item.sentence


NAMED = [
    ("en", "Amina Diallo", "AMINA DIALLÓ spoke", True),
    ("en", "Amina Diallo", "Mrs Diallo spoke", False),
    ("ar", "أمينة ديالو", "وقالت أمينه ديالو", True),
    ("ar", "أمينة ديالو", "وأمينة ديالو هناك", True),
    ("ar", "أمينة ديالو", "قالت أمينة", False),
]


@pytest.mark.parametrize(("language", "name", "said", "is_named"), NAMED)
def test_a_persons_name_is_looked_for_as_readers_would_read_it(language, name, said, is_named):
    edition = make_draft(article(source_language=language), language, lead_alt="A hall", body=f"<p>{said}.</p>")
    make_appearance(edition.article, make_person(name))

    assert (sentences(edition) == []) == is_named


def test_another_spelling_is_told_with_the_official_one():
    edition = make_draft(article(), lead_alt="A hall", body="<p>Aminah Dialo spoke.</p>")
    person = make_person("Amina Diallo")
    PersonName.objects.create(person=person, language="en", form="Aminah Dialo")
    make_appearance(edition.article, person)

    (sentence,) = sentences(edition)

    assert "Aminah Dialo" in sentence
    assert "Amina Diallo" in sentence


def test_a_state_is_named_by_its_name_its_full_name_or_its_people():
    state = make_member_state("XA", "Atlantis", official_name_en="Kingdom of Atlantis")
    MemberStateName.objects.create(member_state=state, language="en", form="Atlantean", is_demonym=True)
    found = {}
    for said in ("Atlantis hosts", "The Kingdom of Atlantis hosts", "The Atlantean minister", "Nobody hosts"):
        edition = make_draft(article(), lead_alt="A hall", body=f"<p>{said}.</p>")
        edition.article.member_states.add(state)
        found[said] = len(sentences(edition))

    assert list(found.values()) == [0, 0, 0, 1]


def test_a_name_that_is_missing_in_the_language_is_told():
    edition = make_draft(article(source_language="ar"), "ar", lead_alt="قاعة")
    make_appearance(edition.article, make_person(name_ar=None))

    assert len(sentences(edition)) == 1


@pytest.mark.parametrize(
    ("language", "said", "is_right"),
    [
        ("en", "on Tuesday, 28 January 2025", True),
        ("en", "on Monday, 28 January 2025", False),
        ("ar", "يوم الاثنين 28 يناير 2025", False),
        ("ar", "يوم الثلاثاء ٢٨ يناير ٢٠٢٥", True),
        ("fr", "le lundi 28 janvier 2025", False),
    ],
)
def test_a_weekday_has_to_fit_its_date(language, said, is_right):
    edition = make_draft(article(source_language=language), language, lead_alt="A hall", body=f"<p>It was {said}.</p>")

    assert (sentences(edition) == []) == is_right


def linking(*addresses, language="en"):
    links = "".join(f'<p><a href="{address}">There</a></p>' for address in addresses)
    return make_draft(article(source_language=language), language, lead_alt="A hall", body=f"<p>Text.</p>{links}")


def test_links_to_our_pages_have_to_lead_to_one_that_readers_can_open(settings):
    live, draft = make_edition(title="Ours"), make_draft(slug="")
    old = live.get_absolute_url()
    live.change_address("moved")
    make_appearance(live.article, make_person("Amina Diallo"))
    make_sector("Oceans Sector")
    live.article.tags.add(make_tag("Tides"))
    good = [
        old,
        live.get_absolute_url(),
        settings.SITE_ORIGIN + live.get_absolute_url() + "?x=1#part",
        "/en/",
        "/en/news/",
        "/en/people/amina-diallo/",
        "/fr/sectors/oceans-sector/",
        "/en/tags/tides/",
        "/media/a.pdf",
        "#part",
        "mailto:press@example.org",
        "https://example.org/elsewhere",
    ]
    bad = [
        "/en/2025/01/28/never/",
        "/en/2025/02/31/never/",
        "/en/people/nobody/",
        "/en/sectors/nothing/",
        "/en/tags/nothing/",
        "/admin/news/article/1/change/",
        f"/en/preview/{'0' * 64}/",
        f"{settings.SITE_ORIGIN}/nowhere/",
        f"/en/2025/01/28/{draft.newest_revision.title.lower().replace(' ', '-')}/",
    ]

    assert sentences(linking(*good)) == []
    found = sentences(linking(*bad))
    assert [address for address, sentence in zip(bad, found, strict=True) if address not in sentence] == []


def test_the_facts_of_a_story_are_read_once_for_all_its_languages():
    source = make_draft(article(), lead_alt="A hall")
    french = make_draft(source.article, "fr", follows=source.newest_revision)
    for number in range(3):
        make_appearance(source.article, make_person(f"Person {number}"))
    source.article.member_states.add(make_member_state())
    facts = Facts(source.article)

    with CaptureQueriesContext(connection) as queries:
        for edition in (source, french):
            warnings(edition, edition.newest_revision, facts)

    # The people, their other names, the states, theirs, and the lead picture.
    assert len(queries) <= 5
