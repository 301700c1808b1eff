from django.db import migrations

# In the order in which the footer and the admin list them.
NAMES = ("translations", "privacy", "accessibility", "reuse", "contact")


def add(apps, schema_editor):
    pages = apps.get_model("icesco", "InstitutionPage").objects
    for name in NAMES:
        pages.get_or_create(name=name)


def remove(apps, schema_editor):
    """Only what nobody has edited: going back never loses a text."""
    apps.get_model("icesco", "InstitutionPage").objects.filter(texts__isnull=True).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("icesco", "0002_press_contacts"),
    ]

    operations = [migrations.RunPython(add, remove)]
