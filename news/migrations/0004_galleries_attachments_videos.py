import django.core.validators
import django.db.models.deletion
from django.db import migrations, models

import news.models.attachment
import news.models.video
import news.pdf
import people.uploads


class Migration(migrations.Migration):
    dependencies = [("news", "0003_picture_library")]

    operations = [
        migrations.CreateModel(
            name="Attachment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "file",
                    models.FileField(
                        help_text="PDF up to 20 MB, without a password, scripts or embedded files.",
                        storage=people.uploads.originals,
                        upload_to=news.models.attachment.attachment_path,
                        validators=[news.pdf.checked_pdf],
                        verbose_name="file",
                    ),
                ),
                ("size_bytes", models.PositiveIntegerField(editable=False)),
                (
                    "token",
                    models.CharField(
                        default=news.models.attachment.new_token,
                        editable=False,
                        max_length=32,
                        unique=True,
                        validators=[django.core.validators.RegexValidator("\\A[0-9a-f]{32}\\Z")],
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        choices=[("ar", "Arabic"), ("en", "English"), ("fr", "French")],
                        max_length=8,
                        verbose_name="language of the document",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=250, null=True, verbose_name="title")),
                ("title_ar", models.CharField(blank=True, max_length=250, null=True, verbose_name="title")),
                ("title_en", models.CharField(blank=True, max_length=250, null=True, verbose_name="title")),
                ("title_fr", models.CharField(blank=True, max_length=250, null=True, verbose_name="title")),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="attachments", to="news.article"
                    ),
                ),
            ],
            options={
                "verbose_name": "attachment",
                "verbose_name_plural": "attachments",
                "ordering": ["position", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Video",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "alt",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        null=True,
                        verbose_name="alt text",
                    ),
                ),
                (
                    "alt_ar",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        null=True,
                        verbose_name="alt text",
                    ),
                ),
                (
                    "alt_en",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        null=True,
                        verbose_name="alt text",
                    ),
                ),
                (
                    "alt_fr",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        null=True,
                        verbose_name="alt text",
                    ),
                ),
                (
                    "address",
                    models.CharField(
                        help_text="Readers open it by a link: nothing is loaded from there until they do.",
                        max_length=300,
                        validators=[news.models.video.check_address],
                        verbose_name="address of the video’s page",
                    ),
                ),
                ("title", models.CharField(blank=True, max_length=250, null=True, verbose_name="title")),
                ("title_ar", models.CharField(blank=True, max_length=250, null=True, verbose_name="title")),
                ("title_en", models.CharField(blank=True, max_length=250, null=True, verbose_name="title")),
                ("title_fr", models.CharField(blank=True, max_length=250, null=True, verbose_name="title")),
                (
                    "article",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="video", to="news.article"
                    ),
                ),
                (
                    "poster",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="poster_of",
                        to="news.picture",
                        verbose_name="poster",
                    ),
                ),
            ],
            options={
                "verbose_name": "video",
                "verbose_name_plural": "video",
            },
        ),
        migrations.CreateModel(
            name="GalleryPicture",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "alt",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        null=True,
                        verbose_name="alt text",
                    ),
                ),
                (
                    "alt_ar",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        null=True,
                        verbose_name="alt text",
                    ),
                ),
                (
                    "alt_en",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        null=True,
                        verbose_name="alt text",
                    ),
                ),
                (
                    "alt_fr",
                    models.CharField(
                        blank=True,
                        max_length=500,
                        null=True,
                        verbose_name="alt text",
                    ),
                ),
                ("position", models.PositiveSmallIntegerField(default=0, verbose_name="order")),
                ("caption", models.CharField(blank=True, max_length=500, null=True, verbose_name="caption")),
                ("caption_ar", models.CharField(blank=True, max_length=500, null=True, verbose_name="caption")),
                ("caption_en", models.CharField(blank=True, max_length=500, null=True, verbose_name="caption")),
                ("caption_fr", models.CharField(blank=True, max_length=500, null=True, verbose_name="caption")),
                (
                    "article",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="gallery", to="news.article"
                    ),
                ),
                (
                    "picture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="in_galleries",
                        to="news.picture",
                        verbose_name="picture",
                    ),
                ),
            ],
            options={
                "verbose_name": "picture in the gallery",
                "verbose_name_plural": "gallery",
                "ordering": ["position", "pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("article", "picture"), name="one_place_per_picture_in_a_gallery")
                ],
            },
        ),
    ]
