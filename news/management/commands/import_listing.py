"""`manage.py import_listing FILE --language en`: draft articles of a news listing (docs/import.md)."""

from django.core.management.base import BaseCommand, CommandError
from django.db import IntegrityError

from news.importing.importer import import_text
from news.importing.report import report
from news.importing.source import UnreadableListing, read_file
from people.languages import LANGUAGES
from people.models import MemberState


class Command(BaseCommand):
    help = "Makes a draft article of each story in a plain-text listing. A second run changes nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", help="the listing, plain text in UTF-8")
        parser.add_argument("--language", required=True, help=f"the language of the listing: {', '.join(LANGUAGES)}")
        parser.add_argument("--dry-run", action="store_true", help="say what would be made, and write nothing")

    def handle(self, *, file, language, dry_run, **options):
        if language not in LANGUAGES:
            raise CommandError(f"“{language}” is not a language of this site: choose {', '.join(LANGUAGES)}.")
        if not MemberState.objects.exists():
            raise CommandError("No member states are known yet: run manage.py load_reference first.")
        try:
            text = read_file(file)
            result = import_text(text, language, dry_run, self.show_progress)
        except UnreadableListing as problem:
            raise CommandError(str(problem)) from None
        except IntegrityError:
            raise CommandError("Another import of the same stories ran at the same time: run this one again.") from None
        finally:
            self.clear_progress()
        for line in report(result, dry_run):
            self.stdout.write(line)

    def show_progress(self, done, count):
        if self.stderr.isatty():
            self.stderr.write(f"\r{done} of {count} stories", style_func=str, ending="")
            self.stderr.flush()

    def clear_progress(self):
        if self.stderr.isatty():
            self.stderr.write("\r" + " " * 40 + "\r", style_func=str, ending="")
