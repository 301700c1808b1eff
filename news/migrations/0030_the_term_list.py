from django.db import migrations, models

FORMS_HELP = "Several forms, the one to use first, with “|” between them: General Conference | the Conference"


class Migration(migrations.Migration):
    dependencies = [("news", "0029_preview_links")]

    operations = [
        migrations.CreateModel(
            name="Term",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "ar",
                    models.CharField(
                        blank=True,
                        help_text=FORMS_HELP,
                        max_length=250,
                        verbose_name="Arabic",
                    ),
                ),
                (
                    "en",
                    models.CharField(
                        blank=True,
                        help_text=FORMS_HELP,
                        max_length=250,
                        verbose_name="English",
                    ),
                ),
                (
                    "fr",
                    models.CharField(
                        blank=True,
                        help_text=FORMS_HELP,
                        max_length=250,
                        verbose_name="French",
                    ),
                ),
                (
                    "note",
                    models.CharField(
                        blank=True,
                        help_text="For translators: what it means, when it is used.",
                        max_length=500,
                        verbose_name="note",
                    ),
                ),
            ],
            options={
                "verbose_name": "term",
                "verbose_name_plural": "terms",
                "ordering": ["en", "fr", "ar", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ar", ""), _negated=True), fields=("ar",), name="one_term_per_name_in_ar"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("en", ""), _negated=True), fields=("en",), name="one_term_per_name_in_en"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("fr", ""), _negated=True), fields=("fr",), name="one_term_per_name_in_fr"
                    ),
                ],
            },
        ),
    ]
