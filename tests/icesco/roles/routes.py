"""Every route of the site, with all that its address can name, as cases for the rules."""

import re
from dataclasses import dataclass, field
from itertools import product

from django.urls import get_resolver

from people.languages import LANGUAGES

from .rules import ACTS

PARAMETER = re.compile(r"<(?:\w+:)?(\w+)>|\(\?P<(\w+)>")
MODEL = re.compile(r"^admin/(\w+)/(\w+)/")
APPS = ("people", "news", "icesco", "auth", "feedback")


@dataclass(frozen=True)
class Route:
    """name: with its namespaces, such as admin:index; '' for one without. pattern: the whole address's."""

    name: str
    pattern: str

    @property
    def is_admin(self):
        return self.pattern.startswith("admin/")

    @property
    def parameters(self):
        return [one or other for one, other in PARAMETER.findall(self.pattern)]

    @property
    def model(self):
        """app_model of the pages of a model's rows, or ''."""
        found = MODEL.match(self.pattern)
        return f"{found[1]}_{found[2]}" if found else ""


@dataclass(frozen=True)
class Address:
    """One address of a route: what its parameters are."""

    route: Route
    values: dict = field(hash=False)

    def __str__(self):
        told = " ".join(str(value) for name, value in self.values.items() if name in {"language", "act", "app_label"})
        return f"{self.route.name} {told}".strip()


def all_routes(patterns=None, prefix="", spaces=()):
    """Every Route of the site but the redirects and the last resort that Django's admin adds without a name."""
    for pattern in get_resolver().url_patterns if patterns is None else patterns:
        path = f"{prefix}{pattern.pattern}"
        if hasattr(pattern, "url_patterns"):
            inner = (*spaces, pattern.namespace) if pattern.namespace else spaces
            yield from all_routes(pattern.url_patterns, path, inner)
        elif pattern.name:
            yield Route(":".join([*spaces, pattern.name]), path)


def addresses_of(route, world):
    """The addresses of an admin route: one for each language, act or app that it can name."""
    choices = {
        "language": LANGUAGES,
        "act": ["restore"] if route.name.endswith("restore") else [*ACTS],
        "app_label": APPS,
        "number": [1],
    }
    names = route.parameters
    # The pages of the institution were written in English.
    if route.model == "icesco_institutionpage":
        choices["language"] = ["en"]
    for name in set(names) - choices.keys():
        key = next(key for key in (route.name, name, route.model) if key in world)
        choices[name] = [world[key]]
    for values in product(*(choices[name] for name in names)):
        yield Address(route, dict(zip(names, values, strict=True)))
