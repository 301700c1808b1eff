"""`manage.py demo_admin`: one administrator for trying icesco, whose generated password is kept in var/."""

import os
import secrets
import string

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

USERNAME = "admin"
PASSWORD_LENGTH = 16
# Without the letters and digits that a person reading from the screen takes for one another.
ALPHABET = "".join(sorted(set(string.ascii_letters + string.digits) - set("0O1lI")))


class Command(BaseCommand):
    help = "Creates the administrator “admin” in a database without users, and prints the password kept in var/."

    def handle(self, **options):
        self.stdout.write(f"Administrator: {sign_in_words()}")


def sign_in_words():
    """What to type at the admin's door, in words; creates the administrator in a database without users.

    Never resets a password. Raises CommandError when the password can't be kept.
    """
    users = get_user_model()
    if not users.objects.exists():
        password = kept_password() or keep(generate())
        with transaction.atomic():
            users.objects.create_superuser(USERNAME, password=password)
        return f"{USERNAME}, password {password}"
    admin = users.objects.filter(username=USERNAME).first()
    if admin is None:
        return "this database has users of its own, so no demo administrator was made"
    password = kept_password()
    if password and admin.check_password(password):
        return f"{USERNAME}, password {password}"
    return f"{USERNAME}, with a password of somebody’s own choice (manage.py changepassword {USERNAME} sets another)"


def password_file():
    """Where the generated password is kept, readable by the owner only."""
    return settings.VAR_DIR / "demo-admin.txt"


def generate():
    """A password that a person can copy from the screen: 16 signs, 93 bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(PASSWORD_LENGTH))


def kept_password():
    """The password kept by an earlier run, or None."""
    path = password_file()
    return path.read_text().strip() or None if path.exists() else None


def keep(password):
    """Keep `password` for the next run, before it is in force: a crash in between loses nothing. Returns it."""
    path = password_file()
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
            file.write(password + "\n")
    except OSError as error:
        raise CommandError(f"The demo administrator’s password can’t be kept in {path}: {error.strerror}.") from None
    return password
