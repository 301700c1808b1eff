"""Running the import on texts made for a test."""

from io import StringIO
from pathlib import Path

from django.core.management import call_command

REAL = Path(__file__).parent.parent / "listing" / "data" / "icesco-news-listing-en.txt"

LEAD = (
    "The Islamic World Educational, Scientific and Cultural Organization (ICESCO) opened a course for thirty museum "
    "curators on Monday, 7 April 2025, in Rabat, with experts from many Member States."
)


def story(title="ICESCO Opens Course for Museum Curators", *paragraphs, dated=""):
    return "\n\n".join([title, *([dated] if dated else []), *(paragraphs or (LEAD,))])


def run(path, language="en", **options):
    """What the command prints."""
    said = StringIO()
    call_command("import_listing", str(path), language=language, stdout=said, stderr=StringIO(), **options)
    return said.getvalue()


def run_text(tmp_path, text, language="en", **options):
    path = tmp_path / "listing.txt"
    path.write_text(text, encoding="utf-8")
    return run(path, language, **options)
