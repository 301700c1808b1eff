import django.core.validators
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0002_imported_stories")]

    operations = [
        migrations.AddField(
            model_name="picture",
            name="focal_x",
            field=models.PositiveSmallIntegerField(
                default=50,
                help_text="What crops keep in view: 50 is the middle.",
                validators=[django.core.validators.MaxValueValidator(100)],
                verbose_name="focal point, from the left (%)",
            ),
        ),
        migrations.AddField(
            model_name="picture",
            name="focal_y",
            field=models.PositiveSmallIntegerField(
                default=50,
                help_text="What crops keep in view: 50 is the middle.",
                validators=[django.core.validators.MaxValueValidator(100)],
                verbose_name="focal point, from the top (%)",
            ),
        ),
        migrations.AddField(
            model_name="picture",
            name="is_decorative",
            field=models.BooleanField(
                default=False,
                help_text="It tells nothing that the text doesn’t: it needs no alt text, and screen readers pass over it.",
                verbose_name="decorative",
            ),
        ),
        migrations.CreateModel(
            name="BodyPicture",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "picture",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="in_bodies", to="news.picture"
                    ),
                ),
                (
                    "revision",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="body_pictures", to="news.revision"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("picture", "revision"), name="one_row_per_picture_and_revision")
                ],
            },
        ),
    ]
