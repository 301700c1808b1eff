from django.core.management.base import BaseCommand

from feedback.models import DailyCount


class Command(BaseCommand):
    help = "Count all stored ratings afresh, for the dashboard. Ratings that arrive meanwhile wait and are counted too."

    def handle(self, *args, **options):
        rows = DailyCount.objects.rebuild()
        self.stdout.write(self.style.SUCCESS(f"Daily counts rebuilt: {rows} rows."))
