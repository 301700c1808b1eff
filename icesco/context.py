"""What every template knows about the site and the page's language."""

from django.conf import settings
from django.utils.translation import get_language

from .text.direction import direction

OWN_NAMES = {"ar": "العربية", "en": "English", "fr": "Français"}


def site(request):
    """site_origin, language and direction of the page, languages: see site_languages()."""
    language = get_language()
    return {
        "site_origin": settings.SITE_ORIGIN,
        "language": language,
        "direction": direction(language),
        "languages": site_languages(),
    }


def site_languages():
    """The languages of the site: a list of {code, name (its own), direction}."""
    return [{"code": code, "name": OWN_NAMES[code], "direction": direction(code)} for code, _name in settings.LANGUAGES]
