"""The translation desk's form: a field for each passage, and how they become the words of a revision."""

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from people.admin.tabs import content_attrs, validate_characters

from ..exchange.marks import words_of
from ..models import Revision
from ..translating.typed import as_typed, mark_problems, read_typed, without_marks

ORIGINS = [choice for choice in Revision.Origin.choices if choice[0] != Revision.Origin.ORIGINAL]
LONGEST_PASSAGE = 20_000
SHORT = {"title", "lead_alt", "lead_caption"}


def field_name(key):
    return f"unit_{key}"


class TranslationForm(forms.Form):
    """The passages of `work`, a DeskWork, to be saved after `newest`, the newest Revision there is now (or None).

    The page that was filled in was made of work.source and work.target; where `newest` is another revision than the
    latter, somebody saved meanwhile: `is_stale`, and saving takes the tick in `over`.
    """

    origin = forms.ChoiceField(
        label=_("Where the text comes from"), help_text=_("Readers are told this in these words.")
    )
    note = forms.CharField(
        label=_("Note on this change"),
        max_length=500,
        required=False,
        widget=forms.TextInput(attrs={"class": "vTextField", "dir": "auto"}),
        help_text=_("For colleagues, in the history; readers never see it."),
    )
    over = forms.IntegerField(required=False, widget=forms.HiddenInput)

    is_stale = False

    def __init__(self, work, newest, data=None):
        self.work, self.newest = work, newest
        super().__init__(data, use_required_attribute=False)
        nothing_said = ("", pgettext_lazy("where a text comes from", "— choose —"))
        self.fields["origin"].choices = [nothing_said, *ORIGINS]
        self.initial["origin"] = work.target.origin if work.target and work.target.follows_id else ""
        for unit in work.units:
            self.fields[field_name(unit.key)] = passage_field(unit, work.language)
            self.initial[field_name(unit.key)] = as_typed(unit.target)

    def passage(self, key):
        """The field of a passage, bound to the page."""
        return self[field_name(key)]

    def clean(self):
        self.texts = {unit.key: self.clean_passage(unit) for unit in self.work.units}
        if not words_of(self.texts.get("title", ())).strip():
            self.add_error(field_name("title") if "title" in self.work.by_key else None, _("A text needs a title."))
        base = self.work.target
        if base != self.newest and self.cleaned_data.get("over") != (self.newest and self.newest.pk):
            self.is_stale = True
            self.add_error(None, _("Somebody else has saved this language since you opened it. Yours isn’t saved yet."))
        return self.cleaned_data

    def clean_passage(self, unit):
        """The text typed for a unit; what is wrong with it is said at its field."""
        name, tags = field_name(unit.key), {**unit.tags, **unit.target_tags}
        # A field in error has no clean value, and nothing typed may be lost for that.
        typed = self.cleaned_data.get(name, self.data.get(name, "")).replace("\r\n", "\n")
        if unit.key in SHORT:
            typed = " ".join(typed.split("\n"))
        text = read_typed(typed, tags)
        try:
            validate_characters(typed)
        except forms.ValidationError as error:
            self.add_error(name, error)
        for problem in mark_problems(text, tags):
            self.add_error(name, problem)
        return text

    @cached_property
    def words(self):
        """The words that saving would keep: a dict for Article.write()."""
        return self.work.words(self.texts)

    @cached_property
    def words_to_keep(self):
        """What was typed, to be kept while it is not in order: passages whose marks are not are kept as words."""
        wrong = {unit.key for unit in self.work.units if field_name(unit.key) in self.errors}
        return self.work.words({key: without_marks(text) if key in wrong else text for key, text in self.texts.items()})

    def draft(self):
        """The revision that saving would make, unsaved."""
        origin = self.cleaned_data.get("origin", "")
        return Revision.after(self.newest, self.work.source.article, self.work.language, self.words, origin, None)

    def save(self, user):
        """Write it; returns the new Revision or None where nothing changed. Raises as Article.write() does."""
        return self.work.source.article.write(
            self.work.language,
            self.words,
            author=user,
            origin=self.cleaned_data["origin"],
            follows=self.work.source,
            note=self.cleaned_data["note"],
            based_on=self.newest,
        )


def passage_field(unit, language):
    length = unit.most or LONGEST_PASSAGE
    words = max(len(as_typed(unit.source)), len(as_typed(unit.target)))
    attrs = {"rows": min(12, max(1, words // 60 + 1)), "class": "passage__field", **content_attrs(language)}
    return forms.CharField(required=False, max_length=length, widget=forms.Textarea(attrs), strip=True)
