from collections import Counter, defaultdict

from django.db import migrations
from django.db.models import Count

SINGLE = ("rated_on", "language", "page_type", "page_key", "is_demo")


def count_pages(apps, schema_editor):
    """Count what was rated before there was a table for it: all of it counted, of the first series."""
    tallies = defaultdict(Counter)
    ratings = apps.get_model("feedback", "Rating").objects.order_by()
    for *key, score, number in ratings.values_list(*SINGLE, "score").annotate(number=Count("pk")):
        tallies[tuple(key)][f"n{score}"] += number
    table = apps.get_model("feedback", "PageCount")
    rows = [table(**dict(zip(SINGLE, key, strict=True)), **tally) for key, tally in tallies.items()]
    table.objects.bulk_create(rows, batch_size=2000)


def forget_pages(apps, schema_editor):
    apps.get_model("feedback", "PageCount").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("feedback", "0005_counts_of_pages")]

    operations = [migrations.RunPython(count_pages, forget_pages)]
