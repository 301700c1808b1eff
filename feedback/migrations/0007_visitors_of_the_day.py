from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("feedback", "0006_count_the_pages_that_were_rated"),
    ]

    operations = [
        migrations.CreateModel(
            name="DailyKey",
            fields=[
                ("day", models.DateField(primary_key=True, serialize=False)),
                ("key", models.BinaryField(max_length=32)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Recognition",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("visitor", models.BinaryField(max_length=16)),
                ("browser", models.BinaryField(max_length=16)),
                ("network", models.BinaryField(max_length=16)),
                ("content", models.BinaryField(max_length=16)),
                ("at", models.DateTimeField()),
                ("rating_id", models.BigIntegerField()),
                ("is_counted", models.BooleanField()),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.AddIndex(
            model_name="recognition",
            index=models.Index(fields=["day", "visitor"], name="recognised_visitor"),
        ),
        migrations.AddIndex(
            model_name="recognition",
            index=models.Index(fields=["day", "network", "at"], name="recognised_network"),
        ),
        migrations.AddIndex(
            model_name="recognition",
            index=models.Index(fields=["day", "content"], name="recognised_content"),
        ),
    ]
