"""Settings: one file; what differs between machines comes from the environment (docs/configuration.md).

ICESCO_PROFILE is `embedded` (the default: one machine, SQLite, plain http on loopback) or `production`,
which refuses to start without its secrets, or unsafe.
"""

import sys
from pathlib import Path

from django.utils.translation import gettext_lazy as _

from . import environment as env
from .watching.log_settings import FORMS, logging_in

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = Path(env.text("ICESCO_VAR", str(BASE_DIR / "var")))
PROFILE = env.text("ICESCO_PROFILE", "embedded")
if PROFILE not in {"embedded", "production"}:
    raise env.BadSetting(f"ICESCO_PROFILE must be embedded or production, not {PROFILE!r}.")
IS_PRODUCTION = PROFILE == "production"
DEBUG = False

if IS_PRODUCTION:
    required = ("ICESCO_SECRET_KEY", "ICESCO_ORIGIN", "DATABASE_URL")
    if missing := [name for name in required if not env.text(name)]:
        raise env.BadSetting(f"The production profile needs {', '.join(missing)}: see docs/configuration.md.")


def embedded_secret():
    """The key that `make run` keeps in var/, so that sessions outlive a restart."""
    import secrets

    path = VAR_DIR / "secret-key"
    try:
        VAR_DIR.mkdir(parents=True, exist_ok=True)
        if not path.exists():
            # Written aside and renamed: a process that starts at the same moment never reads half a key.
            draft = VAR_DIR / f"secret-key.{secrets.token_hex(8)}"
            draft.touch(mode=0o600)
            draft.write_text(secrets.token_urlsafe(50))
            draft.rename(path)
        return path.read_text().strip()
    except OSError as error:
        raise env.BadSetting(
            f"The secret key can't be kept in {path} ({error.strerror}): "
            f"make {VAR_DIR} writable or set ICESCO_SECRET_KEY."
        ) from None


SECRET_KEY = env.text("ICESCO_SECRET_KEY") or embedded_secret()
SITE_ORIGIN = env.origin("ICESCO_ORIGIN", "http://127.0.0.1:8000")
ALLOWED_HOSTS = env.words(
    "ICESCO_HOSTS", [SITE_ORIGIN.split("://")[1].split(":")[0], "127.0.0.1", "localhost", "[::1]"]
)
CSRF_TRUSTED_ORIGINS = [SITE_ORIGIN]

INSTALLED_APPS = [
    "modeltranslation",  # before the admin: it patches the models the admin reads
    "icesco.apps.IcescoAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_prose_editor",
    "taggit",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "icesco.apps.IcescoConfig",
    "people",
    "news",
    "feedback",
]

MIDDLEWARE = [
    # Before all others: a page of this very second needs none of them.
    "icesco.caching.page_cache.PageCacheMiddleware",
    # Around all others: whatever answers, and however it fails, is counted and traceable.
    "icesco.watching.middleware.WatchingMiddleware",
    # The headers next: what is refused at the door carries them too.
    "icesco.middleware.SecurityHeadersMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "icesco.middleware.SafeRequestMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "icesco.middleware.PublicCompressionMiddleware",
    "icesco.caching.middleware.PublicCachingMiddleware",
    "icesco.middleware.LanguageMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "icesco.sign_in.middleware.SessionLimitsMiddleware",
    "icesco.sign_in.middleware.SecondFactorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "icesco.urls"
WSGI_APPLICATION = "icesco.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "icesco.context.site",
                # Lazy: a public page that asks for neither reads no session.
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

DATABASES = {
    "default": env.database(env.text("DATABASE_URL"))
    if env.text("DATABASE_URL")
    else env.sqlite(VAR_DIR / "icesco.sqlite3")
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    # allauth counts guesses at codes in the default cache and keeps there which codes were used: every worker must see
    # the same. Nothing else is kept in it.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "shared_cache",
        "OPTIONS": {"MAX_ENTRIES": 10_000},
    },
}
if url := env.text("ICESCO_CACHE_URL"):
    CACHES["default"] = env.cache(url)

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

LANGUAGE_CODE = "en"
LANGUAGES = [("ar", _("Arabic")), ("en", _("English")), ("fr", _("French"))]
LANGUAGE_COOKIE_NAME = "icesco_admin_language"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [BASE_DIR / "locale"]
FORMAT_MODULE_PATH = ["icesco.formats"]
USE_I18N = True
USE_THOUSAND_SEPARATOR = True
USE_TZ = True
TIME_ZONE = "Africa/Casablanca"  # a day is a day in Rabat; times are stored in UTC
HIJRI = env.flag("ICESCO_HIJRI", True)  # the Hijri date beside the Gregorian one, in Arabic

MODELTRANSLATION_DEFAULT_LANGUAGE = "en"
MODELTRANSLATION_LANGUAGES = ("ar", "en", "fr")
MODELTRANSLATION_ENABLE_FALLBACKS = False
MODELTRANSLATION_FALLBACK_LANGUAGES = {"default": (), "ar": (), "en": (), "fr": ()}
MODELTRANSLATION_AUTO_POPULATE = False

RUNNING_TESTS = "pytest" in sys.modules
# How long each process keeps public pages (icesco/caching). Tests fetch pages anew each time.
PAGE_CACHE_SECONDS = 0 if RUNNING_TESTS else 1

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "icesco.stylesheets.PageStylesheets",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"
ORIGINALS_ROOT = VAR_DIR / "originals"  # uploaded files as they came: never served
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "originals": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": ORIGINALS_ROOT, "base_url": None},
    },
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if RUNNING_TESTS
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
if url := env.text("ICESCO_MEDIA_URL"):
    STORAGES |= env.media(url)
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_621_440  # 2.5 MB of body, uploads apart
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
FILE_UPLOAD_PERMISSIONS = 0o644

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = IS_PRODUCTION
SESSION_COOKIE_AGE = 12 * 60 * 60  # the longest that a session lives, used or not
SESSION_IDLE_SECONDS = env.seconds("ICESCO_SESSION_IDLE", 2 * 60 * 60, most=SESSION_COOKIE_AGE)
# The referrer stays within the site; never `no-referrer`: the rating form's Origin would be null.
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
if IS_PRODUCTION:
    SECURE_SSL_REDIRECT = env.flag("ICESCO_SSL_REDIRECT", True)
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SECURE_HSTS_PRELOAD = True

SECURITY_CONTACT = env.contact("ICESCO_SECURITY_CONTACT")  # in /.well-known/security.txt; without one there is none

FOUR_EYES = env.flag("ICESCO_FOUR_EYES")  # nobody approves a text in which they wrote

globals().update(env.email(env.text("ICESCO_EMAIL_URL", "console:")))
EMAIL_TIMEOUT = 20  # seconds: one server that doesn't answer keeps nobody waiting for long
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.address(
    "ICESCO_EMAIL_FROM", f"newsroom@{SITE_ORIGIN.split('://')[1].split(':')[0].strip('[') or 'localhost'}"
)

FEEDBACK_PAGE = "icesco.pages.feedback_page"
FEEDBACK_PAGE_TYPES = "icesco.pages.TYPES"
FEEDBACK_TITLES = "icesco.page_titles.titles_of"
# In production every request comes from a proxy: without this all visitors would be one network.
TRUSTED_PROXIES = FEEDBACK_TRUSTED_PROXIES = env.digit("ICESCO_TRUSTED_PROXIES", 1 if IS_PRODUCTION else 0)
if IS_PRODUCTION and (
    unsafe := env.unsafe_in_production(
        SECRET_KEY, SITE_ORIGIN, ALLOWED_HOSTS, DATABASES["default"]["ENGINE"], TRUSTED_PROXIES
    )
):
    raise env.BadSetting(" ".join(unsafe))
TAGGIT_CASE_INSENSITIVE = True
LOGIN_URL = "admin:login"
LOGIN_REDIRECT_URL = "admin:index"
CSRF_FAILURE_VIEW = "icesco.views.csrf_failure"

LOGGING = logging_in(env.choice("ICESCO_LOG", FORMS, "json" if IS_PRODUCTION else "text"))
METRICS_PORT = env.port("ICESCO_METRICS_PORT")  # of `manage.py serve`; None: the figures are not served
# Where the server's processes add up their figures. Tests keep theirs in memory.
METRICS_DIR = None if RUNNING_TESTS else Path(env.text("ICESCO_METRICS_DIR", str(VAR_DIR / "metrics")))

# The sign-in: see icesco/sign_in and docs/decisions/0037-sign-in-is-allauths-limits-are-ours.md.
SECOND_FACTOR = env.choice(
    "ICESCO_SECOND_FACTOR", ["required", "optional"], "required" if IS_PRODUCTION else "optional"
)
ACCOUNT_ADAPTER = "icesco.sign_in.adapters.StaffAdapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]  # sign-up is closed; allauth wants to know all the same
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False  # the cookie ends with the browser
ACCOUNT_REAUTHENTICATION_METHODS = ["password", "mfa"]
# Passwords have limits of our own (icesco/sign_in/throttle.py); these are for codes.
ACCOUNT_RATE_LIMITS = {"login": None, "login_failed": "20/15m/ip,5/15m/key"}
ACCOUNT_FORMS = {
    "login": "icesco.sign_in.forms.SignInForm",
    "reauthenticate": "icesco.sign_in.forms.PasswordAgainForm",
}
MFA_ADAPTER = "icesco.sign_in.adapters.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_TOTP_ISSUER = "ICESCO newsroom"
MFA_TOTP_TOLERANCE = 1  # a code is good for half a minute more: clocks differ and people type slowly
MFA_FORMS = {
    "authenticate": "icesco.sign_in.forms.AuthenticateForm",
    "reauthenticate": "icesco.sign_in.forms.ReauthenticateByCodeForm",
    "activate_totp": "icesco.sign_in.forms.ActivateForm",
    "authenticate_webauthn": "icesco.sign_in.forms.AuthenticateByPasskeyForm",
    "reauthenticate_webauthn": "icesco.sign_in.forms.ReauthenticateByPasskeyForm",
    "login_webauthn": "icesco.sign_in.forms.SignInByPasskeyForm",
    "add_webauthn": "icesco.sign_in.forms.AddPasskeyForm",
    "edit_webauthn": "icesco.sign_in.forms.RenamePasskeyForm",
}
