"""`manage.py reset_second_factor USERNAME`: for somebody who has lost both phone and recovery codes."""

import logging

from allauth.mfa.models import Authenticator
from django.contrib.auth import SESSION_KEY, get_user_model
from django.contrib.sessions.models import Session
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

logger = logging.getLogger("icesco.sign_in")


class Command(BaseCommand):
    help = "Takes every second factor from an account and ends its sessions; the person sets up a new one at sign-in."

    def add_arguments(self, parser):
        parser.add_argument("username")

    def handle(self, *, username, **options):
        user = get_user_model().objects.filter(username=username).first()
        if user is None:
            raise CommandError(f"There is no account named {username}.")
        with transaction.atomic():
            factors = list(Authenticator.objects.filter(user=user))
            Authenticator.objects.filter(user=user).delete()
            ended = end_sessions(user)
        logger.warning("Second factor reset by an operator (user %s)", user.pk)
        self.stdout.write(f"{username}: {len(factors)} factor(s) removed, {ended} session(s) ended.")


def end_sessions(user):
    """Sign `user` out everywhere; returns of how many sessions."""
    alive = Session.objects.filter(expire_date__gt=timezone.now()).iterator()
    keys = [session.pk for session in alive if session.get_decoded().get(SESSION_KEY) == str(user.pk)]
    Session.objects.filter(pk__in=keys).delete()
    return len(keys)
