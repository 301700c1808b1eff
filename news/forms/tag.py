"""The form of a tag, with its addresses, and the one that asks how to merge several."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from icesco.text.slugs import EmptySlug
from people.admin.tabs import content_attrs, label_in, validate_characters
from people.languages import LANGUAGES, column, language_name

from ..errors import TagAddressTaken
from ..models import Tag
from ..tag_rights import languages_without_right


def address_field(language):
    return forms.CharField(
        label=label_in(gettext_lazy("Address"), language),
        max_length=200,
        required=False,
        validators=[validate_characters],
        widget=forms.TextInput(attrs={**content_attrs(language), "class": "vTextField"}),
        help_text=gettext_lazy(
            "The last part of the page’s address. Left empty, it is made of the label. "
            "When you change it, the address it had before leads to the new one."
        ),
    )


class TagForm(forms.ModelForm):
    """Labels, and the address in each language as typed: what can be kept of it is kept. `user` is set by the admin."""

    address_ar = address_field("ar")
    address_en = address_field("en")
    address_fr = address_field("fr")

    class Meta:
        model = Tag
        fields = ["label_ar", "label_en", "label_fr"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for language in LANGUAGES:
            self.initial[f"address_{language}"] = getattr(self.instance, column("path", language)) or ""

    def clean(self):
        cleaned = super().clean()
        for language in LANGUAGES:
            name = f"address_{language}"
            if name in self.changed_data and cleaned.get(name):
                self.take_address(language, name)
        self.refuse_public_changes()
        return cleaned

    def refuse_public_changes(self):
        """Mark what readers would see changed in a language that this person may not publish."""
        if not self.instance.pk:
            return
        for language in languages_without_right(self.user, [self.instance]):
            for name in {f"address_{language}", column("label", language)} & set(self.changed_data):
                sentence = _("Readers see this tag in %(language)s, and you may not publish in that language.")
                self.add_error(name, sentence % {"language": language_name(language)})

    def take_address(self, language, name):
        if not self.cleaned_data.get(column("label", language)):
            self.add_error(name, _("Give a label in this language first."))
            return
        try:
            self.instance.set_path(language, self.cleaned_data[name])
        except EmptySlug:
            self.add_error(name, _("An address needs a letter or a digit."))
        except TagAddressTaken as error:
            self.add_error(name, str(error))


class MergeForm(forms.Form):
    """Which of several tags stays, and whose labels fill its gaps. tags: Tags with `story_count`, most used first.

    `shown` is the survivor for which the page said what would happen.
    """

    survivor = forms.ModelChoiceField(Tag.objects.none(), label=gettext_lazy("The tag that stays"), empty_label=None)
    shown = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, tags, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.tags = tags
        self.fields["survivor"].queryset = Tag.objects.filter(pk__in=[tag.pk for tag in tags])

    def offer_labels(self, merge):
        """Ask, for each language that the survivor of `merge` lacks, whose label it takes over."""
        for language, lenders in merge.gaps().items():
            choices = [(str(tag.pk), tag.label_in(language)) for tag in lenders]
            self.fields[column("label", language)] = forms.ChoiceField(
                label=label_in(gettext_lazy("Label to take over"), language),
                choices=[*choices, ("", _("None: no page in this language"))],
                required=False,
                initial=choices[0][0],
            )

    def labels_from(self, merge):
        """{language: the Tag whose label is taken over}, as chosen. Needs a valid form."""
        chosen = {language: self.cleaned_data.get(column("label", language)) for language in LANGUAGES}
        by_key = {str(tag.pk): tag for tag in merge.others}
        return {language: by_key[key] for language, key in chosen.items() if key}
