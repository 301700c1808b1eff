"""`manage.py send_digests`: the daily mail to staff, from a timer (docs/for-operators.md)."""

from django.core.management.base import BaseCommand, CommandError

from news.queue.digest import send_digests


class Command(BaseCommand):
    help = (
        "Sends each member of staff with an address what waits for them, in their language. Safe to run again: nobody"
        " gets two mails a day, and those that failed are tried again."
    )

    def handle(self, **options):
        sent, failed = send_digests()
        self.stdout.write(f"{sent} mail(s) sent.")
        if failed:
            raise CommandError(f"{failed} mail(s) could not be sent: see the log. The next run of today tries again.")
