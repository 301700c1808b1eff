"""The search page: what is asked, what it answers, what it costs, and what it refuses."""

import re
from datetime import timedelta
from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from news.models import Edition
from tests.factories import make_article, make_draft, make_edition, make_member_state, make_sector
from tests.news.linked import Subjects
from tests.news.search.searching import address, results

pytestmark = pytest.mark.django_db

ALL_FILTERS = "&sector=oceans-sector&state=atlantis&person=amina-diallo&tag=tides&year={year}"
BODY = re.compile(r'"(body(?:_[a-z]+)?)"')


def page_of(client, address):
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize(("language", "title"), [("ar", "البحث"), ("en", "Search"), ("fr", "Recherche")])
def test_the_empty_page_shows_a_labelled_form_and_help(client, language, title):
    page = page_of(client, f"/{language}/search/")

    assert f'<h1 class="page__title">{title}</h1>' in page
    assert '<label class="search-form__label" for="search-text">' in page
    assert 'id="search-help"' in page
    assert "noindex" not in page
    assert f'<link rel="canonical" href="http://127.0.0.1:8000/{language}/search/">' in page


def test_results_are_counted_in_a_heading_and_kept_out_of_search_engines(client):
    make_edition(title="Oasis one")
    make_edition(title="Oasis two")

    page = page_of(client, address("oasis"))

    assert '<h2 class="section__title" id="results">2 stories</h2>' in page
    assert '<meta name="robots" content="noindex, follow">' in page
    assert '<link rel="canonical" href="http://127.0.0.1:8000/en/search/?q=oasis">' in page
    assert '<link rel="alternate" hreflang="fr" href="http://127.0.0.1:8000/fr/search/?q=oasis">' in page


def test_what_matched_is_marked_in_title_and_summary(client):
    make_edition(title="Palms of the Oases", summary="In the oasis’s shade")

    page = page_of(client, address("oasis"))

    assert "<bdi>In the <mark>oasis’s</mark> shade</bdi>" in page


def test_an_arabic_word_is_marked_with_its_prefix(client):
    make_edition(make_article(source_language="ar"), "ar", title="الثقافة والتَّعليم", summary="في خدمة العلوم")

    page = page_of(client, address("تعليم", "ar"))

    assert "الثقافة <mark>والتَّعليم</mark>" in page


def test_a_phrase_is_marked_where_it_stands_as_one_only(client):
    make_edition(title="Council and executive", summary="The executive council meets")

    page = page_of(client, address('"executive council"'))

    assert "The <mark>executive council</mark> meets" in page
    assert "<mark>Council</mark>" not in page


def test_a_passage_of_the_body_is_shown_when_the_summary_does_not_answer(client):
    filler = " ".join(["filler"] * 60)
    make_edition(
        title="Forum", summary="Nothing here", body=f"<p>{filler} the hidden <b>oasis</b> lies here {filler}</p>"
    )

    page = page_of(client, address("oasis"))

    assert re.search(r"<bdi>… (filler )+the hidden <mark>oasis</mark> lies here (filler ?)+…</bdi>", page)


class Texts(HTMLParser):
    """Collects the names of all elements."""

    def __init__(self, page):
        super().__init__()
        self.tags = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)


def test_markup_in_a_text_or_a_question_stays_text(client):
    make_edition(title="Oasis <script>alert(1)</script> & <b>more</b>", summary="a<i>b oasis")

    page = page_of(client, address('oasis "<script>'))
    nothing = page_of(client, address("<script>alert(2)</script>"))

    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page or "&lt;<mark>script</mark>&gt;" in page
    assert not {"script", "b", "i"} & set(Texts(page.partition("<main")[2].partition("</main>")[0]).tags)
    assert "<script>alert(2)" not in nothing


@pytest.mark.parametrize("year", ["2024", "2025"])
def test_filters_narrow_the_results(client, year):
    article, other = make_article(), make_article()
    article.sectors.add(make_sector("Oceans Sector"))
    article.member_states.add(make_member_state(name="Atlantis"))
    first = make_edition(article, title="Oasis one", now=timezone.now().replace(year=2024, month=5, day=3))
    second = make_edition(other, title="Oasis two", now=timezone.now().replace(year=2025, month=5, day=3))

    by_sector = results("oasis", sector="oceans-sector")
    by_state = results("oasis", state="atlantis")
    by_year = results("oasis", year=year)

    assert [snippet.edition for snippet in by_sector] == [first]
    assert [snippet.edition for snippet in by_state] == [first]
    assert [snippet.edition for snippet in by_year] == [{"2024": first, "2025": second}[year]]


def test_links_of_filters_and_orders_keep_the_question(client):
    make_sector("Oceans Sector")
    make_edition(title="Oasis").article.sectors.add(make_sector("Rivers Sector"))

    page = page_of(client, address("oasis", sector="rivers-sector", sort="date"))

    assert 'href="?q=oasis&amp;sort=date"' in page  # without the sector
    assert 'href="?q=oasis&amp;sector=rivers-sector"' in page  # by relevance
    assert '<input type="hidden" name="sort" value="date">' in page


def test_other_languages_are_offered_with_their_own_count_and_direction(client):
    article = make_article()
    source = make_edition(article, title="Oasis")
    make_edition(article, "ar", follows=source.live_revision, title="منتدى Oasis")

    page = page_of(client, address("oasis"))

    assert '<li lang="ar" dir="rtl"><a class="button" href="/ar/search/?q=oasis" hreflang="ar">' in page
    assert '<li lang="fr"' not in page


def test_nothing_found_says_so_and_helps(client):
    page = page_of(client, address('"oasis lagoon" reef'))

    assert '<h2 class="section__title" id="results">0 stories</h2>' in page
    assert "No story in this language answers" in page
    assert "Leave the quotation marks out" in page


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("a" * 201, "at most 200 characters"),
        ("a b c d e f g h i j k l m n o p", "Keep the 12"),
        ("!!! ؟", "no word to search for"),
    ],
)
def test_what_can_not_be_asked_is_explained(client, typed, said):
    page = page_of(client, address(typed))

    assert said in page
    assert 'id="results"' not in page


@pytest.mark.parametrize(
    "typed", ["' OR 1=1 --", "a & b | !c", "a:* <-> b", '"', '""', "NEAR(a b)", "title:a", "a*", "\\", "§p1", "·", "-a"]
)
def test_signs_of_query_languages_are_no_commands(client, typed):
    make_edition(title="Oasis")

    assert client.get(address(typed)).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "q=a&q=b",
        "q=oasis&sort=random",
        "q=oasis&sort=date&sort=date",
        "q=oasis&page=0",
        "q=oasis&page=51",
        "q=oasis&page=2",
        "q=oasis&page=x",
        "q=oasis&sector=none",
        "q=oasis&year=20255",
        "page=2",
    ],
)
def test_values_that_mean_nothing_are_not_found(client, query):
    make_edition(title="Oasis")

    assert client.get(f"/en/search/?{query}").status_code == 404


def test_a_former_slug_of_a_filter_leads_on_with_the_question(client):
    sector = make_sector("Oceans Sector")
    sector.slug = "seas"
    sector.save()

    response = client.get(address("oasis", sector="oceans-sector"))

    assert response.status_code == 301
    assert response.headers["Location"] == "/en/search/?q=oasis&sector=seas"


def test_results_come_in_pages(client):
    for number in range(45):
        make_edition(title=f"Oasis {number}", now=timezone.now() - timedelta(days=number))

    first, last = page_of(client, address("oasis", sort="date")), page_of(client, address("oasis", sort="date", page=3))

    assert 'href="?q=oasis&amp;sort=date&amp;page=2"' in first
    assert '<ol class="search-results" start="41">' in last
    assert last.count("search-results__item") == 5
    assert client.get(address("oasis", page=4)).status_code == 404


@pytest.mark.parametrize("query", ["", ALL_FILTERS, ALL_FILTERS + "&sort=date&page=2"])
def test_a_search_takes_nine_queries_at_most_however_many_stories_there_are(client, query):
    subjects = Subjects()
    editions = subjects.stories(21, title="Oasis of tides")
    asked = address("oasis tides diallo") + query.format(year=editions[0].permalink_on.year)
    few = queries_of(client, asked)
    subjects.stories(25, title="Oasis of tides")

    many = queries_of(client, asked)

    assert len(many) == len(few) <= 9
    assert {column for sql in many for column in BODY.findall(sql)} <= {"body_en"}
    assert not [sql for sql in many if "session" in sql or "auth_user" in sql]


def queries_of(client, asked):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(asked).status_code == 200
    return [query["sql"] for query in queries]


def test_more_than_a_thousand_matches_are_not_counted_on(monkeypatch, client):
    monkeypatch.setattr("news.search.results.MOST_COUNTED", 3)
    monkeypatch.setattr("news.templatetags.news.MOST_COUNTED", 3)
    oldest = make_edition(title="Oasis oasis oasis", now=timezone.now() - timedelta(days=900))
    for _number in range(4):
        make_edition(title="Forum", body="<p>An oasis</p>")

    found = results("oasis")

    assert found.counted == 4
    assert len(found.keys) == 3
    assert oldest.pk not in found.keys


def test_an_expired_match_makes_room_for_an_older_one(monkeypatch):
    monkeypatch.setattr("news.search.results.MOST_COUNTED", 3)
    kept = [make_edition(title="Oasis", now=timezone.now() - timedelta(days=500 + number)) for number in range(3)]
    for _number in range(5):
        gone = make_edition(title="Oasis")
        Edition.objects.filter(pk=gone.pk).update(expires_at=timezone.now() - timedelta(minutes=1))

    assert results("oasis").keys == [edition.pk for edition in kept]


def test_a_hidden_story_changes_no_count(client):
    make_edition(title="Oasis one")
    before = page_of(client, address("oasis"))
    make_draft(title="Oasis two")
    make_edition(title="Oasis three").withdraw()
    make_edition(title="Oasis four", due_at=timezone.now() + timedelta(days=1))

    assert page_of(client, address("oasis")) == before


# OpenSearch


@pytest.mark.parametrize(
    ("document", "language"),
    [
        ("/opensearch.xml", "en"),
        ("/ar/opensearch.xml", "ar"),
        ("/en/opensearch.xml", "en"),
        ("/fr/opensearch.xml", "fr"),
    ],
)
def test_a_browser_learns_where_to_search(client, document, language):
    response = client.get(document)

    root = ElementTree.fromstring(response.content)
    spaces = {"os": "http://a9.com/-/spec/opensearch/1.1/"}
    assert response.headers["Content-Type"] == "application/opensearchdescription+xml; charset=utf-8"
    assert root.find("os:Url[@type='text/html']", spaces).get("template") == (
        f"http://127.0.0.1:8000/{language}/search/?q={{searchTerms}}"
    )
    assert root.find("os:Language", spaces).text == language
    assert 0 < len(root.find("os:ShortName", spaces).text) <= 16


@pytest.mark.parametrize("language", ["ar", "en", "fr"])
def test_every_page_names_the_opensearch_document_of_its_language(client, language):
    page = page_of(client, f"/{language}/")

    assert f'<link rel="search" type="application/opensearchdescription+xml" href="/{language}/opensearch.xml"' in page
    assert f'action="/{language}/search/"' in page
