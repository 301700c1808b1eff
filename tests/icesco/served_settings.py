"""The embedded profile without collected files, for a server that tests start by itself."""

from icesco.settings import *  # noqa: F403
from icesco.settings import STORAGES

STORAGES = {**STORAGES, "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
TRUSTED_PROXIES = 1
