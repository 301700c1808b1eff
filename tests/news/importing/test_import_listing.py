"""manage.py import_listing on the real listing and on small ones."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command

from news.models import Appearance, Article, Edition, ImportedStory, LinkProposal, Revision
from people.models import MemberState, Person, PersonName, Sector

from ...factories import make_person, make_revision
from ..listing.golden import REAL_LISTING
from .listings import LEAD, REAL, run, run_text, story

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("reference_data")]

COUNTED = (Article, Revision, Edition, ImportedStory, Person, PersonName, Appearance, LinkProposal)


def counts():
    return [model.objects.count() for model in COUNTED]


def titled(title):
    return Article.objects.get(editions__newest_revision__title=title)


def count_said(report, label):
    """The number beside `label` in the report's counts."""
    [line] = [line for line in report.splitlines() if line.strip().startswith(f"{label}  ")]
    return int(line.split()[-1])


def test_the_real_listing_becomes_ten_imported_drafts():
    report = run(REAL)

    editions = Edition.objects.all()
    assert count_said(report, "made") == 10
    assert {(e.language, e.visibility, e.stage) for e in editions} == {("en", "unpublished", "draft")}
    assert {r.origin for r in Revision.objects.all()} == {"imported"}
    assert not Person.objects.filter(is_public=True).exists()
    assert not Edition.objects.live().exists()
    assert "it says “Tuesday, 27 January 2025”, but 27 January 2025 was a Monday" in report


def test_each_story_of_the_real_listing_has_its_facts_and_links():
    run(REAL)

    for expected in REAL_LISTING:
        article = titled(expected.title)
        first, last = expected.days
        people = [a.person.name_en for a in article.appearances.all()]
        assert (article.event_date, article.event_ends_on) == (first, last if last != first else None)
        assert (article.dateline.slug if article.dateline else "") == expected.place
        assert people == [name for _honorific, name, _office, _organisation in expected.people]
        assert sorted(article.member_states.values_list("code", flat=True)) == sorted(expected.states)
        assert sorted(article.sectors.values_list("slug", flat=True)) == sorted(expected.sectors)
        assert [p.member_state.code for p in article.link_proposals.open()] == expected.proposed


def test_one_person_is_one_row_in_all_stories():
    run(REAL)

    assert Person.objects.filter(name_en__contains="AlMalik").count() == 1
    assert Person.objects.get(name_en="Nazim Samadov").appearances.count() == 2
    assert Person.objects.get(name_en="Salim M. AlMalik").appearances.count() == 6


def test_an_unknown_person_is_kept_as_the_text_tells_and_not_public():
    run(REAL)

    person = Person.objects.get(name_en="Isidore Bikoko")
    assert (person.honorific_en, person.office_en) == ("Mr.", "Chairman and Founder")
    assert (person.organisation_en, person.name_ar, person.is_public) == ("Intellium Incubator", None, False)
    [appearance] = person.appearances.all()
    assert (appearance.honorific_in("en"), appearance.role_in("en")) == (
        "Mr.",
        "Chairman and Founder of Intellium Incubator",
    )
    assert appearance.role_in("ar") == ""


def test_a_second_run_changes_nothing():
    run(REAL)
    before = counts()

    report = run(REAL)

    assert counts() == before
    assert count_said(report, "unchanged") == 10


def test_a_dry_run_writes_nothing_and_says_what_would_be_made():
    report = run(REAL, dry_run=True)

    assert counts() == [0] * len(COUNTED)
    assert count_said(report, "to make") == 10
    assert "nothing was written" in report


def test_a_story_in_other_typography_is_unchanged(tmp_path):
    run_text(tmp_path, story())

    report = run_text(tmp_path, story().replace("\n", "\r\n").replace(" ", "  "))

    assert count_said(report, "unchanged") == 1


def test_a_story_with_other_words_is_told_and_left_alone(tmp_path):
    run_text(tmp_path, story(dated="8 April 2025"))
    before = counts()

    report = run_text(
        tmp_path, story("ICESCO Opens Course for Museum Curators", LEAD + " It rained.", dated="8 April 2025")
    )

    assert counts() == before
    assert count_said(report, "changed, left alone") == 1


def test_a_story_with_other_words_and_another_day_is_still_known_by_its_words(tmp_path):
    run_text(tmp_path, story())
    before = counts()

    report = run_text(
        tmp_path, story("ICESCO Opens Course for Museum Curators", LEAD.replace("Monday, 7", "Tuesday, 8"))
    )

    assert counts() == before
    assert count_said(report, "changed, left alone") == 1


def test_what_staff_have_written_since_is_left_alone(tmp_path):
    run_text(tmp_path, story())
    article = Article.objects.get()
    article.write("en", {"title": "Our own title"}, origin="imported")

    run_text(tmp_path, story())

    assert Article.objects.get().edition("en").newest_revision.title == "Our own title"


def test_two_stories_of_one_title_become_two_articles_once(tmp_path):
    other = "ICESCO received a delegation of librarians on Tuesday, 3 December 2024, and showed it old maps."
    text = story() + "\n\n" + story("ICESCO Opens Course for Museum Curators", other)

    run_text(tmp_path, text)
    report = run_text(tmp_path, text)

    assert Article.objects.count() == 2
    assert count_said(report, "unchanged") == 2


def test_a_story_listed_twice_is_made_once(tmp_path):
    run_text(tmp_path, story() + "\n\n" + story("ICESCO and Dakar Plan a Chair on Old Maps", LEAD) + "\n\n" + story())

    assert Article.objects.count() == 2


def test_an_article_removed_since_is_not_brought_back(tmp_path):
    run_text(tmp_path, story())
    ImportedStory.objects.update(article=None)

    report = run_text(tmp_path, story())

    assert Article.objects.count() == 1
    assert "removed since" in report


def test_the_printed_day_becomes_the_day_in_the_address(tmp_path):
    text = (
        story(dated="8 April 2025")
        + "\n\n"
        + story("ICESCO and Dakar Plan a Chair on Old Maps", LEAD, dated="8 April 2025")
    )

    run_text(tmp_path, text)

    assert set(Edition.objects.values_list("permalink_on", "slug")) == {
        (date(2025, 4, 8), "icesco-opens-course-for-museum-curators"),
        (date(2025, 4, 8), "icesco-and-dakar-plan-a-chair-on-old-maps"),
    }


def test_markup_in_a_listing_is_text(tmp_path):
    run_text(tmp_path, story("ICESCO Opens Course for Museum Curators", LEAD + " <script>alert(1)</script> & more."))

    body = Revision.objects.get().body
    assert body.startswith("<p>The Islamic World")
    assert "&lt;script&gt;" in body
    assert "<script" not in body


@pytest.mark.parametrize(
    ("name", "language", "count"), [("listing-sample-ar.txt", "ar", 2), ("listing-sample-fr.txt", "fr", 2)]
)
def test_arabic_and_french_listings_are_imported_in_their_language(name, language, count):
    run(REAL.parent / name, language)

    articles = Article.objects.all()
    assert [article.source_language for article in articles] == [language] * count
    assert set(Edition.objects.values_list("language", flat=True)) == {language}
    assert all(person.languages == [language] for person in Person.objects.all())


def test_known_people_are_found_by_any_spelling_and_stay_as_they_are(tmp_path):
    known = make_person("Salim M. AlMalik", honorific_en="Dr.", office_en="Director-General")
    PersonName.objects.create(person=known, language="en", form="Salim bin Mohammed Al-Malik")
    text = story("ICESCO Director-General Opens Course", f"{LEAD} Dr. Salem bin Mohammed Al-Malik was there.", LEAD)
    PersonName.objects.create(person=known, language="en", form="Salem Al-Malik")

    run_text(tmp_path, text)

    known.refresh_from_db()
    assert [a.person for a in Article.objects.get().appearances.all()] == [known]
    assert (known.is_public, known.office_en) == (True, "Director-General")


def test_a_last_name_alone_means_the_one_person_with_that_honorific(tmp_path):
    known = make_person("Salim AlMalik", honorific_en="Dr.")

    run_text(tmp_path, story("ICESCO Opens Course for Museum Curators", f"{LEAD} Dr. AlMalik was there."))

    assert [a.person for a in Article.objects.get().appearances.all()] == [known]


def test_a_last_name_of_several_people_is_proposed_and_nobody_is_made(tmp_path):
    people = [make_person("Omar Traoré"), make_person("Awa Traoré")]

    run_text(tmp_path, story("ICESCO Opens Course for Museum Curators", f"{LEAD} Dr. Traoré was there."))

    article = Article.objects.get()
    assert {p.person for p in article.link_proposals.open()} == set(people)
    assert (article.appearances.count(), Person.objects.count()) == (0, 2)


def test_ambiguous_states_are_proposed_and_not_linked(tmp_path):
    run_text(
        tmp_path, story("ICESCO Opens Course for Museum Curators", LEAD, "Experts came from Niger, Chad and Tunisia.")
    )

    article = Article.objects.get()
    assert {p.member_state.code for p in article.link_proposals.open()} == {"NE", "TD"}
    assert {state.code for state in article.member_states.all()} == {"MA", "TN"}


def test_stories_written_by_hand_are_not_taken_for_imported_ones(tmp_path):
    make_revision(title="ICESCO Opens Course for Museum Curators")

    run_text(tmp_path, story())

    assert Article.objects.count() == 2


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        ("Résumé".encode("latin-1"), "is not UTF-8"),
        (story().encode("utf-16"), "is not UTF-8"),
        (b"a\0b", "is not a text file"),
        (b"<!DOCTYPE html><html></html>", "is a web page"),
        (LEAD.encode(), "No stories were found"),
        (b"Disclaimer: You are using Google Translate.\n\nyour opinion\n", "No stories were found"),
        (b"x" * 5_000_001, "is larger than 5 MB"),
        (story("ICESCO Opens Course for Museum Curators", LEAD + " word" * 50_000).encode(), "is longer than"),
    ],
    ids=["empty", "blank", "bom", "latin-1", "utf-16", "nul", "html", "prose", "furniture", "large", "long story"],
)
def test_bad_input_is_refused_in_one_sentence_and_nothing_is_written(tmp_path, data, says):
    path = tmp_path / "listing.txt"
    path.write_bytes(data)

    with pytest.raises(CommandError, match=says) as refused:
        run(path)

    assert "\n" not in str(refused.value)
    assert counts() == [0] * len(COUNTED)


@pytest.mark.parametrize(
    ("name", "says"), [("missing.txt", "There is no file"), ("", "is a folder"), ("a\0b", "can’t be read")]
)
def test_a_path_that_is_no_file_is_refused(tmp_path, name, says):
    with pytest.raises(CommandError, match=says):
        run(f"{tmp_path}/{name}")


def test_an_unknown_language_is_refused(tmp_path):
    with pytest.raises(CommandError, match="is not a language of this site"):
        run(REAL, language="de")


def test_an_error_on_the_last_story_takes_all_of_them_back(tmp_path, monkeypatch):
    monkeypatch.setattr("news.importing.importer._Importer._keep_address", lambda *_: 1 / 0)
    text = story() + "\n\n" + story("ICESCO and Dakar Plan a Chair on Old Maps", LEAD, dated="8 April 2025")

    with pytest.raises(ZeroDivisionError):
        run_text(tmp_path, text)

    assert counts() == [0] * len(COUNTED)


def test_the_language_has_to_be_said():
    with pytest.raises(CommandError, match="language"):
        call_command("import_listing", str(REAL))


def test_without_reference_data_the_import_says_what_to_run():
    Sector.objects.all().delete()
    MemberState.objects.all().delete()

    with pytest.raises(CommandError, match="load_reference"):
        run(REAL)
