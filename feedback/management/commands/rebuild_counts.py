"""Counts all stored ratings afresh, month by month."""

from django.core.management.base import BaseCommand
from django.db.models import Max, Min

from feedback import partitions
from feedback.models import Rating
from feedback.models.counts import COUNT_TABLES


class Command(BaseCommand):
    help = (
        "Counts all stored ratings afresh, for the dashboard. Ratings that arrive meanwhile wait and are counted too; "
        "counts of months whose ratings are gone stay."
    )

    def handle(self, *args, **options):
        days = Rating.objects.aggregate(first=Min("rated_on"), last=Max("rated_on"))
        if days["first"] is None:
            self.stdout.write("There are no ratings.")
            return
        months = list(partitions.months(days["first"], days["last"]))
        for number, first in enumerate(months, 1):
            self.stdout.write(f"{first:%Y-%m} ({number} of {len(months)})", ending="\n")
            for table in COUNT_TABLES:
                table.objects.rebuild(max(first, days["first"]), partitions.last_of(first))
        rows = sum(table.objects.count() for table in COUNT_TABLES)
        self.stdout.write(self.style.SUCCESS(f"Counts rebuilt: {rows} rows."))
