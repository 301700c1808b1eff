import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0018_editions_by_expiry"),
    ]

    operations = [
        migrations.CreateModel(
            name="WorkItem",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "language",
                    models.CharField(
                        choices=[("ar", "Arabic"), ("en", "English"), ("fr", "French")],
                        max_length=8,
                        verbose_name="language",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("translate", "to translate"),
                            ("write", "to finish writing"),
                            ("update", "to bring up to date"),
                            ("review", "to review"),
                            ("publish", "to publish"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "step",
                    models.CharField(
                        blank=True,
                        choices=[("write", "writing"), ("review", "review"), ("publish", "publication")],
                        max_length=10,
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("missing", "missing"),
                            ("in_work", "in work"),
                            ("behind", "behind"),
                            ("current", "current"),
                            ("down", "taken down"),
                        ],
                        max_length=10,
                    ),
                ),
                ("is_behind", models.BooleanField(default=False)),
                ("is_live", models.BooleanField(default=False)),
                ("since", models.DateTimeField()),
                ("month", models.DateField()),
                ("recheck_at", models.DateTimeField(null=True)),
                (
                    "article",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="work",
                        to="news.article",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["language", "kind", "since", "id"], name="work_by_age"),
                    models.Index(fields=["month", "language", "state", "article", "since"], name="work_by_month"),
                    models.Index(fields=["language", "state", "article"], name="work_by_state"),
                    models.Index(
                        condition=models.Q(("is_behind", True)), fields=["language", "article"], name="work_behind"
                    ),
                    models.Index(
                        condition=models.Q(("recheck_at__isnull", False)), fields=["recheck_at"], name="work_to_recheck"
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("article", "language"), name="one_work_item_per_language")
                ],
            },
        ),
    ]
