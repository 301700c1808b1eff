import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0013_counts_of_pages_by_month"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="exportlog",
            name="calls",
            field=models.PositiveIntegerField(default=1, verbose_name="calls"),
        ),
        migrations.CreateModel(
            name="ApiToken",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("name", models.CharField(max_length=80, verbose_name="name")),
                ("token_digest", models.CharField(editable=False, max_length=64, unique=True)),
                ("scopes", models.JSONField(verbose_name="what it is for")),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="made on")),
                ("expires_on", models.DateField(verbose_name="good until")),
                ("last_used_on", models.DateField(null=True, verbose_name="last used")),
                ("revoked_at", models.DateTimeField(null=True, verbose_name="revoked at")),
                ("minute", models.DateTimeField(null=True)),
                ("calls", models.PositiveIntegerField(default=0)),
                (
                    "owner",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                        verbose_name="owner",
                    ),
                ),
            ],
            options={
                "verbose_name": "token",
                "verbose_name_plural": "tokens",
                "permissions": [("manage_tokens", "Can see and revoke the tokens of everybody")],
                "default_permissions": (),
            },
        ),
        migrations.AddField(
            model_name="exportlog",
            name="token",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="feedback.apitoken",
                verbose_name="token",
            ),
        ),
    ]
