"""The form of an institution's page: title and body in each language, saved as revisions."""

import re

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from news.body import picture_texts
from news.forms.body import BodyField, BodyWidget
from people.admin.tabs import content_attrs, label_in, validate_characters
from people.languages import LANGUAGES, about, column, language_name

from .models import InstitutionPage


class PageTexts(forms.ModelForm):
    """Words of one page. `save_texts()` keeps what changed; the page's own row has nothing to edit."""

    class Meta:
        model = InstitutionPage
        fields = ()

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for language in LANGUAGES:
            # What was changed is what differs from the text that the form was opened with, not from today's.
            text, number = self.text_seen(language)
            self.initial |= {
                column("title", language): text.title,
                column("body", language): text.body,
                column("based_on", language): number,
            }

    def text_seen(self, language):
        """The Text that the person had before them, and its number: 0 is the one that nobody has edited."""
        newest = self.number_now(language)
        typed = self.data.get(column("based_on", language), "") if self.is_bound else ""
        number = int(typed) if re.fullmatch("[0-9]{1,9}", typed) and int(typed) <= newest else newest
        return self.instance.text_at(language, number), number

    def number_now(self, language):
        newest = self.instance.newest(language)
        return newest.number if newest else 0

    def changes(self, language):
        """Whether the person changed the words of `language`."""
        return any(column(field, language) in self.changed_data for field in ("title", "body"))

    def clean(self):
        cleaned = super().clean()
        for language in LANGUAGES:
            if self.changes(language):
                self.check_language(language, *(cleaned.get(column(f, language), "") for f in ("title", "body")))
        return cleaned

    def check_language(self, language, title, body):
        """Marks in the form what keeps this language's words from being saved."""
        name = language_name(language)
        if self.cleaned_data.get(column("based_on", language)) != self.number_now(language):
            sentence = _(
                "Somebody saved this text meanwhile. Copy yours, open the page again and bring the two together."
            )
            self.add_error(column("body", language), about(name, sentence))
        is_sound = not {column("title", language), column("body", language)} & self.errors.keys()
        if is_sound and bool(title) != bool(body):
            missing = column("body" if title else "title", language)
            self.add_error(
                missing, _("A page needs a title and a text; leave both empty to take it out of a language.")
            )
        if any(not alt for _picture, alt in picture_texts(body)):
            self.add_error(column("body", language), _("A picture in the body has no alt text."))

    def save_texts(self, user):
        """Write what changed, by `user`; returns the new PageRevisions, none for words that stand there already."""
        written = [
            self.instance.write(
                language,
                self.cleaned_data[column("title", language)],
                self.cleaned_data[column("body", language)],
                by=user,
            )
            for language in LANGUAGES
            if self.changes(language)
        ]
        return [revision for revision in written if revision]


def fields_in(language):
    """The form's fields for one language, by name."""
    attrs = content_attrs(language)
    return {
        column("title", language): forms.CharField(
            label=label_in(gettext_lazy("Title"), language),
            max_length=250,
            required=False,
            validators=[validate_characters],
            widget=forms.TextInput(attrs={"class": "vTextField", **attrs}),
        ),
        column("body", language): BodyField(
            label=label_in(gettext_lazy("Body"), language),
            max_length=200_000,
            required=False,
            validators=[validate_characters],
            widget=BodyWidget(language, attrs=attrs),
        ),
        column("based_on", language): forms.IntegerField(
            required=False, min_value=0, max_value=2**31 - 1, widget=forms.HiddenInput
        ),
    }


InstitutionPageForm = type(
    "InstitutionPageForm",
    (PageTexts,),
    {name: field for language in LANGUAGES for name, field in fields_in(language).items()},
)
