from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0001_ratings_and_daily_counts"),
    ]

    operations = [
        migrations.AlterModelOptions(
            name="rating",
            options={
                "permissions": [
                    ("view_dashboard", "Can read the feedback dashboard"),
                    ("export_ratings", "Can download the ratings one by one"),
                    ("judge_ratings", "Can set ratings apart and count them again"),
                ],
                "verbose_name": "rating",
                "verbose_name_plural": "ratings",
            },
        ),
        migrations.AddField(
            model_name="rating",
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
            model_name="rating",
            name="placement",
            field=models.PositiveSmallIntegerField(
                choices=[(1, "Above the foot of the page"), (2, "On a page of its own")],
                default=1,
                verbose_name="place on the page",
            ),
        ),
        migrations.AddField(
            model_name="rating",
            name="seconds",
            field=models.PositiveIntegerField(blank=True, null=True, verbose_name="seconds to answer"),
        ),
        migrations.AlterField(
            model_name="rating",
            name="channel",
            field=models.CharField(
                choices=[("form", "Form"), ("script", "Script")], default="form", max_length=12, verbose_name="channel"
            ),
        ),
        migrations.AlterField(
            model_name="rating",
            name="widget_version",
            field=models.PositiveSmallIntegerField(default=2, verbose_name="version of the form"),
        ),
    ]
