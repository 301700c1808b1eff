from django.db import migrations
from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce


def fill(apps, schema_editor):
    """What was computed for each reading until now: the newest publication that is not minor, else the first."""
    edition, publication = apps.get_model("news", "Edition"), apps.get_model("news", "Publication")
    weighty = publication.objects.filter(edition=OuterRef("pk"), applied_at__isnull=False, is_minor=False)
    newest = Subquery(weighty.order_by("-applied_at").values("applied_at")[:1])
    once_public = edition.objects.filter(first_public_at__isnull=False)
    once_public.update(changed_at=Coalesce(newest, F("first_public_at")))


class Migration(migrations.Migration):
    dependencies = [("news", "0025_editions_in_the_order_of_changes")]

    # Backwards the column goes, and what it says with it.
    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
