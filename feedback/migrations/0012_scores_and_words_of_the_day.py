from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0011_weekly_mails"),
    ]

    operations = [
        migrations.AddField(
            model_name="recognition",
            name="score",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="recognition",
            name="words",
            field=models.BinaryField(default=b"", max_length=16),
        ),
        migrations.AddIndex(
            model_name="recognition",
            index=models.Index(fields=["day", "words"], name="recognised_words"),
        ),
    ]
