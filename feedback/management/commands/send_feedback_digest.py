"""The weekly mail of the figures, from a timer: nobody gets a week twice."""

from django.core.management.base import BaseCommand, CommandError

from feedback.digest import send_due


class Command(BaseCommand):
    help = "Sends last week’s figures to whoever asked for them on the dashboard. Safe to run daily, and again."

    def handle(self, *args, **options):
        sent, failed = send_due()
        self.stdout.write(f"{sent} mail(s) sent.")
        if failed:
            raise CommandError(f"{failed} mail(s) could not be sent: see the log. The next run tries again.")
