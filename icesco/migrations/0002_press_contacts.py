import django.core.validators
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("icesco", "0001_institution_pages"),
    ]

    operations = [
        migrations.CreateModel(
            name="PressContact",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "name",
                    models.CharField(
                        blank=True, max_length=200, null=True, verbose_name="name of the person or service"
                    ),
                ),
                (
                    "name_ar",
                    models.CharField(
                        blank=True, max_length=200, null=True, verbose_name="name of the person or service"
                    ),
                ),
                (
                    "name_en",
                    models.CharField(
                        blank=True, max_length=200, null=True, verbose_name="name of the person or service"
                    ),
                ),
                (
                    "name_fr",
                    models.CharField(
                        blank=True, max_length=200, null=True, verbose_name="name of the person or service"
                    ),
                ),
                ("role", models.CharField(blank=True, max_length=200, null=True, verbose_name="role")),
                ("role_ar", models.CharField(blank=True, max_length=200, null=True, verbose_name="role")),
                ("role_en", models.CharField(blank=True, max_length=200, null=True, verbose_name="role")),
                ("role_fr", models.CharField(blank=True, max_length=200, null=True, verbose_name="role")),
                ("email", models.EmailField(blank=True, max_length=254, verbose_name="e-mail")),
                (
                    "telephone",
                    models.CharField(
                        blank=True,
                        max_length=30,
                        validators=[
                            django.core.validators.RegexValidator(
                                "^(?=(?:[^0-9٠-٩۰-۹]*[0-9٠-٩۰-۹]){5})\\+?[0-9٠-٩۰-۹][0-9٠-٩۰-۹ ().-]{4,28}$",
                                "Digits, blanks, brackets, dots and hyphens, with + and the country’s code in front.",
                            )
                        ],
                        verbose_name="telephone",
                    ),
                ),
                ("speaks_ar", models.BooleanField(default=False, verbose_name="speaks Arabic")),
                ("speaks_en", models.BooleanField(default=False, verbose_name="speaks English")),
                ("speaks_fr", models.BooleanField(default=False, verbose_name="speaks French")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "is_public",
                    models.BooleanField(
                        default=False,
                        help_text="Shown on the contact page, to everybody, in all languages.",
                        verbose_name="public",
                    ),
                ),
            ],
            options={
                "verbose_name": "press contact",
                "verbose_name_plural": "press contacts",
                "ordering": ["position", "pk"],
            },
        ),
    ]
