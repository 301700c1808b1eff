import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0013_texts_at_work"),
        ("people", "0002_portrait"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BinnedText",
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
                    "stage",
                    models.CharField(
                        choices=[("draft", "draft"), ("in_review", "in review"), ("approved", "approved")],
                        max_length=10,
                        verbose_name="stage",
                    ),
                ),
                ("slug", models.CharField(blank=True, max_length=80, verbose_name="slug")),
                ("permalink_on", models.DateField(null=True, verbose_name="day in the address")),
                (
                    "binned_at",
                    models.DateTimeField(
                        db_index=True, default=django.utils.timezone.now, verbose_name="in the bin since"
                    ),
                ),
            ],
            options={
                "verbose_name": "text in the bin",
                "verbose_name_plural": "texts in the bin",
                "default_permissions": (),
            },
        ),
        migrations.AddField(
            model_name="article",
            name="binned_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="in the bin since"),
        ),
        migrations.AddField(
            model_name="article",
            name="binned_by",
            field=models.ForeignKey(
                blank=True,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AlterField(
            model_name="transition",
            name="act",
            field=models.CharField(
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
                    ("binned", "moved to the bin"),
                    ("restored", "taken out of the bin"),
                ],
                max_length=20,
                verbose_name="step",
            ),
        ),
        migrations.AlterField(
            model_name="transition",
            name="from_state",
            field=models.CharField(
                blank=True,
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("approved", "approved"),
                    ("unpublished", "unpublished"),
                    ("public", "public"),
                    ("withdrawn", "withdrawn"),
                    ("binned", "in the bin"),
                ],
                max_length=12,
                verbose_name="from",
            ),
        ),
        migrations.AlterField(
            model_name="transition",
            name="to_state",
            field=models.CharField(
                choices=[
                    ("draft", "draft"),
                    ("in_review", "in review"),
                    ("approved", "approved"),
                    ("unpublished", "unpublished"),
                    ("public", "public"),
                    ("withdrawn", "withdrawn"),
                    ("binned", "in the bin"),
                ],
                max_length=12,
                verbose_name="to",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("binned_at__isnull", False)), fields=["binned_at"], name="article_in_bin"
            ),
        ),
        migrations.AddField(
            model_name="binnedtext",
            name="article",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="binned_texts", to="news.article"
            ),
        ),
        migrations.AddField(
            model_name="binnedtext",
            name="binned_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.SET_NULL, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="binnedtext",
            name="newest_revision",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="news.revision"),
        ),
        migrations.AddConstraint(
            model_name="binnedtext",
            constraint=models.UniqueConstraint(fields=("article", "language"), name="one_binned_text_per_language"),
        ),
    ]
