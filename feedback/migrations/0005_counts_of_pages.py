from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0004_counts_by_series_and_standing"),
    ]

    operations = [
        migrations.CreateModel(
            name="PageCount",
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
                "verbose_name": "daily count of a page",
                "verbose_name_plural": "daily counts of pages",
            },
        ),
        migrations.AddIndex(
            model_name="pagecount",
            index=models.Index(fields=["page_key", "rated_on"], name="page_count_by_page"),
        ),
        migrations.AddConstraint(
            model_name="pagecount",
            constraint=models.UniqueConstraint(
                fields=("rated_on", "language", "page_type", "page_key", "series", "standing", "is_demo", "slot"),
                name="one_page_count_per_group_and_slot",
            ),
        ),
    ]
