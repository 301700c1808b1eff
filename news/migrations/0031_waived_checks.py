import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0030_the_term_list"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Waiver",
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
                ("kind", models.CharField(max_length=20)),
                ("detail", models.CharField(max_length=500)),
                ("passage", models.CharField(max_length=64)),
                ("reason", models.CharField(max_length=500, verbose_name="why it is in order")),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="waivers", to="news.article"
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name": "waived check",
                "verbose_name_plural": "waived checks",
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("article", "language", "kind", "detail", "passage"), name="one_waiver_per_finding"
                    )
                ],
            },
        ),
    ]
