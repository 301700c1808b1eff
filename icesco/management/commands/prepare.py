"""`manage.py prepare`: brings the database and the static files to what this version of the code needs."""

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import Error, connection

from .demo_admin import sign_in_words

PLACES = [("العربية", "/ar/"), ("English", "/en/"), ("Français", "/fr/"), ("Admin", "/admin/")]


class Command(BaseCommand):
    help = "Migrates, loads the reference data and collects static files; safe to repeat. --demo adds the demo."

    def add_arguments(self, parser):
        parser.add_argument(
            "--demo", action="store_true", help="Add the demo content and administrator to a new database."
        )

    def handle(self, *, demo, **options):
        self.reach_database()
        self.step("bringing the database up to date", "migrate", interactive=False)
        self.step("loading the reference data", "load_reference")
        if demo:
            self.step("loading the demo content", "load_demo")
        self.step("looking after the search index", "rebuild_search", if_empty=True)
        self.step("looking after the queue of the desk", "rebuild_queue", if_empty=True)
        self.step("collecting static files", "collectstatic", interactive=False)
        if demo:
            self.tell_addresses()

    def reach_database(self):
        """Raises CommandError, one sentence, when the database can't be opened."""
        try:
            connection.ensure_connection()
        except Error as error:
            reason = " ".join(str(error).split())
            raise CommandError(f"The database can’t be opened: {reason}") from None

    def step(self, words, command, **options):
        """Announce a management command and run it quietly."""
        self.stdout.write(f"» {words}")
        self.stdout.flush()
        call_command(command, verbosity=0, stdout=self.stdout, stderr=self.stderr, **options)

    def tell_addresses(self):
        """Print where to go and how to sign in."""
        self.stdout.write("\nicesco is ready; Ctrl-C stops it.\n")
        for name, path in PLACES:
            self.stdout.write(f"  {name:<9} {settings.SITE_ORIGIN}{path}")
        self.stdout.write(f"  {'Sign in':<9} {sign_in_words()}\n\n")
        self.stdout.flush()
