"""The figures equal what scipy, statsmodels and numpy say: reference/values.json, written by reference/make.py."""

import json
from pathlib import Path

import pytest

from feedback import metrics

TABLE = json.loads(Path(__file__).with_name("reference").joinpath("values.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", [name for name in TABLE if name != "versions"])
def test_a_figure_equals_the_librarys_value(name):
    figure = getattr(metrics, name)

    for arguments, value in TABLE[name]:
        assert figure(*arguments) == pytest.approx(value, rel=1e-8, abs=1e-10), arguments


def test_the_table_names_the_libraries_that_it_is_from():
    assert set(TABLE["versions"]) == {"scipy", "statsmodels", "numpy"}
