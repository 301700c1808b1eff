"""Takes the made-up ratings of a demonstration away, and what was counted of them."""

from django.core.management.base import BaseCommand
from django.db import transaction

from feedback.models import Rating, Verdict
from feedback.models.counts import COUNT_TABLES


class Command(BaseCommand):
    help = "Takes all ratings away that were made up for a demonstration, with their counts."

    @transaction.atomic
    def handle(self, *args, **options):
        demo = Rating.objects.filter(is_demo=True)
        number = demo.count()
        Verdict.objects.filter(rating__in=demo.values("pk")).delete()
        demo._raw_delete(demo.db)
        for table in COUNT_TABLES:
            table.objects.filter(is_demo=True).delete()
        self.stdout.write(self.style.SUCCESS(f"{number} made-up answers are gone."))
