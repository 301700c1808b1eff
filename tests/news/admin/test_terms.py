"""The organisation's own vocabulary: by hand, out as CSV and in again, whole or not at all."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from news.models import Term
from tests.factories import make_edition

pytestmark = pytest.mark.django_db
LIST, IMPORT, EXPORT = (f"admin:news_term_{name}" for name in ("changelist", "import", "export"))


def bring_in(client, text, encoding="utf-8"):
    file = SimpleUploadedFile("terms.csv", text.encode(encoding), "text/csv")
    return client.post(reverse(IMPORT), {"file": file})


def exported(client):
    return b"".join(client.get(reverse(EXPORT)).streaming_content).decode("utf-8-sig")


def all_terms():
    return list(Term.objects.order_by("pk").values_list("ar", "en", "fr", "note"))


def test_what_went_out_comes_in_unchanged(desk):
    Term.objects.create(ar="المؤتمر العام", en="General Conference", fr="=Conférence générale", note="'It's \"so\"")
    before, file = all_terms(), exported(desk)
    Term.objects.all().delete()

    bring_in(desk, file)

    assert all_terms() == before
    assert "'=Conférence" in file


def test_a_line_changes_the_term_that_has_one_of_its_names_and_else_adds_one(desk):
    Term.objects.create(en="General Conference", fr="Conférence générale", note="Every two years.")

    answer = bring_in(desk, "en,fr,ar\ngeneral conference,,المؤتمر العام\nExecutive Council,Conseil exécutif,\n")

    assert answer.status_code == 302
    assert all_terms() == [
        ("المؤتمر العام", "general conference", "Conférence générale", "Every two years."),
        ("", "Executive Council", "Conseil exécutif", ""),
    ]


def test_a_file_parted_by_semicolons_is_read(desk):
    bring_in(desk, "\ufefffr;en\nConseil exécutif;Executive Council\n")

    assert Term.objects.get().fr == "Conseil exécutif"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("name,other\na,b\n", "Line 1"),
        ("en,fr\nGood,Bon\nAlone,\n", "Line 3"),
        ("en,fr\nGood,Bon,extra\n", "Line 2"),
        ("en,fr\nGood,Bon\nGood,Bien\n", "Line 3"),
        ("en,fr\nBad\u202e,Mal\n", "Line 2"),
        ("", "Line 1"),
    ],
)
def test_a_file_with_something_wrong_is_refused_whole_with_its_line(desk, text, said):
    answer = bring_in(desk, text or "\n")

    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not Term.objects.exists()


def test_a_file_that_is_not_utf_8_says_so(desk):
    answer = bring_in(desk, "en,fr\nCouncil,Conseil exécutif\n", "latin-1")

    assert "UTF-8" in answer.content.decode()


def test_a_term_needs_two_languages(desk):
    answer = desk.post(reverse("admin:news_term_add"), {"en": "Alone", "ar": "", "fr": "", "note": ""})

    assert "A term needs a name in two languages at least." in answer.content.decode()


def test_a_term_is_marked_at_the_desk_with_its_first_form(desk):
    Term.objects.create(en="General Conference | the Conference", fr="Conférence générale | la Conférence")
    english = make_edition(body="<p>The Conference decides.</p>")

    page = desk.get(reverse("admin:news_edition_translate", args=[english.article_id, "fr"]))

    assert page.context["rows"][-1].names == [("The Conference", "Conférence générale")]


def test_the_list_finds_a_name_in_any_language(desk):
    Term.objects.create(en="Executive Council", ar="المجلس التنفيذي")

    page = desk.get(reverse(LIST), {"q": "المجلس"}).content.decode()

    assert "Executive Council" in page
