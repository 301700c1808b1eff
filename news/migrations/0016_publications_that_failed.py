from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("news", "0015_proposals_of_tags_and_new_people")]

    operations = [
        migrations.AddField(
            model_name="publication",
            name="failed_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="failed at"),
        ),
        migrations.AddField(model_name="publication", name="failure", field=models.JSONField(blank=True, default=list)),
    ]
