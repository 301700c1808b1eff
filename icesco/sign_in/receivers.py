"""What signing in and changing factors leave behind: in the session, and in the log."""

import logging

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa import signals
from django.contrib.auth import user_logged_in

from .middleware import note_sign_in

logger = logging.getLogger("icesco.sign_in")


def note_added(sender, request, user, authenticator, **kwargs):
    logger.info("Second factor added: %s (user %s)", authenticator.type, user.pk)
    if authenticator.type != authenticator.Type.RECOVERY_CODES:
        # Setting one up is giving it.
        record_authentication(request, user, method="mfa", type=authenticator.type, id=authenticator.pk)


def note_removed(sender, request, user, authenticator, **kwargs):
    logger.info("Second factor removed: %s (user %s)", authenticator.type, user.pk)


def note_codes(sender, request, user, authenticator, **kwargs):
    logger.info("Recovery codes made anew (user %s)", user.pk)


def connect():
    user_logged_in.connect(note_sign_in, dispatch_uid="icesco.note_sign_in")
    signals.authenticator_added.connect(note_added, dispatch_uid="icesco.note_added")
    signals.authenticator_removed.connect(note_removed, dispatch_uid="icesco.note_removed")
    signals.authenticator_reset.connect(note_codes, dispatch_uid="icesco.note_codes")
