from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0003_verdicts"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="dailycount",
            name="one_count_per_day_language_type",
        ),
        migrations.AddField(
            model_name="dailycount",
            name="channel",
            field=models.CharField(
                choices=[("form", "Form"), ("script", "Script")], default="form", max_length=12, verbose_name="channel"
            ),
        ),
        migrations.AddField(
            model_name="dailycount",
            name="device",
            field=models.CharField(
                choices=[
                    ("phone", "Phone"),
                    ("tablet", "Tablet"),
                    ("computer", "Computer"),
                    ("unknown", "Unknown device"),
                ],
                default="unknown",
                max_length=12,
                verbose_name="device",
            ),
        ),
        migrations.AddField(
            model_name="dailycount",
            name="series",
            field=models.CharField(default="1.1.1", max_length=20, verbose_name="series"),
        ),
        migrations.AddField(
            model_name="dailycount",
            name="slot",
            field=models.PositiveSmallIntegerField(default=0),
        ),
        migrations.AddField(
            model_name="dailycount",
            name="standing",
            field=models.CharField(
                choices=[
                    ("counted", "Counted"),
                    ("quarantined", "Set apart"),
                    ("replaced", "Replaced by a later answer"),
                ],
                default="counted",
                max_length=12,
                verbose_name="standing",
            ),
        ),
        migrations.AlterField(
            model_name="dailycount",
            name="n1",
            field=models.IntegerField(default=0),
        ),
        migrations.AlterField(
            model_name="dailycount",
            name="n2",
            field=models.IntegerField(default=0),
        ),
        migrations.AlterField(
            model_name="dailycount",
            name="n3",
            field=models.IntegerField(default=0),
        ),
        migrations.AlterField(
            model_name="dailycount",
            name="n4",
            field=models.IntegerField(default=0),
        ),
        migrations.AlterField(
            model_name="dailycount",
            name="n5",
            field=models.IntegerField(default=0),
        ),
        migrations.AddConstraint(
            model_name="dailycount",
            constraint=models.UniqueConstraint(
                fields=(
                    "rated_on",
                    "language",
                    "page_type",
                    "device",
                    "channel",
                    "series",
                    "standing",
                    "is_demo",
                    "slot",
                ),
                name="one_count_per_group_and_slot",
            ),
        ),
    ]
