#!/usr/bin/env python3
"""The project's command line: `python manage.py COMMAND`."""

import os
import sys

if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "icesco.settings")
    from django.core.management import execute_from_command_line

    from icesco.environment import BadSetting

    try:
        execute_from_command_line(sys.argv)
    except BadSetting as error:
        sys.exit(f"icesco: {error}")
