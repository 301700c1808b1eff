import uuid

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0016_publications_that_failed"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Release",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("due_at", models.DateTimeField(blank=True, null=True, verbose_name="due at")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="created at")),
                ("cancelled_at", models.DateTimeField(blank=True, null=True, verbose_name="called off at")),
                ("released_at", models.DateTimeField(blank=True, null=True, verbose_name="released at")),
                ("failed_at", models.DateTimeField(blank=True, null=True, verbose_name="failed at")),
                ("failure", models.JSONField(blank=True, default=list)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="releases", to="news.article"
                    ),
                ),
                (
                    "created_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "release",
                "verbose_name_plural": "releases",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("cancelled_at__isnull", True), ("released_at__isnull", True), _connector="OR"
                        ),
                        name="released_or_called_off",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("cancelled_at__isnull", True), ("released_at__isnull", True)),
                        fields=("article",),
                        name="one_open_release_per_article",
                    ),
                ],
                "indexes": [
                    models.Index(
                        condition=models.Q(("cancelled_at__isnull", True), ("released_at__isnull", True)),
                        fields=["due_at"],
                        name="release_open",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="ReleasePart",
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
                    "release",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="parts", to="news.release"
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="news.revision",
                    ),
                ),
            ],
            options={
                "verbose_name": "language of a release",
                "verbose_name_plural": "languages of a release",
                "constraints": [models.UniqueConstraint(fields=("release", "language"), name="one_part_per_language")],
            },
        ),
    ]
