"""The languages of names: what every app needs to write a translated column's name in full."""

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext

LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)
NAMES = dict(settings.LANGUAGES)


def column(field, language):
    """The column that holds `field` in `language`: column("name", "ar") is "name_ar".

    Raises ValueError on a language that is not one of ours, so that no request value becomes an ORM key.
    """
    if language not in LANGUAGES:
        raise ValueError(f"{language!r} is not a language of this site")
    return f"{field}_{language}"


def columns(*fields):
    """The columns of `fields` in all languages: columns("name") is ("name_ar", "name_en", "name_fr")."""
    return tuple(column(field, language) for field in fields for language in LANGUAGES)


def language_name(language):
    """The lazily translated name of `language` in the interface's language: "Arabic" for ar."""
    return NAMES[language]


def listed(names):
    """`names` as a reader of the active language lists them: "Arabic, English", with an Arabic comma in Arabic."""
    return pgettext("between the items of a list", ", ").join(map(str, names))


def about(subject, sentence):
    """`sentence` said of `subject`, a language's name or a title: "Arabic: the title is missing."."""
    return gettext("%(subject)s: %(sentence)s") % {"subject": capfirst(subject), "sentence": sentence}
