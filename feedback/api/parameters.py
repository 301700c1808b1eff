"""What the query of an address may say: the dashboard's filters, and how to go through a list."""

import re
from datetime import UTC, datetime
from http import HTTPStatus

from django.utils import timezone
from django.utils.translation import override

from ..exports.request import SETTLED, settled_moment
from ..filters import DashboardForm
from .problems import Problem, bad

MOST_ROWS, USUAL_ROWS = 1000, 100
PERIOD = ("start", "end")
CHOICES = {
    "device": "phone, tablet, computer or unknown",
    "demo": "include or exclude",
    "suspects": "include or exclude",
}


def refuse_odd_parameters(params, allowed):
    """Raises Problem on a parameter in the QueryDict `params` that is not among `allowed`, is empty or comes twice."""
    for name, values in params.lists():
        if name not in allowed:
            raise Problem(HTTPStatus.BAD_REQUEST, f"There is an unknown parameter. Known here: {', '.join(allowed)}.")
        if len(values) > 1:
            raise bad(name, "may be given once only")
        if not values[0]:
            raise bad(name, "has no value: leave it out or give it one")


def filters_in(params):
    """The Filters that `params` choose, as on the dashboard. Raises Problem."""
    # Their words are the form's own, in the language of programs.
    with override("en"):
        form = DashboardForm(params)
        if form.is_valid():
            return form.filters()
        name, errors = next(iter(form.errors.as_data().items()))
        raise bad(name, told(name, errors[0]))


def told(name, error):
    if error.code == "invalid_choice":
        return f"is {CHOICES[name]}" if name in CHOICES else "names nothing that is known here"
    if error.code in {"max_length", "null_characters_not_allowed"}:
        return "is no key of a page"
    return f"can’t be used: {str(error.message).rstrip('.')}"


def limit_in(params):
    """How many items a page shall hold: 1–1000. Raises Problem."""
    value = params.get("limit", str(USUAL_ROWS))
    if not re.fullmatch("[1-9][0-9]{0,3}", value) or int(value) > MOST_ROWS:
        raise bad("limit", f"is a whole number from 1 to {MOST_ROWS}")
    return int(value)


def key_in(params):
    """The key of the last rating that is already known, 0 without one. Raises Problem."""
    value = params.get("after", "0")
    if not re.fullmatch("0|[1-9][0-9]{0,17}", value):
        raise bad("after", "is the key of a rating, a whole number")
    return int(value)


def moment_in(params):
    """The moment of which the rows are, an aware datetime: the newest that is over unless said. Raises Problem."""
    if "as_of" not in params:
        return settled_moment()
    wrong = bad("as_of", "is a moment in UTC such as 2026-11-24T09:30:00Z")
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z", params["as_of"]):
        raise wrong
    try:
        moment = datetime.strptime(params["as_of"], "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=UTC)
    except ValueError as error:
        raise wrong from error
    if moment.year < 2000:
        raise wrong
    if moment > timezone.now() - SETTLED:
        raise bad("as_of", "has to lie five minutes back, so that all of it is there")
    return moment
