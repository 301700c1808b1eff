"""What the query of an address may say: each parameter once, known, and within its limits."""

import re
from datetime import UTC, datetime
from http import HTTPStatus

from people.languages import LANGUAGES

from .problems import Problem

MOST_ROWS = 100
MOMENT = "%Y-%m-%dT%H:%M:%SZ"


def refuse_odd_parameters(params, allowed):
    """Raises Problem on a parameter in the QueryDict `params` that is not among `allowed`, is empty or comes twice."""
    for name, values in params.lists():
        if name not in allowed:
            known = ", ".join(allowed) or "none"
            raise Problem(HTTPStatus.BAD_REQUEST, f"There is an unknown parameter. Known here: {known}.")
        if len(values) > 1:
            raise bad(name, "may be given once only")
        if not values[0]:
            raise bad(name, "has no value: leave it out or give it one")


def bad(name, what):
    return Problem(HTTPStatus.BAD_REQUEST, f"The parameter {name} {what}.", name)


def language_in(params):
    """The required `language`. Raises Problem."""
    language = params.get("language", "")
    if language not in LANGUAGES:
        raise bad("language", f"is required and is one of {', '.join(LANGUAGES)}")
    return language


def limit_in(params, usual):
    """How many items a page shall hold: 1–100, `usual` by default. Raises Problem."""
    value = params.get("limit", str(usual))
    if not re.fullmatch("[1-9][0-9]{0,2}", value) or int(value) > MOST_ROWS:
        raise bad("limit", f"is a whole number from 1 to {MOST_ROWS}")
    return int(value)


def moment_in(params, name):
    """The moment that `name` says, an aware datetime, or None without it. Raises Problem."""
    if name not in params:
        return None
    wrong = bad(name, "is a moment in UTC such as 2026-11-24T09:30:00Z")
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z", params[name]):
        raise wrong
    try:
        moment = datetime.strptime(params[name], MOMENT).replace(tzinfo=UTC)
    except ValueError as error:
        raise wrong from error
    if not 1900 <= moment.year <= 9000:
        raise wrong
    return moment
