from django.db import migrations, models
from django.db.models.functions import Coalesce


class Migration(migrations.Migration):
    dependencies = [("news", "0024_memory_keys")]

    operations = [
        migrations.AddField(
            model_name="edition",
            name="changed_at",
            field=models.DateTimeField(editable=False, null=True, verbose_name="changed at"),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(fields=["language", "changed_at", "id"], name="edition_by_changed_at"),
        ),
        migrations.AddIndex(
            model_name="edition",
            index=models.Index(
                models.F("language"), Coalesce("withdrawn_at", "expires_at"), models.F("id"), name="edition_gone"
            ),
        ),
    ]
