from django.core.management.base import BaseCommand

from news.models import Edition, WorkItem
from news.queue.rework import rebuild


class Command(BaseCommand):
    help = (
        "Derive what waits at the desk anew from the stories: after an upgrade that says so, a restored part of a"
        " backup or rows changed by hand. Safe at any time, and while people work."
    )

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="Only when there are texts but no rows yet.")

    def handle(self, *, if_empty=False, **options):
        if if_empty and (WorkItem.objects.exists() or not Edition.objects.exists()):
            return
        count = rebuild(lambda done: self.stdout.write(f"{done} articles"))
        self.stdout.write(f"The queue is derived anew from {count} articles.")
