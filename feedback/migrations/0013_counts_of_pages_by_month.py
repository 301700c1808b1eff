from django.db import migrations, models
from django.db.models import Sum
from django.db.models.functions import TruncMonth

GRAIN = ("language", "page_type", "page_key", "series", "standing", "is_demo")
COUNTERS = ("n1", "n2", "n3", "n4", "n5")


def add_up_months(apps, schema_editor):
    """What was counted by the day, added up by the month."""
    days = apps.get_model("feedback", "PageCount").objects.using(schema_editor.connection.alias).order_by()
    sums = {f"sum_{name}": Sum(name) for name in COUNTERS}
    rows = days.annotate(month=TruncMonth("rated_on")).values_list("month", *GRAIN).annotate(**sums)
    table = apps.get_model("feedback", "PageMonthCount")
    names = ("rated_on", *GRAIN, *COUNTERS)
    made = (table(**dict(zip(names, row, strict=True))) for row in rows.iterator(chunk_size=2000))
    table.objects.using(schema_editor.connection.alias).bulk_create(made, batch_size=500)


def forget_months(apps, schema_editor):
    """The table goes with what it holds."""


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0012_scores_and_words_of_the_day"),
    ]

    operations = [
        migrations.CreateModel(
            name="PageMonthCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rated_on", models.DateField(verbose_name="day")),
                ("language", models.CharField(max_length=12, verbose_name="language")),
                ("page_type", models.CharField(max_length=40, verbose_name="page type")),
                ("series", models.CharField(default="1.1.1", max_length=20, verbose_name="series")),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("counted", "Counted"),
                            ("quarantined", "Set apart"),
                            ("replaced", "Replaced by a later answer"),
                        ],
                        default="counted",
                        max_length=12,
                        verbose_name="standing",
                    ),
                ),
                ("is_demo", models.BooleanField(default=False, verbose_name="demo data")),
                ("slot", models.PositiveSmallIntegerField(default=0)),
                ("n1", models.IntegerField(default=0)),
                ("n2", models.IntegerField(default=0)),
                ("n3", models.IntegerField(default=0)),
                ("n4", models.IntegerField(default=0)),
                ("n5", models.IntegerField(default=0)),
                ("page_key", models.CharField(max_length=200, verbose_name="page key")),
            ],
            options={
                "verbose_name": "monthly count of a page",
                "verbose_name_plural": "monthly counts of pages",
                "indexes": [models.Index(fields=["page_key", "rated_on"], name="month_count_by_page")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=(
                            "rated_on",
                            "language",
                            "page_type",
                            "page_key",
                            "series",
                            "standing",
                            "is_demo",
                            "slot",
                        ),
                        name="one_month_count_per_group_and_slot",
                    )
                ],
            },
        ),
        migrations.RunPython(add_up_months, forget_months),
    ]
