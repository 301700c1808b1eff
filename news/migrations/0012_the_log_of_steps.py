import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0011_publications_in_the_order_of_changes"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Transition",
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
                    "act",
                    models.CharField(
                        choices=[
                            ("begun", "begun"),
                            ("rewritten", "written anew"),
                            ("submitted", "sent to review"),
                            ("changes_requested", "changes requested"),
                            ("approved", "approved"),
                            ("published", "published"),
                            ("minor", "published as a minor edit"),
                            ("still_right", "said to be still right"),
                            ("withdrawn", "withdrawn"),
                        ],
                        max_length=20,
                        verbose_name="step",
                    ),
                ),
                ("from_state", models.CharField(blank=True, max_length=12, verbose_name="from")),
                ("to_state", models.CharField(max_length=12, verbose_name="to")),
                ("revision_number", models.PositiveIntegerField(verbose_name="revision")),
                ("reason", models.CharField(blank=True, max_length=500, verbose_name="reason")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="at")),
                (
                    "article",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="transitions",
                        to="news.article",
                        verbose_name="article",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="by",
                    ),
                ),
            ],
            options={
                "verbose_name": "step of a text",
                "verbose_name_plural": "steps of texts",
                "default_permissions": ("view",),
                "indexes": [
                    models.Index(fields=["article", "language", "-id"], name="transition_of_a_text"),
                    models.Index(fields=["-at", "-id"], name="transition_newest_first"),
                ],
            },
        ),
    ]
