"""Every route × method × role × language: who may, may; who may not, changes nothing. A new route needs a rule."""

import pytest
from django.apps import apps
from django.contrib import admin
from django.db import transaction
from django.test import RequestFactory
from django.urls import reverse

from news.models import Edition
from tests.sampling import sampled
from tests.signing_in import sign_in

from .routes import addresses_of, all_routes
from .rules import ACTIONS, ADMIN, APART, EVERYBODY
from .world import EVERY_ROLE, STRANGER, make_people, make_world, roles  # noqa: F401  (a fixture)

pytestmark = pytest.mark.django_db
SAMPLE = 350
OURS = ("auth", "feedback", "icesco", "news", "people", "admin")


def rule_for(address):
    rule = ADMIN[address.route.name]
    return rule(**address.values) if callable(rule) else rule


def all_cases(world):
    """(address, method, role, whether they may) of the whole matrix of the admin."""
    routes = [route for route in all_routes() if route.is_admin and route.name not in APART]
    for route in routes:
        for address in addresses_of(route, world):
            for method, may in rule_for(address).items():
                yield from ((address, method, role, role in may) for role in EVERY_ROLE)


def fingerprint():
    """What a forbidden request must leave as it is: how many rows there are, and how the texts stand."""
    models = [model for label in OURS for model in apps.get_app_config(label).get_models()]
    counts = [model._default_manager.count() for model in models]
    states = Edition.objects.order_by("pk").values_list("visibility", "stage", "newest_revision", "slug", "expires_at")
    return counts, list(states)


def was_let_in(answer, route):
    """Whether the answer is one to somebody who may: not "forbidden", not "sign in first".

    Of an app in which a person may see nothing, Django says that there is none.
    """
    shut = {403, 404} if route.name == "admin:app_list" else {403}
    return answer.status_code not in shut and not (answer.status_code == 302 and "/login/" in answer.url)


def test_every_route_of_the_admin_has_a_rule():
    known = {*ADMIN, *APART}

    assert {route.name for route in all_routes() if route.is_admin} - known == set()
    assert known - {route.name for route in all_routes()} == set()


def test_each_role_gets_where_it_may_and_no_further(client, roles):  # noqa: F811
    world, people = make_world(), make_people()
    cases = sampled(all_cases(world), SAMPLE)
    before, wrong = fingerprint(), []
    client.raise_request_exception = False
    # In the order of the roles: signing in takes longer than asking.
    for address, method, role, may in sorted(cases, key=lambda case: EVERY_ROLE.index(case[2])):
        if role == STRANGER:
            client.logout()
        elif client.session.get("_auth_user_id") != str(people[role].pk):
            sign_in(client, people[role])
        with transaction.atomic():
            path = reverse(address.route.name, kwargs=address.values)
            answer = client.get(path) if method == "GET" else client.post(path)
            let_in = was_let_in(answer, address.route)
            if let_in != may or answer.status_code >= 500:
                wrong.append(f"{method} {address} as {role}: {answer.status_code}")
            if not may and method == "POST" and fingerprint() != before:
                wrong.append(f"{method} {address} as {role} changed something")
            transaction.set_rollback(True)
    assert wrong == [], f"{len(cases)} cases tried"


def test_each_role_has_the_bulk_actions_it_may_use(roles):  # noqa: F811
    people, wrong = make_people(), []
    for model, model_admin in admin.site._registry.items():
        expected = ACTIONS.get(model._meta.label_lower, {})
        for role, user in people.items():
            request = RequestFactory().get("/")
            request.user = user
            found = (
                set(model_admin.get_actions(request)) if model_admin.has_view_or_change_permission(request) else set()
            )
            may = {name for name, who in expected.items() if role in who}
            if found != may:
                wrong.append(f"{model._meta.label} as {role}: {sorted(found)}, not {sorted(may)}")
    assert wrong == []


def test_public_pages_are_open_to_everybody_and_take_no_orders(client, roles):  # noqa: F811
    world, people = make_world(), make_people()
    live = Edition.objects.get(article=world["article"], language="en")
    paths = [
        "/en/",
        "/en/news/",
        live.get_absolute_url(),
        f"/api/v1/editions/{world['article']}/en/",
        "/api/v1/people/",
    ]
    for role in sampled(sorted(EVERYBODY), 3):
        client.logout() if role == STRANGER else client.force_login(people[role])
        for path in paths:
            assert client.get(path).status_code == 200, (path, role)
            assert client.post(path, {"title": "Mine"}).status_code in {403, 405}, (path, role)


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_no_other_method_does_anything(client, roles, method):  # noqa: F811
    world, people = make_world(), make_people()
    sign_in(client, people["administrator"])
    client.raise_request_exception = False
    before = fingerprint()
    addresses = [a for route in all_routes() if route.name in ADMIN for a in addresses_of(route, world)]

    for address in sampled(addresses, 25):
        answer = getattr(client, method)(reverse(address.route.name, kwargs=address.values))
        assert answer.status_code < 500, str(address)

    assert fingerprint() == before
