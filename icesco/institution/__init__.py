"""The institution's pages as they stand before anybody has edited them: our own words, a folder per language.

Each file is a page: a line with its title as h1, then its body. They are read from here until the first edit and never
again, so a new version of icesco improves what nobody has touched and leaves alone what somebody has.
"""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from news.body import clean_body

FOLDER = Path(__file__).parent
WRITTEN_ON = date(2026, 11, 26)


@dataclass(frozen=True)
class Text:
    """A page in one language: title, body (sanitised HTML), and the day on which its words last changed."""

    title: str
    body: str
    changed_on: date


@cache
def default_text(name, language):
    """The Text of the page `name`, one of InstitutionPage.Name, before any edit."""
    title, *body = (FOLDER / language / f"{name}.html").read_text(encoding="utf-8").splitlines()
    return Text(title.removeprefix("<h1>").removesuffix("</h1>"), clean_body("".join(body)), WRITTEN_ON)
