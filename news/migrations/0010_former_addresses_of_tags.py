import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0009_name_entries")]

    operations = [
        migrations.CreateModel(
            name="TagRedirect",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "language",
                    models.CharField(choices=[("ar", "Arabic"), ("en", "English"), ("fr", "French")], max_length=8),
                ),
                ("old_path", models.CharField(max_length=80)),
                (
                    "tag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="redirects", to="news.tag"
                    ),
                ),
            ],
            options={
                "verbose_name": "former address of a tag",
                "verbose_name_plural": "former addresses of tags",
                "constraints": [
                    models.UniqueConstraint(fields=("language", "old_path"), name="one_tag_per_former_path")
                ],
            },
        ),
    ]
