"""What a rating knows of the page it was given on; the project's function that tells is named in a setting."""

import unicodedata
from dataclasses import dataclass

from django.conf import settings
from django.urls import reverse
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

MAX_PATH_LENGTH = 2048
MAX_TYPE_LENGTH = 40
MAX_KEY_LENGTH = 200
SITE = "site"


@dataclass(frozen=True)
class Page:
    """A public page: its type (`article`), its key (`article:123`, the same in every language) and its language."""

    type: str
    key: str
    language: str

    def fits(self):
        """Whether a rating has room for this page."""
        return (
            0 < len(self.type) <= MAX_TYPE_LENGTH
            and 0 < len(self.key) <= MAX_KEY_LENGTH
            and self.language in dict(settings.LANGUAGES)
        )


def resolve(path):
    """The Page at the public `path` (decoded, as in `request.path`), or None.

    The rating form's own addresses stand for the site as a whole; any other path goes to the
    function named in the setting FEEDBACK_PAGE, which answers a Page or None.
    """
    if not is_plain_path(path):
        return None
    for language, address in form_addresses().items():
        if path == address:
            return Page(SITE, SITE, language)
    page = import_string(settings.FEEDBACK_PAGE)(path)
    return page if page and page.fits() else None


def is_plain_path(path):
    """Whether `path` is an absolute path on this site, without host, query, fragment or control characters."""
    return (
        path.startswith("/")
        and not path.startswith("//")
        and len(path) <= MAX_PATH_LENGTH
        and not any(letter in "?#\\" or unicodedata.category(letter) in {"Cc", "Cs"} for letter in path)
    )


def form_addresses():
    """The rating form's own address in each language: {language: path}."""
    addresses = {}
    for language, _name in settings.LANGUAGES:
        with override(language):
            addresses[language] = reverse("feedback:rate")
    return addresses


def type_labels():
    """Names of page types for people: {type: name}, from the dictionary named in the optional FEEDBACK_PAGE_TYPES."""
    named = getattr(settings, "FEEDBACK_PAGE_TYPES", None)
    return {**(import_string(named) if named else {}), SITE: _("The site as a whole")}
