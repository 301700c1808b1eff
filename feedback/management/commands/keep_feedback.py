"""Forgets who answered, makes the months to come, lets go of answers that are kept no longer; safe to repeat."""

from django.core.management.base import BaseCommand

from feedback.upkeep import keep


class Command(BaseCommand):
    help = "Forgets who answered before today and lets go of the oldest answers (FEEDBACK_KEPT_MONTHS). Run it daily."

    def handle(self, *args, **options):
        done = keep()
        self.stdout.write(
            f"Forgotten: {done.forgotten} day(s). New parts: {len(done.made)}. "
            f"Months let go: {', '.join(f'{month:%Y-%m}' for month in done.dropped) or 'none'}."
        )
