"""`manage.py restore ARCHIVE`: the newsroom of a backup in an empty database."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from icesco.backup.errors import RestoreRefused, Unfinished
from icesco.backup.restoring import restore


class Command(BaseCommand):
    help = "Puts a backup into a database without rows and empty folders of uploads, or refuses and changes nothing."
    requires_system_checks = []  # there may be no tables yet

    def add_arguments(self, parser):
        parser.add_argument("archive", type=Path)

    def handle(self, *, archive, **options):
        try:
            manifest = restore(archive, self.say)
        except (RestoreRefused, Unfinished) as error:
            raise CommandError(str(error)) from error
        for name, reason in manifest.missing.items():
            self.stderr.write(f"the backup lacks {name} ({reason})")
        rows = sum(table["rows"] for table in manifest.tables.values())
        self.stdout.write(
            f"Restored as of {manifest.made_at}: {rows} rows, {len(manifest.files)} files. Everybody signs in again."
        )

    def say(self, sentence):
        self.stdout.write(f"» {sentence}")
        self.stdout.flush()
