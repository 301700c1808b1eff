"""One group of fields per language, each input in the language and direction of its content."""

from django.core.exceptions import ValidationError
from django.forms import CharField
from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from icesco.text.characters import UnsafeCharacter, refuse_unsafe
from icesco.text.direction import direction

from ..languages import LANGUAGES, column, language_name

capitalised = lazy(capfirst, str)


def content_attrs(language):
    """The HTML attributes of an input that holds text in `language`, whatever the interface's language."""
    return {"lang": language, "dir": direction(language)}


def language_fieldsets(*fields):
    """Fieldsets, one per language, with the columns of `fields`: js/language_tabs.js makes tabs of them."""
    return [
        (
            language_name(language),
            {
                "classes": ["language-tab", f"language-tab-{language}"],
                "fields": [column(field, language) for field in fields],
            },
        )
        for language in LANGUAGES
    ]


class LanguageFieldsMixin:
    """For ModelAdmin and inlines: translated columns as plain fields, none required, with lang and dir."""

    # Outside a language's tab the label has to say which language it asks for.
    labels_say_language = False

    class Media:
        js = ["admin/js/language_tabs.js", "admin/js/unsaved.js"]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if isinstance(field, CharField):
            field.validators.append(validate_characters)
        language = getattr(db_field, "language", None)
        if field is None or language not in LANGUAGES or not hasattr(db_field, "translated_field"):
            return field
        field.required = False
        field.widget.attrs |= content_attrs(language)
        label = capitalised(db_field.translated_field.verbose_name)
        field.label = label_in(label, language) if self.labels_say_language else label
        return field


REFUSALS = {
    "control": _("It holds a character that can’t be stored (%(code)s, at place %(place)s): take it out."),
    "surrogate": _("It holds a character that can’t be stored (%(code)s, at place %(place)s): take it out."),
    "override": _("It holds a sign that turns the order of what follows (%(code)s, at place %(place)s): take it out."),
    "isolate": _("It holds a sign of direction without its pair (%(code)s, at place %(place)s): take it out."),
    "lost": _("Letters were lost on the way here (%(code)s, at place %(place)s): write them again."),
}


def validate_characters(text):
    """Refuse what no text may hold: see icesco.text.characters."""
    try:
        refuse_unsafe(text)
    except UnsafeCharacter as error:
        values = {"code": error.code_point, "place": error.position + 1}
        raise ValidationError(REFUSALS[error.kind], error.kind, values) from error


def label_in(label, language):
    """A lazy label such as "Role that day (Arabic)"."""
    return lazy(lambda: f"{label} ({language_name(language)})", str)()
