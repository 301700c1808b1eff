"""`manage.py backup`: the whole newsroom as one file, while the site runs."""

import argparse
from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from icesco.backup.errors import BackupFailed
from icesco.backup.making import make_backup


class Command(BaseCommand):
    help = "Writes the database and the uploaded files into one archive and checks it; safe while the site runs."

    def add_arguments(self, parser):
        parser.add_argument(
            "--to", type=Path, metavar="FOLDER", help="Where it goes; by default backups in ICESCO_VAR."
        )
        parser.add_argument(
            "--keep", type=at_least_one, metavar="N", help="Remove older archives there, so that N are left."
        )

    def handle(self, *, to=None, keep=None, **options):
        try:
            path, manifest = make_backup(to or settings.VAR_DIR / "backups", keep, self.say)
        except BackupFailed as error:
            raise CommandError(str(error)) from error
        for name, reason in manifest.missing.items():
            self.stderr.write(f"not in the archive: {name} ({reason})")
        rows = sum(table["rows"] for table in manifest.tables.values())
        self.stdout.write(f"{path}: {rows} rows, {len(manifest.files)} files, {path.stat().st_size} bytes, checked.")

    def say(self, sentence):
        self.stdout.write(f"» {sentence}")
        self.stdout.flush()


def at_least_one(text):
    if not (text.isascii() and text.isdecimal() and len(text) < 7 and int(text)):
        raise argparse.ArgumentTypeError("a whole number from 1 on")
    return int(text)
