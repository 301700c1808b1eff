from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("icesco", "0006_rights_to_judge_ratings")]

    operations = [
        migrations.CreateModel(
            name="SignInCount",
            fields=[
                ("key", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("count", models.PositiveIntegerField(default=0)),
                ("until", models.DateTimeField(db_index=True)),
            ],
            options={"default_permissions": ()},
        )
    ]
