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
        migrations.AddIndex(
            model_name="recognition",
            index=models.Index(fields=["day", "browser"], name="recognised_browser"),
        ),
    ]
