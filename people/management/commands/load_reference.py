"""Loads the member states, sectors and places of people/reference/."""

from django.core.management.base import BaseCommand

from people.reference import load_reference


class Command(BaseCommand):
    help = "Adds the member states, sectors and places that are missing. What staff have changed stays as it is."

    def add_arguments(self, parser):
        parser.add_argument(
            "--refresh", action="store_true", help="put the wording of existing rows back to the reviewed fixture's"
        )

    def handle(self, *, refresh, **options):
        made = load_reference(refresh)
        self.stdout.write("Reference data: " + ", ".join(f"{count} {kind} added" for kind, count in made.items()) + ".")
