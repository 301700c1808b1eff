from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0008_search_words")]

    operations = [
        migrations.CreateModel(
            name="NameEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "language",
                    models.CharField(choices=[("ar", "Arabic"), ("en", "English"), ("fr", "French")], max_length=8),
                ),
                ("kind", models.CharField(max_length=20)),
                ("subject", models.BigIntegerField()),
                ("stem", models.CharField(max_length=64)),
                ("stems", models.TextField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["language", "stem"], name="name_by_stem"),
                    models.Index(fields=["kind", "subject"], name="name_by_subject"),
                ],
            },
        ),
    ]
