import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import people.uploads


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_people_states_sectors_places"),
    ]

    operations = [
        migrations.CreateModel(
            name="Portrait",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "original",
                    models.ImageField(
                        height_field="height_px",
                        help_text="JPEG, PNG, WebP or AVIF, up to 40 megapixels.",
                        storage=people.uploads.originals,
                        upload_to=people.uploads.original_path,
                        validators=[people.uploads.checked_upload],
                        verbose_name="file",
                        width_field="width_px",
                    ),
                ),
                ("width_px", models.PositiveIntegerField(editable=False)),
                ("height_px", models.PositiveIntegerField(editable=False)),
                ("renditions", models.JSONField(default=list, editable=False)),
                (
                    "focal_x",
                    models.PositiveSmallIntegerField(
                        default=50,
                        help_text="What crops keep in view: 50 is the middle.",
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="focal point, from the left (%)",
                    ),
                ),
                (
                    "focal_y",
                    models.PositiveSmallIntegerField(
                        default=50,
                        help_text="What crops keep in view: 50 is the middle.",
                        validators=[django.core.validators.MaxValueValidator(100)],
                        verbose_name="focal point, from the top (%)",
                    ),
                ),
                (
                    "credit",
                    models.CharField(
                        blank=True,
                        help_text="Who made it, as printed under it.",
                        max_length=200,
                        null=True,
                        verbose_name="credit",
                    ),
                ),
                (
                    "credit_ar",
                    models.CharField(
                        blank=True,
                        help_text="Who made it, as printed under it.",
                        max_length=200,
                        null=True,
                        verbose_name="credit",
                    ),
                ),
                (
                    "credit_en",
                    models.CharField(
                        blank=True,
                        help_text="Who made it, as printed under it.",
                        max_length=200,
                        null=True,
                        verbose_name="credit",
                    ),
                ),
                (
                    "credit_fr",
                    models.CharField(
                        blank=True,
                        help_text="Who made it, as printed under it.",
                        max_length=200,
                        null=True,
                        verbose_name="credit",
                    ),
                ),
                ("rights_holder", models.CharField(blank=True, max_length=200, verbose_name="rights holder")),
                ("licence", models.CharField(blank=True, max_length=200, verbose_name="licence")),
                (
                    "person",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="portrait", to="people.person"
                    ),
                ),
            ],
            options={
                "verbose_name": "portrait",
                "verbose_name_plural": "portraits",
            },
        ),
    ]
