"""pages.csv: titles, languages, sectors and states of the pages that ratings name, to be joined by page_key."""

from pathlib import Path

from django.core.management.base import BaseCommand

from feedback.exports.dialects import DIALECTS, RAW, csv_blocks
from icesco.rated_pages import COLUMNS, page_rows


class Command(BaseCommand):
    help = "Writes pages.csv, to be joined to files of ratings by page_key."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--dialect", choices=DIALECTS, default=RAW)

    def handle(self, *, file, dialect, **options):
        half = file.with_suffix(".part")
        with half.open("wb") as out:
            for block in csv_blocks(COLUMNS, page_rows(), dialect):
                out.write(block)
        half.replace(file)
        self.stdout.write(self.style.SUCCESS(f"Written: {file}"))
