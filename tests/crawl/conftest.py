"""The demo, crawled once for all tests that ask for it."""

import pytest
from django.apps import apps
from django.core.files.storage import FileSystemStorage
from django.core.management import call_command
from django.db import models, transaction
from django.test import Client, override_settings
from PIL import Image

from icesco.demo import loading

from .site import Site


@pytest.fixture(scope="session")
def site(django_db_setup, django_db_blocker, tmp_path_factory):
    """The demo, loaded once, crawled once and taken out of the database again: tests read the answers.

    Pictures are plain and ratings left out: no page tells, and they would be nine tenths of the time.
    """
    from django.conf import settings

    folder = tmp_path_factory.mktemp("crawl")
    with (
        django_db_blocker.unblock(),
        pytest.MonkeyPatch.context() as patches,
        override_settings(**private_folders(settings, folder)),
        transaction.atomic(),
    ):
        keep_files_in(folder, patches)
        patches.setattr(loading, "draw", lambda *_, **__: Image.new("RGB", (1600, 900), "teal"))
        patches.setattr(loading, "make_demo_ratings", lambda pages: None)
        call_command("load_reference", verbosity=0)
        loading.load_demo()
        found = Site(Client(raise_request_exception=False, headers={"host": "127.0.0.1"}), settings.SITE_ORIGIN)
        transaction.set_rollback(True)
    return found


def private_folders(settings, folder):
    """Settings that keep uploads in `folder`."""
    return {"MEDIA_ROOT": folder / "media", "ORIGINALS_ROOT": folder / "originals"}


def keep_files_in(folder, patches):
    """Give every file field with a folder of its own one in `folder`: it asked for its storage when it was made."""
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if isinstance(field, models.FileField) and getattr(field.storage, "_location", None):
                place = FileSystemStorage(folder / field.name, base_url=field.storage._base_url)
                patches.setattr(field, "storage", place)
