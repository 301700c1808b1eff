"""The tags of a story as its form asks for them: existing ones found in any language, and new ones made on saving."""

import json
from dataclasses import dataclass

from django import forms
from django.contrib import admin
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from people.admin.keys import KeySelectMultiple, KeysField
from people.admin.tabs import validate_characters
from people.languages import LANGUAGES, NAMES, language_name

from ..models import Article, Tag

MOST_NEW_TAGS = 20
MOST_LETTERS = 80
PREFIX = "new"


@dataclass(frozen=True)
class NewTag:
    """A label that no tag has yet, in its language. Nothing is made of it before the story is saved."""

    language: str
    label: str

    def __str__(self):
        return self.label

    @property
    def key(self):
        """What the form posts for it, between the keys of existing tags: "new:ar:المدن"."""
        return f"{PREFIX}:{self.language}:{self.label}"

    @classmethod
    def read(cls, key):
        """The NewTag that `key` stands for, or None when it is the key of an existing tag, or nonsense."""
        prefix, _colon, rest = str(key).partition(":")
        language, _colon, label = rest.partition(":")
        label = " ".join(label.split())
        return cls(language, label) if prefix == PREFIX and language in LANGUAGES and label else None

    def tag(self):
        """The Tag whose label reads alike in any language, else a new one. Writes to the database."""
        return Tag.named(self.label, self.language)


def existing(values):
    """Those of the posted `values` that aren't new tags."""
    return [value for value in values or () if NewTag.read(value) is None]


def new(values):
    """The NewTags among the posted `values`, each once."""
    return list(dict.fromkeys(filter(None, map(NewTag.read, values or ()))))


class TagsWidget(KeySelectMultiple):
    """The admin's autocomplete, which also shows, keeps and (js/new_tags.js) proposes new tags."""

    class Media:
        # Deferred: wherever it is listed, it runs once select2 is there and before any box is made.
        js = [forms.Script("admin/js/new_tags.js", defer=True)]

    def __init__(self):
        super().__init__(Article._meta.get_field("tags"), admin.site)

    def allow_new(self, source_language):
        """Let the script propose new tags, in `source_language` before the other languages."""
        in_order = sorted(LANGUAGES, key=lambda language: language != source_language)
        self.attrs["data-tags"] = "true"
        self.attrs["data-new-tags"] = json.dumps(
            [{"language": language, "sentence": sentence_for(language)} for language in in_order], ensure_ascii=False
        )

    def optgroups(self, name, value, attr=None):
        groups = super().optgroups(name, value, attr)
        _name, options, _index = groups[0]
        for tag in new(value):
            options.append(self.create_option(name, tag.key, tag.label, True, len(options)))
        return groups


def sentence_for(language):
    """What the script offers; {label} stands for what was typed."""
    return _("Create “%(label)s” (%(language)s)") % {"label": "{label}", "language": language_name(language)}


class TagsField(KeysField):
    """A list of Tags, and of NewTags after them."""

    def __init__(self, **kwargs):
        super().__init__(Tag.objects.all(), widget=TagsWidget(), required=False, **kwargs)

    def clean(self, value):
        return [*super().clean(existing(value)), *refuse_bad(new(value))]


def refuse_bad(tags):
    """The NewTags as they are. Raises ValidationError on too many, too long and unsafe ones, and on mere signs."""
    if len(tags) > MOST_NEW_TAGS or any(len(tag.label) > MOST_LETTERS for tag in tags):
        raise forms.ValidationError(_("At most 20 new tags, each of at most 80 letters."))
    if not all(Tag.can_be_read(tag.label) for tag in tags):
        raise forms.ValidationError(_("A tag needs a letter or a digit."))
    for tag in tags:
        validate_characters(tag.label)
    return tags


class TaggingForm(forms.Form):
    """For the article form: `tags`, and the two fields that stand in for the script where there is none.

    `tags` is cleaned to Tags and NewTags. `user` is set by the admin, `chosen_source` and `instance` by the form.
    """

    tags = TagsField(label=gettext_lazy("Tags"))
    new_tags = forms.CharField(
        label=gettext_lazy("New tags"),
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField", "dir": "auto"}),
        help_text=gettext_lazy("With commas between them."),
    )
    new_tags_language = forms.ChoiceField(
        label=gettext_lazy("Language of the new tags"),
        choices=[("", gettext_lazy("the source language")), *NAMES.items()],
        required=False,
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "tags" not in self.fields:
            return
        self.fields["tags"].widget.choices = self.fields["tags"].choices
        if self.user.has_perm("news.add_tag"):
            self.fields["tags"].widget.allow_new(self.chosen_source)
        else:
            self.fields["new_tags"].disabled = self.fields["new_tags_language"].disabled = True

    def clean_tags(self):
        made = [tag for tag in self.cleaned_data["tags"] if isinstance(tag, NewTag)]
        if made and not self.user.has_perm("news.add_tag") and not all(Tag.reading_like(tag.label) for tag in made):
            raise forms.ValidationError(_("You may not make new tags. Choose from those that there are."))
        return self.cleaned_data["tags"]

    def clean_new_tags(self):
        """The labels typed, each once: a list of str."""
        labels = [" ".join(label.split()) for label in self.cleaned_data["new_tags"].replace("،", ",").split(",")]
        labels = list(dict.fromkeys(filter(None, labels)))
        refuse_bad([NewTag("", label) for label in labels])
        return labels

    def _save_m2m(self):
        # Only now, with the story: a form that is left or refused makes no tag.
        language = self.cleaned_data.get("new_tags_language") or self.instance.source_language
        asked = [
            *self.cleaned_data.get("tags", ()),
            *(NewTag(language, label) for label in self.cleaned_data.get("new_tags") or ()),
        ]
        if "tags" in self.cleaned_data:
            tags = [tag.tag() if isinstance(tag, NewTag) else tag for tag in asked]
            self.cleaned_data["tags"] = list({tag.pk: tag for tag in tags}.values())
        super()._save_m2m()
