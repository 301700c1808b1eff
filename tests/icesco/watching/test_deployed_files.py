"""The dashboard and the alarms ask for figures that there are, and the dashboard shows all of them."""

import json
import re
from pathlib import Path

import pytest
from django.conf import settings

from icesco.watching.figures import registry
from icesco.watching.kinds import KINDS
from icesco.watching.newsroom import Standings, families
from people.languages import LANGUAGES

DEPLOY = Path(settings.BASE_DIR) / "deploy"
DASHBOARD = DEPLOY / "grafana" / "icesco.json"
ALARMS = DEPLOY / "prometheus" / "alerts.yml"
NAME = re.compile(r"\bicesco_[a-z_0-9]+")


def exported():
    """{name of a family: names of its samples}."""
    everywhere = dict.fromkeys(LANGUAGES, 1)
    newsroom = families(Standings(live=everywhere, behind=everywhere), age=1.0)
    suffixes = {"counter": ["_total"], "histogram": ["_bucket", "_sum", "_count"], "gauge": [""]}
    found = [*registry.collect(), *newsroom]
    return {family.name: {family.name + suffix for suffix in suffixes[family.type]} for family in found}


def expressions():
    """All that the dashboard asks for, one text."""
    panels = json.loads(DASHBOARD.read_text(encoding="utf-8"))["panels"]
    return "\n".join(target["expr"] for panel in panels for target in panel["targets"])


def test_the_dashboard_asks_for_figures_that_there_are():
    assert set(NAME.findall(expressions())) - set().union(*exported().values()) == set()


def test_every_figure_is_on_the_dashboard():
    asked = set(NAME.findall(expressions()))

    assert [family for family, samples in exported().items() if not samples & asked] == []


def test_the_alarms_ask_for_figures_that_there_are():
    rules = [line for line in ALARMS.read_text(encoding="utf-8").splitlines() if not line.lstrip().startswith("#")]

    asked = set(NAME.findall("\n".join(rules)))

    assert len(asked) >= 4
    assert asked - set().union(*exported().values()) == set()


@pytest.mark.parametrize("path", [DASHBOARD, ALARMS], ids=lambda path: path.name)
def test_kinds_that_are_named_exist(path):
    named = re.findall(r'kind=~?\\?"([^"\\]+)', path.read_text(encoding="utf-8"))

    assert {kind for names in named for kind in names.split("|")} <= KINDS


def test_panels_stand_beside_each_other_and_have_ids_of_their_own():
    panels = json.loads(DASHBOARD.read_text(encoding="utf-8"))["panels"]
    cells = [
        (x, y)
        for place in (panel["gridPos"] for panel in panels)
        for x in range(place["x"], place["x"] + place["w"])
        for y in range(place["y"], place["y"] + place["h"])
    ]

    assert len({panel["id"] for panel in panels}) == len(panels)
    assert len(cells) == len(set(cells))
    assert max(x for x, _y in cells) < 24
