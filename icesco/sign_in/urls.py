"""Addresses of the sign-in, under /admin/: allauth's names, and of its pages only those that staff need."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import path
from django.utils.translation import gettext_lazy as _

from .views import SignInView, framed

SIGN_IN, AGAIN, FACTORS = _("Sign in"), _("Confirm that it is you"), _("Second factor")

# Where somebody who has given no second factor yet may give it.
asking = [
    path("login/", framed(SignInView.as_view(), SIGN_IN), name="account_login"),
    path("account/second-factor/authenticate/", framed(mfa.authenticate, FACTORS), name="mfa_authenticate"),
    path("account/passkeys/login/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("account/confirm/", framed(account.reauthenticate, AGAIN), name="account_reauthenticate"),
    path("account/confirm/code/", framed(mfa.reauthenticate, AGAIN), name="mfa_reauthenticate"),
    path(
        "account/confirm/passkey/",
        framed(passkeys.reauthenticate_webauthn, AGAIN),
        name="mfa_reauthenticate_webauthn",
    ),
]
# Where factors are set up and taken away.
keeping = [
    path("account/second-factor/", framed(mfa.index, FACTORS), name="mfa_index"),
    path("account/app/activate/", framed(totp.activate_totp, _("Authenticator app")), name="mfa_activate_totp"),
    path("account/app/deactivate/", framed(totp.deactivate_totp, _("Authenticator app")), name="mfa_deactivate_totp"),
    path(
        "account/recovery-codes/",
        framed(codes.view_recovery_codes, _("Recovery codes")),
        name="mfa_view_recovery_codes",
    ),
    path(
        "account/recovery-codes/generate/",
        framed(codes.generate_recovery_codes, _("Recovery codes")),
        name="mfa_generate_recovery_codes",
    ),
    path("account/recovery-codes/download/", codes.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("account/passkeys/", framed(passkeys.list_webauthn, _("Passkeys")), name="mfa_list_webauthn"),
    path("account/passkeys/add/", framed(passkeys.add_webauthn, _("Add a passkey")), name="mfa_add_webauthn"),
    path(
        "account/passkeys/<int:pk>/remove/",
        framed(passkeys.remove_webauthn, _("Remove a passkey")),
        name="mfa_remove_webauthn",
    ),
    path(
        "account/passkeys/<int:pk>/rename/",
        framed(passkeys.edit_webauthn, _("Rename a passkey")),
        name="mfa_edit_webauthn",
    ),
]
urlpatterns = [*asking, *keeping]
