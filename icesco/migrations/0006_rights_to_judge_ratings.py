from importlib import import_module

from django.db import migrations

existing_rights = import_module("icesco.migrations.0004_roles_of_staff").existing_rights
RIGHTS = ("feedback.judge_ratings", "feedback.view_exportlog")


def give_rights(apps, schema_editor):
    rights = existing_rights(apps)
    analysts = apps.get_model("auth", "Group").objects.filter(name="analyst").first()
    if analysts:
        analysts.permissions.add(*(rights[right] for right in RIGHTS))


def take_rights(apps, schema_editor):
    rights = apps.get_model("auth", "Permission").objects.filter(codename__in=[right.split(".")[1] for right in RIGHTS])
    for group in apps.get_model("auth", "Group").objects.filter(name="analyst"):
        group.permissions.remove(*rights)


class Migration(migrations.Migration):
    dependencies = [("icesco", "0005_rights_to_the_term_list"), ("feedback", "0010_log_of_exports")]

    operations = [migrations.RunPython(give_rights, take_rights)]
