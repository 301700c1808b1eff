from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0010_former_addresses_of_tags")]

    operations = [
        migrations.AddIndex(
            model_name="publication",
            index=models.Index(fields=["applied_at", "id"], name="publication_by_applied_at"),
        ),
    ]
