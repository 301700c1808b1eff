"""The description is valid, and what it says is what the API answers."""

import json

import pytest
from openapi_spec_validator import validate

from feedback.api import urls as feedback_urls
from icesco.api import urls
from icesco.api.openapi import document
from icesco.api.openapi.examples import EXAMPLES
from icesco.api.openapi.schemas import SCHEMAS
from tests.factories import update_edition
from tests.news.linked import Subjects

from .contract import ROOT, complaints, get

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(db):
    """A translation with everything on it, behind its source: the Arabic edition."""
    arabic, source = Subjects().full_story()
    update_edition(source, title="Changed since")
    return arabic


def test_the_description_is_valid_openapi():
    validate(document())


def test_the_description_is_served_with_our_origin(client, settings):
    settings.SITE_ORIGIN = "https://news.example.org"

    served = json.loads(client.get("/api/v1/openapi.json").content)

    assert served["servers"] == [{"url": "https://news.example.org/api/v1"}]
    assert served["openapi"] == "3.1.0"


def test_every_address_is_described_and_no_other(client):
    routes = {"/" + str(route.pattern) for route in urls.urlpatterns if route.name != "nothing"}
    routes |= {f"/feedback/{route.pattern}" for route in feedback_urls.urlpatterns if route.name != "nothing"}
    plain = {address.replace("{", "<").replace("}", ">") for address in document()["paths"]}

    assert {route.replace("<int:", "<").replace("<str:", "<").replace("<slug:", "<") for route in routes} == plain


@pytest.mark.parametrize("name", sorted(EXAMPLES.keys() & SCHEMAS.keys() - {"Problem"}))
def test_every_example_is_valid(name):
    assert complaints(EXAMPLES[name], name) == []


@pytest.mark.parametrize("status", sorted(EXAMPLES["problems"]))
def test_every_example_of_a_problem_is_valid(status):
    problem = EXAMPLES["Problem"] | {"status": int(status)} | EXAMPLES["problems"][status]

    assert complaints(problem, "Problem") == []


def test_the_lists_answer_what_is_described(client, story):
    for language in ("ar", "en", "fr"):
        page = get(client, "editions/", "EditionPage", language=language)
        assert page["items"]
    for path, schema in [
        ("people/", "PersonPage"),
        ("member-states/", "MemberStatePage"),
        ("sectors/", "SectorPage"),
        ("tags/", "TagPage"),
    ]:
        assert get(client, path, schema)["items"]
    get(client, "", "Root")


def test_the_details_answer_what_is_described(client, story):
    for edition in story.article.editions.all():
        get(client, f"editions/{edition.article_id}/{edition.language}/", "Edition")
    get(client, "people/amina-diallo/", "WholePerson")
    get(client, "member-states/atlantis/", "MemberState")
    get(client, "sectors/oceans-sector/", "Sector")
    get(client, "tags/ar/المد/", "Tag")


def test_the_parameters_described_are_those_that_are_taken(client, story):
    for address, operation in document()["paths"].items():
        for parameter in operation["get"].get("parameters", []):
            if parameter["in"] == "query":
                answer = client.get(ROOT + address[1:], {parameter["name"]: "a" * 2_000})
                assert b"unknown parameter" not in answer.content


def test_the_root_leads_to_everything(client, story):
    root = get(client, "", "Root")

    links = [*root["editions"].values(), *root["documentation"].values()]
    links += [root[name] for name in ("people", "member_states", "sectors", "tags", "openapi")]
    for link in links:
        assert client.get(link.removeprefix("http://127.0.0.1:8000")).status_code == 200, link
    assert root["documentation"]["ar"].endswith("/ar/about/api/")
