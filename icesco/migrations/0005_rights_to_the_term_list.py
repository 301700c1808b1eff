from importlib import import_module

from django.db import migrations

existing_rights = import_module("icesco.migrations.0004_roles_of_staff").existing_rights
READERS = ("writer", "translator", "reviewer", "publisher")
KEEPERS = ("reviewer", "publisher")


def names_of(groups, kinds):
    """The groups whose names begin with one of `kinds`: translator_ar is a translator."""
    return [group for group in groups if group.name.split("_")[0] in kinds]


def give_rights(apps, schema_editor):
    rights = existing_rights(apps)
    groups = list(apps.get_model("auth", "Group").objects.all())
    for group in names_of(groups, READERS):
        group.permissions.add(rights["news.view_term"])
    for group in names_of(groups, KEEPERS):
        group.permissions.add(*(rights[f"news.{verb}_term"] for verb in ("add", "change", "delete")))


def take_rights(apps, schema_editor):
    rights = apps.get_model("auth", "Permission").objects.filter(
        content_type__app_label="news", content_type__model="term"
    )
    for group in names_of(apps.get_model("auth", "Group").objects.all(), READERS):
        group.permissions.remove(*rights)


class Migration(migrations.Migration):
    dependencies = [("icesco", "0004_roles_of_staff"), ("news", "0030_the_term_list")]

    operations = [migrations.RunPython(give_rights, take_rights)]
