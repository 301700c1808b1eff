"""The organisation's own vocabulary: what a thing is called in each language."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from people.languages import LANGUAGES

FORMS_HELP = _("Several forms, the one to use first, with “|” between them: General Conference | the Conference")


class Term(models.Model):
    """One thing and its names. A column per language rather than translated fields: no language stands for another."""

    ar = models.CharField(_("Arabic"), max_length=250, blank=True, help_text=FORMS_HELP)
    en = models.CharField(_("English"), max_length=250, blank=True, help_text=FORMS_HELP)
    fr = models.CharField(_("French"), max_length=250, blank=True, help_text=FORMS_HELP)
    note = models.CharField(
        _("note"), max_length=500, blank=True, help_text=_("For translators: what it means, when it is used.")
    )

    class Meta:
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["en", "fr", "ar", "pk"]
        constraints = [
            models.UniqueConstraint(fields=[code], condition=~Q(**{code: ""}), name=f"one_term_per_name_in_{code}")
            for code in ("ar", "en", "fr")
        ]

    def __str__(self):
        named = [forms[0] for code in (get_language(), *LANGUAGES) if (forms := self.forms_in(code))]
        return named[0] if named else "—"

    def forms_in(self, language):
        """What it is called in `language`, the form to use first: a list of str, empty where it has no name."""
        return [form for part in getattr(self, language, "").split("|") if (form := part.strip())]

    def clean(self):
        for code in LANGUAGES:
            setattr(self, code, " | ".join(self.forms_in(code)))
        if sum(bool(self.forms_in(code)) for code in LANGUAGES) < 2:
            raise ValidationError(_("A term needs a name in two languages at least."))
