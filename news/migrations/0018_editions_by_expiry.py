from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0017_releases")]

    operations = [
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                fields=["expires_at"],
                condition=models.Q(("expires_at__isnull", False)),
                name="edition_by_expiry",
            ),
        ),
    ]
