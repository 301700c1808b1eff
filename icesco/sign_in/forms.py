"""allauth's forms with our labels, and refusals that are logged."""

import logging
import unicodedata

from allauth.account.forms import LoginForm, ReauthenticateForm
from allauth.mfa.base import forms as codes
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn import forms as passkeys
from django import forms
from django.utils.translation import gettext_lazy as _

logger = logging.getLogger("icesco.sign_in")
MOST_PASSWORD_LETTERS = 4096


def plain(field, **attributes):
    """Take the placeholder, which only repeats the label, from `field`."""
    field.widget.attrs.pop("placeholder", None)
    field.widget.attrs.update(attributes)


class SignInForm(LoginForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        plain(self.fields["login"], autofocus=True, autocapitalize="none", spellcheck="false")
        self.fields["login"].label = _("User name")
        plain(self.fields["password"])
        self.fields["password"].max_length = MOST_PASSWORD_LETTERS
        for field in self.fields.values():
            field.help_text = ""

    def clean_login(self):
        # As Django keeps names: typed on an Arabic or a Japanese keyboard, a letter may have another form.
        return unicodedata.normalize("NFKC", super().clean_login())


class PasswordAgainForm(ReauthenticateForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        plain(self.fields["password"], autofocus=True)
        self.fields["password"].help_text = ""


class LoggedRefusal:
    """For forms that ask for a second factor: says in the log whose was refused, and never what was typed."""

    def full_clean(self):
        super().full_clean()
        if self.is_bound and self.errors:
            logger.warning("Second factor refused (user %s)", self.user.pk if self.user else "unknown")


class CodeForm(LoggedRefusal):
    """A code of the authenticator app or a recovery code."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["code"]
        field.label = _("Code")
        field.max_length = 50
        plain(field, autofocus=True, inputmode="numeric", dir="ltr")


class AuthenticateForm(CodeForm, codes.AuthenticateForm):
    pass


class ReauthenticateByCodeForm(CodeForm, codes.ReauthenticateForm):
    pass


class ActivateForm(CodeForm, ActivateTOTPForm):
    pass


class AuthenticateByPasskeyForm(LoggedRefusal, passkeys.AuthenticateWebAuthnForm):
    pass


class ReauthenticateByPasskeyForm(LoggedRefusal, passkeys.ReauthenticateWebAuthnForm):
    pass


class SignInByPasskeyForm(LoggedRefusal, passkeys.LoginWebAuthnForm):
    pass


class NameOfPasskey(forms.Form):
    """The name by which a person tells passkeys apart."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].label = _("Name of the passkey")
        self.fields["name"].max_length = 100


class AddPasskeyForm(NameOfPasskey, passkeys.AddWebAuthnForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        field = self.fields["passwordless"]
        field.initial = True
        field.label = _("Sign in with this passkey alone")
        field.help_text = _("Without a password. The passkey then asks for a PIN, a fingerprint or your face.")


class RenamePasskeyForm(NameOfPasskey, passkeys.EditWebAuthnForm):
    pass
