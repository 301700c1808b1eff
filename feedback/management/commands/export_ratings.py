"""The answers one by one as monthly CSV or Parquet files with a manifest, into a folder; run again, it goes on."""

from datetime import date, datetime
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.db.models import Min

from feedback.exports.dialects import DIALECTS, PARQUET, RAW
from feedback.exports.parquet import ParquetMissing
from feedback.exports.parts import digest_of, write_export
from feedback.exports.request import MASKED, WHOLE, Export, settled_moment
from feedback.filters import Filters
from feedback.models import ExportLog, Rating, day_of


class Command(BaseCommand):
    help = (
        "Writes the answers one by one as CSV or Parquet files, a month each, with manifest, schemas and dictionaries."
    )

    def add_arguments(self, parser):
        parser.add_argument("folder", type=Path)
        parser.add_argument("--from", dest="start", type=date.fromisoformat, help="first day, as 2026-03-01")
        parser.add_argument("--until", dest="end", type=date.fromisoformat, help="last day")
        parser.add_argument("--language", default="")
        parser.add_argument("--page-type", default="")
        parser.add_argument("--device", default="")
        parser.add_argument("--without-demo", action="store_true")
        parser.add_argument("--format", choices=["csv", PARQUET], default="csv", help="parquet needs pyarrow")
        parser.add_argument("--dialect", choices=DIALECTS, default=RAW, help="of csv")
        parser.add_argument("--comments", choices=[MASKED, WHOLE], default="", help="left out unless asked for")
        parser.add_argument("--exact-times", action="store_true", help="times are cut to the hour unless asked for")
        parser.add_argument("--as-of", type=datetime.fromisoformat, help="a moment such as 2026-03-09T12:00:00+00:00")

    def handle(self, *, folder, **options):
        export = self.asked_for(options)
        try:
            manifest = write_export(export, folder, say=self.stdout.write)
        except (OSError, ParquetMissing) as error:
            raise CommandError(f"{error}.") from error
        ExportLog.objects.create(request=export.described(), rows=manifest["rows"], sha256=digest_of(manifest["parts"]))
        self.stdout.write(self.style.SUCCESS(f"{manifest['rows']} answers as of {manifest['as_of']}."))

    def asked_for(self, options):
        first = Rating.objects.aggregate(first=Min("rated_on"))["first"]
        as_of = options["as_of"] or settled_moment()
        if as_of.tzinfo is None:
            raise CommandError("--as-of needs a time zone, such as 2026-03-09T12:00:00+00:00.")
        filters = Filters(
            options["start"] or first or day_of(as_of),
            options["end"] or day_of(as_of),
            options["language"],
            options["page_type"],
            not options["without_demo"],
            options["device"],
        )
        dialect = PARQUET if options["format"] == PARQUET else options["dialect"]
        try:
            return Export(filters, as_of, dialect, options["comments"], options["exact_times"])
        except ValueError as error:
            raise CommandError(f"{error}.") from error
