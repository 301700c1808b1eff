from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("icesco", "0008_shared_cache")]

    operations = [
        migrations.CreateModel(
            name="SiteVersion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.BigIntegerField(default=0)),
            ],
            options={"default_permissions": ()},
        )
    ]
