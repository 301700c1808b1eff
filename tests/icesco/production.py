"""The production profile's settings, for tests that ask what its answers carry."""

import importlib.util
import os
from pathlib import Path

from django.conf import settings

from scripts.test import PRODUCTION

KEPT = ("SECURE_", "SESSION_COOKIE_", "CSRF_COOKIE_", "LANGUAGE_COOKIE_", "X_FRAME_")
NAMED = (
    "IS_PRODUCTION",
    "SITE_ORIGIN",
    "ALLOWED_HOSTS",
    "CSRF_TRUSTED_ORIGINS",
    "TRUSTED_PROXIES",
    "SECOND_FACTOR",
    "SECURITY_CONTACT",
)


def production_settings():
    """{name: value} of the settings in which answers of the production profile may differ, read from the file."""
    read = read_settings(**PRODUCTION)
    return {name: value for name, value in read.items() if name.startswith(KEPT) or name in NAMED}


def read_settings(**variables):
    """{name: value} of all that the settings file sets with these variables beside the test's own."""
    before = dict(os.environ)
    os.environ.update(variables)
    try:
        # Beside the module that is in use, not in its place.
        path = Path(settings.BASE_DIR) / "icesco" / "settings.py"
        spec = importlib.util.spec_from_file_location("icesco.settings_of_production", path)
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
    finally:
        os.environ.clear()
        os.environ.update(before)
    return vars(module)
