"""Taking a text down, and the other languages of the story with it or not."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from people.languages import language_name, listed

from ..models import Edition
from ..withdrawals import public_elsewhere, withdraw_languages
from .acts import Act, did


class WithdrawForm(forms.Form):
    every_language = forms.BooleanField(required=False)

    def __init__(self, languages, data=None):
        super().__init__(data)
        if not languages:
            del self.fields["every_language"]
            return
        self.fields["every_language"].label = _("Withdraw every language: %(languages)s too") % {
            "languages": listed(map(language_name, languages))
        }


class Withdraw(Act):
    title = gettext_lazy("Withdraw the %(language)s text?")
    button = gettext_lazy("Withdraw")

    @cached_property
    def others(self):
        """The languages that are public besides this one: (those this person may withdraw, those not)."""
        public = public_elsewhere(self.edition)
        mine = [language for language in public if self.user.has_perm(f"news.publish_{language}")]
        return mine, [language for language in public if language not in mine]

    @property
    def question(self):
        mine, left = self.others
        sentences = [
            _(
                "Readers will find a page that says since when it is gone, and none of its words. What is scheduled is "
                "called off. The text stays here and can be published again."
            )
        ]
        if left:
            names = listed(map(language_name, left))
            sentences.append(_("You may not withdraw: %(languages)s. That stays public.") % {"languages": names})
        if mine or left:
            sentences.append(_("Each language that stays public gets a task: to be withdrawn too, or to say why not."))
        return " ".join(sentences)

    def form(self, data=None):
        return WithdrawForm(self.others[0], data)

    def is_possible(self):
        return self.edition.visibility == Edition.Visibility.PUBLIC

    def do(self, cleaned):
        languages = self.others[0] if cleaned.get("every_language") else ()
        gone = withdraw_languages(self.edition, languages, by=self.user)
        items = [did(gettext_noop("%(language)s withdrawn."), edition) for edition in gone]
        if len(gone) == 1:
            return _("Withdrawn."), items
        names = listed(language_name(edition.language) for edition in gone[1:])
        return _("Withdrawn, and with it: %(languages)s.") % {"languages": names}, items
