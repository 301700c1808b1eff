"""`python -m tests.deploy.prepare_demo`: `manage.py prepare --demo` with plain pictures and without ratings.

Nine tenths of the time goes into those, and nothing that is tried behind nginx looks at them.
"""

import os

import django
from django.core.management import call_command
from PIL import Image

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "icesco.settings")


def main():
    django.setup()
    from icesco.demo import loading

    loading.draw = lambda *_, **__: Image.new("RGB", (320, 180), "teal")
    loading.make_demo_ratings = lambda pages: None
    call_command("prepare", demo=True)


if __name__ == "__main__":
    main()
