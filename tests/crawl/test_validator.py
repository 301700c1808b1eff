"""Valid HTML, as the Nu validator sees it: every page of the demo and our own drawings, in one run."""

import json
import subprocess
from pathlib import Path

import pytest

from scripts import node_tools
from scripts.refusal import Refused

from . import CRAWL

pytestmark = [*CRAWL, pytest.mark.validator]
STATIC = Path(__file__).resolve().parent.parent.parent / "static"
COMMON = ["--format", "json", "--stdout", "--exit-zero-always"]


@pytest.fixture(scope="module")
def complaints(site, tmp_path_factory):
    """({page or file: [message]}, number of pages): all that the validator calls an error."""
    folder = tmp_path_factory.mktemp("validator")
    names = {}
    for number, page in enumerate(site.html):
        path = folder / f"{number}.html"
        path.write_bytes(page.body)
        names[str(path)] = str(page)
    drawings = [str(path) for path in own_files(".svg")]
    return errors([*COMMON, "--also-check-svg", str(folder), *drawings], names), len(names)


def test_every_page_of_the_demo_and_every_drawing_is_valid(complaints):
    found, page_count = complaints

    assert page_count > 100
    assert found == {}


def test_the_validator_does_find_mistakes(tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><html lang=en><title>Page</title><p id=a><p id=a>", encoding="utf-8")

    found = errors([*COMMON, str(page)], {})

    assert "Duplicate ID" in str(found)


def errors(words, names):
    """Run the validator: {name of the file: [message, with its place]}; names: {path: name} for those that have one."""
    try:
        command = [*node_tools.validator(), *words]
    except Refused as refusal:
        pytest.fail(f"This test needs the Nu validator: {refusal}; or leave it out with -m 'not validator'.")
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found = {}
    for message in json.loads(done.stdout)["messages"]:
        if message["type"] != "info":
            path = message.get("url", "").removeprefix("file:")
            place = f"line {message.get('lastLine', '?')}: {message['message']} {message.get('extract', '')}"
            found.setdefault(names.get(path, path), []).append(" ".join(place.split()))
    return found


def own_files(suffix):
    """Static files of our own; what is copied in from elsewhere lies in a folder named vendor or flags."""
    return sorted(path for path in STATIC.rglob(f"*{suffix}") if not {"vendor", "flags"} & set(path.parts))
