"""Every public parameter and form, and the API by its own description."""

import json
import os
import zlib

import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, Phase, given, seed
from hypothesis import settings as hypothesis_settings
from hypothesis.errors import Unsatisfiable
from schemathesis import GenerationMode

from icesco.api.openapi import document
from tests.icesco.api.contract import complaints
from tests.news.linked import Subjects
from tests.sampling import SEED

from . import told
from .answering import Answers, World
from .asking import Asked, Pool, pools

pytestmark = pytest.mark.django_db

# Of these 5,000 each database has a half in a run of CI; `make fuzz` says how many.
REQUESTS = int(os.environ.get("ICESCO_FUZZ_REQUESTS", "2500"))
BATCH = 50  # requests of one Pool
ROUND = 500  # Hypothesis remembers all examples of a round
SHARES = {"anything": 0.92, "desk": 0.02, "api": 0.06}
CLIENT_ERRORS = {400, 404, 405, 410, 414, 431}


@pytest.fixture
def world(db):
    return World()


def tried(strategy, examples, send):
    """Call `send` with that many examples, in rounds of seeds of their own. What fails is told, not made short."""
    for number, begun in enumerate(range(0, examples, ROUND)):

        @seed(zlib.crc32(f"{SEED} {number}".encode()))
        @hypothesis_settings(
            max_examples=min(examples - begun, ROUND),
            derandomize=False,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(strategy)
        def round_of(asked):
            send(asked)

        round_of()


def batches(world, share, make, client):
    """The Answers to that share of REQUESTS, each batch of which `make` makes of one Pool."""

    def send(pool):
        for _ in range(BATCH):
            answers.send(client, make(pool, world))

    with Answers() as answers:
        tried(pools(world), max(1, round(REQUESTS * share / BATCH)), send)
    return answers


def test_no_request_to_a_public_address_a_form_or_a_list_of_the_desk_breaks_anything(world):
    public = batches(world, SHARES["anything"], Pool.anything, world.client)
    desk = batches(world, SHARES["desk"], Pool.desk, world.desk_client)
    told.keep("public", public)
    told.keep("desk", desk)

    assert len(public.seconds) >= 0.9 * REQUESTS * SHARES["anything"]
    assert {200, 302, 400, 403, 404, 405, 422} <= public.statuses.keys()
    assert desk.statuses[200] > 5


@pytest.mark.parametrize("mode", [GenerationMode.POSITIVE, GenerationMode.NEGATIVE], ids=["as described", "otherwise"])
def test_the_api_answers_as_it_says_whatever_it_is_asked(db, client, mode):
    Subjects().full_story()
    operations = [found.ok() for found in schemathesis.openapi.from_dict(document()).get_all_operations()]
    examples = max(1, round(REQUESTS * SHARES["api"] / 2 / len(operations)))

    with Answers() as answers:
        for operation in operations:
            try:
                strategy = operation.as_strategy(generation_mode=mode)
                tried(strategy, examples, lambda case: hold(answers.send(client, asked_by(case)), case))
            except Unsatisfiable:
                # Nothing can be asked otherwise than as described where there is no parameter.
                assert mode == GenerationMode.NEGATIVE
    told.keep(f"API, {mode.value}", answers)

    assert len(answers.seconds) >= len(operations) / 2
    assert answers.statuses.keys() & {200, 400}


def asked_by(case):
    """The Asked of a case of schemathesis."""
    sent = case.as_transport_kwargs(base_url="http://testserver/api/v1")
    sent.pop("cookies", None)
    prepared = requests.Request(sent["method"], sent["url"], params=sent.get("params")).prepare()
    return Asked(sent["method"], prepared.path_url)


def hold(response, case):
    """An answer is one of those that the description names, in the form that it says."""
    if response.status_code in CLIENT_ERRORS:
        if case.method.upper() != "HEAD":
            assert complaints(json.loads(response.content), "Problem") == []
        return
    assert str(response.status_code) in case.operation.definition.raw["responses"] or response.status_code == 204
    if response.status_code == 200 and case.method.upper() == "GET":
        schema = case.operation.definition.raw["responses"]["200"]["content"]["application/json"]["schema"]
        name = schema.get("$ref", "").rpartition("/")[2]
        assert not name or complaints(json.loads(response.content), name) == []
