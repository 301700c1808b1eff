import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0002_how_and_where_it_was_asked"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Verdict",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("rated_on", models.DateField()),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("counted", "Counted"),
                            ("quarantined", "Set apart"),
                            ("replaced", "Replaced by a later answer"),
                        ],
                        max_length=12,
                        verbose_name="standing",
                    ),
                ),
                ("reason", models.CharField(max_length=40, verbose_name="reason")),
                ("note", models.CharField(blank=True, default="", max_length=500, verbose_name="note")),
                ("at", models.DateTimeField(default=django.utils.timezone.now, verbose_name="time")),
            ],
            options={
                "verbose_name": "verdict",
                "verbose_name_plural": "verdicts",
                "default_permissions": (),
            },
        ),
        migrations.AddField(
            model_name="verdict",
            name="by",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="verdict",
            name="rating",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="verdicts",
                to="feedback.rating",
            ),
        ),
        migrations.AddIndex(
            model_name="verdict",
            index=models.Index(fields=["rated_on"], name="verdict_by_day"),
        ),
    ]
