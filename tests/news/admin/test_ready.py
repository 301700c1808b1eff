"""“Before publishing” at the desk: the list, where each thing is mended, and links asked on demand."""

import pytest
from django.contrib.auth.models import Permission
from django.urls import reverse

from news.prepublication import guard, outside
from tests.factories import make_appearance, make_article, make_draft, make_person, make_picture, make_user
from tests.news.admin.forms import change_address
from tests.news.prepublication.servers import web_server

pytestmark = pytest.mark.django_db


def ready(edition, name="ready"):
    return reverse(f"admin:news_edition_{name}", args=[edition.article_id, edition.language])


def test_each_thing_leads_to_where_it_is_mended(desk):
    edition = make_draft(make_article(lead_picture=make_picture()), summary="")
    person = make_person("Amina Diallo", is_public=False)
    make_appearance(edition.article, person)

    page = desk.get(ready(edition)).content.decode()

    form = change_address(edition.article)
    assert f'href="{form}#id_draft_lead_alt_en"' in page
    assert f'href="{form}#id_draft_summary_en"' in page
    assert f'href="{reverse("admin:people_person_change", args=[person.pk])}"' in page
    assert page.count("✕") == 1
    assert page.count("⚠") == 3
    for word in ("Blocks", "Look at this", "All right"):
        assert word in page


def test_a_missing_picture_is_mended_among_the_facts(desk):
    edition = make_draft()

    assert f"{change_address(edition.article)}#id_lead_picture" in desk.get(ready(edition)).content.decode()


def test_the_form_counts_what_to_look_at_in_each_language(desk):
    edition = make_draft(summary="")
    make_draft(edition.article, "fr", follows=edition.newest_revision)

    page = desk.get(change_address(edition.article))

    counts = {panel.language: panel.warning_count for panel in page.context["panels"]}
    assert counts == {"ar": 0, "en": 2, "fr": 1}
    assert "2 things to look at" in page.content.decode()
    assert ready(edition) in page.content.decode()


def test_warnings_keep_nothing_from_being_published(desk):
    edition = make_draft(summary="", title="x" * 200)

    edition.publish(edition.newest_revision)

    assert edition.is_live()


def test_links_are_asked_when_somebody_says_so_and_not_before(desk, monkeypatch):
    monkeypatch.setattr(guard, "may_connect", lambda address, port: True)
    with web_server() as server:
        body = f'<p><a href="{server.origin}/page">One</a> <a href="{server.origin}/404">Two</a></p>'
        edition = make_draft(body=body)
        page = desk.get(ready(edition)).content.decode()
        assert "Check the links" in page
        assert server.asked == []

        page = desk.post(ready(edition, "links")).content.decode()

    assert {path for _method, path in server.asked} == {"/page", "/404"}
    assert "says that there is no such page" in page
    assert desk.get(ready(edition, "links")).status_code == 405


def test_links_into_our_own_network_are_not_asked(desk):
    with web_server() as server:
        edition = make_draft(body=f'<p><a href="{server.origin}/page">One</a></p>')

        page = desk.post(ready(edition, "links")).content.decode()

    assert server.asked == []
    assert "private network" in page


def test_while_others_check_links_one_is_told_to_wait(desk, monkeypatch):
    monkeypatch.setattr(outside, "CHECKING", outside.BoundedSemaphore(1))
    outside.CHECKING.acquire()
    edition = make_draft(body='<p><a href="https://example.org/">One</a></p>')

    assert "try again in a moment" in desk.post(ready(edition, "links")).content.decode()


def test_who_may_only_look_sees_the_list_and_asks_no_site(client):
    edition = make_draft(body='<p><a href="https://example.org/">One</a></p>')
    user = make_user(is_superuser=False)
    user.user_permissions.set(Permission.objects.filter(codename__in=["view_article", "write_fr"]))
    client.force_login(user)

    page = client.get(ready(edition)).content.decode()

    assert "example.org" in page
    assert ready(edition, "links") not in page
    assert client.post(ready(edition, "links")).status_code == 403


def test_the_words_of_a_hostile_text_are_shown_as_words(desk):
    edition = make_draft(body='<p><a href="/nowhere/%3Cscript%3Ealert(1)%3C/script%3E/">One</a></p>')

    page = desk.get(ready(edition)).content.decode()

    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_the_list_takes_few_queries_however_many_people_there_are(desk, django_assert_max_num_queries):
    edition = make_draft(make_article(lead_picture=make_picture()))
    for number in range(5):
        make_appearance(edition.article, make_person(f"Person {number}"))

    with django_assert_max_num_queries(20):
        desk.get(ready(edition))
