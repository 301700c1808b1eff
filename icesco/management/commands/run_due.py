"""Applies what is due: publications, releases, the end of the bin's thirty days. Runs each minute, from a timer or
beside `make run`.
"""

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from feedback.upkeep import keep
from news.models import Publication
from news.models.bin import empty_bin
from news.models.publication import apply_due
from news.queue.rework import rework_expired


class Command(BaseCommand):
    help = "Makes public what is scheduled and due. Idempotent: safe to run at any time, and twice at once."

    def handle(self, **options):
        now = timezone.now()
        if late := Publication.objects.overdue(now).count():
            self.stderr.write(f"{late} publication(s) are more than a minute late: did run_due stop?")
        applied, failed = apply_due(now)
        if emptied := empty_bin(now):
            self.stdout.write(f"{emptied} stories or texts have left the bin for good.")
        rework_expired(now)
        keep(now)  # nobody who rated a page is recognised on another day
        if applied:
            self.stdout.write(f"{applied} publication(s) applied.")
        if failed:
            raise CommandError(f"{failed} publication(s) could not be applied: see the log. They are tried again.")
