"""Which languages of a story go together, and when."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.languages import LANGUAGES, language_name

from .moment import MomentField

AT_AN_HOUR, WHEN_APPROVED = "hour", "approved"


class ReleaseForm(forms.Form):
    """languages: at least two codes. due_at: an aware datetime, or None for "as soon as all are approved"."""

    languages = forms.MultipleChoiceField(
        label=gettext_lazy("Languages that go together"), widget=forms.CheckboxSelectMultiple
    )
    when = forms.ChoiceField(
        label=gettext_lazy("When"),
        widget=forms.RadioSelect,
        choices=[
            (AT_AN_HOUR, gettext_lazy("at the time below")),
            (WHEN_APPROVED, gettext_lazy("as soon as all of them are approved")),
        ],
    )
    due_at = MomentField(label=gettext_lazy("Publish at"), required=False, help_text=gettext_lazy("Rabat time."))

    def __init__(self, user, release, editions, data=None):
        """user: who asks. release: the open Release or None. editions: {language: Edition} of the story."""
        self.user = user
        super().__init__(data, initial=stored(release, editions))
        self.fields["languages"].choices = [(code, language_name(code)) for code in LANGUAGES]
        for name, field in self.fields.items():
            if field.help_text:
                field.widget.attrs["aria-describedby"] = f"{self[name].auto_id}_helptext"

    def clean_languages(self):
        languages = self.cleaned_data["languages"]
        if len(languages) < 2:
            raise forms.ValidationError(_("Choose at least two languages: one alone is scheduled in its tab."))
        for language in languages:
            if not self.user.has_perm(f"news.publish_{language}"):
                sentence = _("You may not publish in %(language)s.")
                raise forms.ValidationError(sentence % {"language": language_name(language)})
        return languages

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("when") == WHEN_APPROVED:
            cleaned["due_at"] = None
            self.errors.pop("due_at", None)
        elif "due_at" not in self.errors:
            due_at = cleaned.get("due_at")
            if due_at is None or due_at <= timezone.now():
                self.add_error("due_at", _("Choose a time to come."))
        return cleaned


def stored(release, editions):
    """The initial values: what is arranged, else all the languages that have a text."""
    if release is None:
        return {"languages": [code for code in LANGUAGES if code in editions], "when": AT_AN_HOUR}
    languages = [part.language for part in release.parts.all()]
    return {
        "languages": languages,
        "when": AT_AN_HOUR if release.due_at else WHEN_APPROVED,
        "due_at": release.due_at,
    }
