"""Loads the demo stories and a year of demo ratings into a database that has no stories."""

from django.core.management.base import BaseCommand

from icesco.demo.loading import load_demo


class Command(BaseCommand):
    help = "Loads the demo, once: a database that has stories is left alone. Needs load_reference."

    def handle(self, **options):
        made = load_demo(say=lambda sentence: self.stdout.write(f"  {sentence}"))
        self.stdout.write(
            f"Demo: {made} stories loaded." if made else "Demo: there are stories already; nothing changed."
        )
