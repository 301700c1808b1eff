import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models
from django.db.models import Q

LANGUAGES = [("ar", "Arabic"), ("en", "English"), ("fr", "French")]


def somebody(verbose_name):
    return models.ForeignKey(
        blank=True,
        null=True,
        on_delete=django.db.models.deletion.SET_NULL,
        related_name="+",
        to=settings.AUTH_USER_MODEL,
        verbose_name=verbose_name,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0027_corrections"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Task",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(choices=LANGUAGES, max_length=8, verbose_name="language")),
                ("from_language", models.CharField(choices=LANGUAGES, max_length=8, verbose_name="because of")),
                (
                    "kind",
                    models.CharField(
                        choices=[("correction", "correction"), ("withdrawal", "withdrawal")],
                        max_length=12,
                        verbose_name="kind",
                    ),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="created at")),
                ("closed_at", models.DateTimeField(blank=True, null=True, verbose_name="closed at")),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("corrected", "corrected too"),
                            ("nothing_to_correct", "nothing to correct"),
                            ("withdrawn", "withdrawn too"),
                            ("kept", "stays public"),
                            ("taken_back", "the correction was taken back"),
                            ("public_again", "the withdrawn text is public again"),
                        ],
                        max_length=20,
                        verbose_name="outcome",
                    ),
                ),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tasks",
                        to="news.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "correction",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="tasks",
                        to="news.correction",
                        verbose_name="correction",
                    ),
                ),
                ("by", somebody("by")),
                ("closed_by", somebody("closed by")),
            ],
            options={
                "verbose_name": "task",
                "verbose_name_plural": "tasks",
                "default_permissions": (),
                "indexes": [
                    models.Index(fields=["created_at", "id"], condition=Q(closed_at__isnull=True), name="task_open"),
                    models.Index(
                        fields=["language", "created_at", "id"],
                        condition=Q(closed_at__isnull=True),
                        name="task_open_in_a_language",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=["correction", "language"], name="one_task_per_correction_and_language"
                    ),
                    models.UniqueConstraint(
                        fields=["article", "language"],
                        condition=Q(kind="withdrawal", closed_at__isnull=True),
                        name="one_open_withdrawal_task_per_language",
                    ),
                    models.CheckConstraint(
                        condition=Q(kind="correction", correction__isnull=False)
                        | Q(kind="withdrawal", correction__isnull=True),
                        name="a_correction_task_has_a_correction",
                    ),
                    models.CheckConstraint(
                        condition=Q(closed_at__isnull=True, outcome="") | (Q(closed_at__isnull=False) & ~Q(outcome="")),
                        name="a_closed_task_has_an_outcome",
                    ),
                ],
            },
        ),
    ]
