from django.conf import settings
from django.contrib.auth.management import create_permissions
from django.db import migrations

LANGUAGES = ("ar", "en", "fr")
# Rights as app.codename; "entities" are people, places and their other spellings.
STORIES = [f"news.view_{name}" for name in ("article", "picture", "tag", "transition")]
ENTITIES = [f"people.view_{name}" for name in ("person", "memberstate", "sector", "place")]
READING = [*STORIES, *ENTITIES]
PEOPLE = [
    f"people.{verb}_{name}" for verb in ("add", "change") for name in ("person", "personname", "place", "placename")
]
SPELLINGS = [f"people.{verb}_{name}" for verb in ("view", "delete") for name in ("personname", "placename")]
FACTS = [f"news.{verb}_{name}" for verb in ("add", "change") for name in ("article", "picture", "tag")]
WRITING = [*FACTS, "people.add_person", "people.add_personname", "people.add_place", "people.add_placename"]
FEEDBACK = ["feedback.view_dashboard", "feedback.view_rating", "feedback.export_ratings"]


def language_rights(language, *rights):
    return [f"news.{right}_{language}" for right in rights]


def roles():
    """{name of a group: its rights}."""
    found = {"writer": [*READING, *WRITING, *(f"news.write_{language}" for language in LANGUAGES)], "analyst": FEEDBACK}
    for language in LANGUAGES:
        found[f"translator_{language}"] = [*READING, *language_rights(language, "write")]
        found[f"reviewer_{language}"] = [*READING, *language_rights(language, "write", "review")]
        found[f"publisher_{language}"] = [
            *READING,
            *FACTS,
            "news.delete_tag",
            *PEOPLE,
            *SPELLINGS,
            *language_rights(language, "write", "review", "publish"),
        ]
    return found


def make_roles(apps, schema_editor):
    """The groups with their rights. The administrator's come after all migrations: see icesco.apps."""
    rights = existing_rights(apps)
    groups = apps.get_model("auth", "Group").objects
    for name, names in {**roles(), "administrator": []}.items():
        group, _made = groups.get_or_create(name=name)
        group.permissions.add(*(rights[right] for right in names))


def existing_rights(apps):
    """{app.codename: Permission}, those made that Django would make only after all migrations."""
    for label in ("feedback", "news", "people"):
        config = apps.get_app_config(label)
        config.models_module = True  # a historic app has none, and would be passed over
        create_permissions(config, verbosity=0, apps=apps)
        config.models_module = None
    rights = apps.get_model("auth", "Permission").objects.select_related("content_type")
    return {f"{right.content_type.app_label}.{right.codename}": right for right in rights}


def remove_roles(apps, schema_editor):
    apps.get_model("auth", "Group").objects.filter(name__in=[*roles(), "administrator"]).delete()


class Migration(migrations.Migration):
    dependencies = [
        ("icesco", "0003_rows_of_the_pages"),
        ("news", "0012_the_log_of_steps"),
        ("people", "0002_portrait"),
        ("feedback", "0001_ratings_and_daily_counts"),
        ("auth", "0012_alter_user_first_name_max_length"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [migrations.RunPython(make_roles, remove_roles)]
