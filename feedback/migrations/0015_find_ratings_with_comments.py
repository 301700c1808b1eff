from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0014_tokens_of_programs"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="rating",
            index=models.Index(
                condition=models.Q(("comment", ""), _negated=True),
                fields=["-id", "language", "page_type", "page_key"],
                name="rating_with_comment",
            ),
        ),
    ]
