import re

from django.db import migrations

PICTURE = re.compile(r'<img\b[^>]*?\bsrc="picture:([0-9]{1,18})"[^>]*>')


def fill(apps, schema_editor):
    """Write down which pictures the revisions of early releases hold, a few revisions at a time."""
    Revision, Picture, BodyPicture = (apps.get_model("news", name) for name in ("Revision", "Picture", "BodyPicture"))
    known = set(Picture.objects.values_list("pk", flat=True))
    rows = []
    bodies = Revision.objects.filter(body__contains='src="picture:').values_list("pk", "body")
    for revision, body in bodies.iterator(chunk_size=500):
        keys = {int(key) for key in PICTURE.findall(body)} & known
        rows += [BodyPicture(revision_id=revision, picture_id=key) for key in keys]
    BodyPicture.objects.bulk_create(rows, batch_size=500, ignore_conflicts=True)


def empty(apps, schema_editor):
    apps.get_model("news", "BodyPicture").objects.all().delete()


class Migration(migrations.Migration):
    dependencies = [("news", "0004_galleries_attachments_videos")]

    operations = [migrations.RunPython(fill, empty)]
