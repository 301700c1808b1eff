from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0008_ratings_by_month"),
    ]

    operations = [
        migrations.CreateModel(
            name="ViewCount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("viewed_on", models.DateField(verbose_name="day")),
                ("language", models.CharField(max_length=12, verbose_name="language")),
                ("page_type", models.CharField(max_length=40, verbose_name="page type")),
                (
                    "device",
                    models.CharField(
                        choices=[
                            ("phone", "Phone"),
                            ("tablet", "Tablet"),
                            ("computer", "Computer"),
                            ("unknown", "Unknown device"),
                        ],
                        default="unknown",
                        max_length=12,
                        verbose_name="device",
                    ),
                ),
                ("offered", models.PositiveIntegerField(default=0)),
                ("seen", models.PositiveIntegerField(default=0)),
                ("used", models.PositiveIntegerField(default=0)),
            ],
            options={
                "verbose_name": "count of page views",
                "verbose_name_plural": "counts of page views",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("viewed_on", "language", "page_type", "device"), name="one_view_count_per_group"
                    )
                ],
            },
        ),
    ]
