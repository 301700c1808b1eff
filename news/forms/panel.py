"""One language of the article form: its words, where they come from, its address and its times."""

from django import forms
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from icesco.text.direction import direction
from icesco.text.slugs import EmptySlug, make_slug
from people.admin.entity import DayInput
from people.admin.tabs import content_attrs, validate_characters
from people.languages import language_name

from ..models import Address, Article, Edition, Revision, Transition, TypedText
from ..models.article import WORDS
from .body import BodyField, BodyWidget
from .conflict import DRAFT, ConflictMixin
from .follows import follow_choices, resolve_follows, usual_follows
from .moment import MomentField

RIGHTS = ("write", "review", "publish")
PUBLISHERS_FIELDS = ("slug", "permalink_on", "expires_at", "due_at", "is_minor")


def line(**attrs):
    return forms.TextInput(attrs={"class": "vTextField", **attrs})


class LanguagePanel(ConflictMixin, forms.Form):
    """The words of `language` as a form whose fields are named with the language: draft_title_ar.

    Only what was changed against the revision the panel was loaded from (`based_on`) is written.
    """

    is_taken_up = False

    draft_title = forms.CharField(label=_("Title"), max_length=250, required=False, widget=line())
    draft_summary = forms.CharField(
        label=_("Summary"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3, "class": "vLargeTextField"}),
        help_text=_("One or two sentences under the title."),
    )
    draft_body = BodyField(label=_("Body"), max_length=200_000, required=False)
    draft_lead_alt = forms.CharField(
        label=_("Alt text of the lead picture"),
        max_length=500,
        required=False,
        widget=line(),
        help_text=_("What the picture shows, for who can’t see it. Needed for publishing when there is a picture."),
    )
    draft_lead_caption = forms.CharField(
        label=_("Caption of the lead picture"), max_length=500, required=False, widget=line()
    )
    origin = forms.ChoiceField(
        label=_("Where the text comes from"), required=False, help_text=_("Readers are told this in these words.")
    )
    follows = forms.ChoiceField(
        label=_("Translated from"),
        required=False,
        help_text=_("The text that this one says the same as. From it readers learn when a translation is behind."),
    )
    note = forms.CharField(
        label=_("Note on this change"),
        max_length=500,
        required=False,
        widget=line(dir="auto"),
        help_text=_("For colleagues, in the history; readers never see it."),
    )
    slug = forms.CharField(
        label=_("Slug"),
        max_length=200,
        required=False,
        widget=line(),
        help_text=_("The last part of the address. Empty: made of the title when it is published."),
    )
    permalink_on = forms.DateField(
        label=_("Day in the address"),
        required=False,
        widget=DayInput(),
        help_text=_("Empty: the day of the first publication."),
    )
    expires_at = MomentField(label=_("Taken down at"), required=False, help_text=_("Rabat time. Empty: it stays."))
    due_at = MomentField(label=_("Publish at"), required=False, help_text=_("Rabat time."))
    is_minor = forms.BooleanField(
        label=_("Minor edit"),
        required=False,
        help_text=_("Nothing that translations should follow: a comma, a misprint. It makes no translation behind."),
    )
    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput)
    over = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, language, article, user, state, states, data=None, source_language=None, unsaved=None):
        self.language, self.article, self.user, self.state, self.states = language, article, user, state, states
        self.edition, self.source_language = state.edition, source_language or article.source_language
        self.is_source = language == self.source_language
        self.newest = self.edition and Revision.objects.get(pk=self.edition.newest_revision_id)
        self.is_new_story = article.pk is None
        self.unsaved = unsaved if unsaved and self.is_unsaved(unsaved) else None
        super().__init__(data, initial=self.stored(), use_required_attribute=False)
        self.lock_fields()
        self.dress_fields()

    def add_prefix(self, field_name):
        return f"{field_name}_{self.language}"

    def may(self, right):
        return self.user.has_perm(f"news.{right}_{self.language}")

    @property
    def name(self):
        return language_name(self.language)

    def stored(self):
        """The fields' initial values: what the newest revision and the edition hold."""
        if not self.newest:
            origin = Revision.Origin.ORIGINAL if self.is_source else ""
            follows = "" if self.is_source else usual_follows(self.source_language, self.states)
            return {"origin": origin, "follows": follows}
        words = {DRAFT[word]: getattr(self.newest, word) for word in WORDS}
        edition = {name: getattr(self.edition, name) for name in ("slug", "permalink_on", "expires_at")}
        return {
            **words,
            **edition,
            "origin": self.newest.origin,
            "follows": str(self.newest.follows_id or ""),
            "based_on": self.newest.pk,
        }

    def is_unsaved(self, typed):
        """Whether the TypedText `typed` says anything else than the newest revision."""
        return any(typed.words.get(word, "") != getattr(self.newest, word, "") for word in WORDS)

    def take_up(self):
        """Show what this person had typed and not saved, as if they had just typed it."""
        self.initial |= {DRAFT[word]: self.unsaved.words.get(word, "") for word in WORDS}
        self.initial["based_on"] = self.unsaved.based_on_id or ""
        self.is_taken_up = True

    def dress_fields(self):
        """Give each input the language and direction of what it holds, and its choices."""
        attrs = content_attrs(self.language)
        self.fields["draft_body"].widget = BodyWidget(self.language)
        for name in [*DRAFT.values(), "slug"]:
            self.fields[name].widget.attrs |= attrs
        for name, field in self.fields.items():
            if field.help_text and not field.widget.is_hidden:
                field.widget.attrs["aria-describedby"] = f"{self[name].auto_id}_helptext"
        nothing_said = ("", pgettext_lazy("where a text comes from", "— choose —"))
        self.fields["origin"].choices = [nothing_said, *Revision.Origin.choices]
        self.fields["follows"].choices = follow_choices(self.article, self.language, self.states, self.newest)

    def lock_fields(self):
        """What this person may not change is shown and ignored: a disabled field keeps its initial value."""
        for name, field in self.fields.items():
            right = "publish" if name in PUBLISHERS_FIELDS else "write"
            field.disabled = not self.may(right) and name not in {"based_on", "over"}
        if self.has_fixed_address:
            for name in ("slug", "permalink_on"):
                self.fields[name].disabled = True
                self.fields[name].help_text = _("It was public there, so this address is kept.")

    @property
    def source_change(self):
        """Where the source moved on: its language, the numbers of the revision followed and the live one; else None."""
        if not self.state.is_behind:
            return None
        followed = self.edition.newest_revision.follows
        live = self.states[followed.language].edition.live_revision
        return {"language": followed.language, "followed": followed.number, "live": live.number}

    @property
    def has_fixed_address(self):
        return bool(self.edition and self.edition.first_public_at)

    # Checking what was typed

    def clean(self):
        for name in [*DRAFT.values(), "note", "slug"]:
            self.clean_characters(name)
        self.base = self.find_base()
        if self.words_changed:
            self.check_writing()
        if self.address_changed:
            self.check_address()
        self.check_schedule()
        return self.cleaned_data

    def clean_characters(self, name):
        text = self.cleaned_data.get(name)
        if not text:
            return
        self.cleaned_data[name] = text.replace("\r\n", "\n")
        try:
            validate_characters(text)
        except forms.ValidationError as error:
            self.add_error(name, error)

    def find_base(self):
        """The revision the panel was loaded from, or None: there was none, or the id is another text's."""
        key = self.cleaned_data.get("based_on")
        if key is None or (self.newest and key == self.newest.pk):
            return self.newest if key is not None else None
        if self.article.pk is None:
            return None
        return Revision.objects.filter(article=self.article, language=self.language, pk=key).first()

    @property
    def words(self):
        return {word: self.cleaned_data.get(DRAFT[word], "") for word in WORDS}

    @property
    def words_changed(self):
        """Whether this panel says anything else than the revision it was loaded from."""
        if not self.may("write"):
            return False
        if not self.base:
            return any(self.words.values())
        told = {**self.words, "origin": self.cleaned_data.get("origin", "")}
        if any(getattr(self.base, name) != value for name, value in told.items()):
            return True
        return self.cleaned_data.get("follows", "") != str(self.base.follows_id or "")

    def describe_lead(self, picture):
        """Take over the alt text and caption that a newly chosen lead picture has, where none was typed."""
        if self.errors or not self.has_text or self.base != self.newest:
            return
        for name, text in (
            ("draft_lead_alt", picture.alt_in(self.language)),
            ("draft_lead_caption", picture.caption_in(self.language)),
        ):
            self.cleaned_data[name] = self.cleaned_data.get(name) or text

    def check_writing(self):
        self.check_conflict()
        if not self.cleaned_data.get("draft_title") and "draft_title" not in self.errors:
            self.add_error("draft_title", _("A text needs a title."))
        if not self.cleaned_data.get("origin") and "origin" not in self.errors:
            self.add_error("origin", _("Say where the text comes from."))
        if self.cleaned_data.get("follows") and self.cleaned_data.get("origin") == Revision.Origin.ORIGINAL:
            self.add_error("origin", _("An original text follows no other."))

    @property
    def address_changed(self):
        return bool({"slug", "permalink_on"} & set(self.changed_data))

    def check_address(self):
        slug, day = self.cleaned_data.get("slug"), self.cleaned_data.get("permalink_on")
        try:
            slug = make_slug(slug or self.cleaned_data.get("draft_title", ""))
        except EmptySlug:
            if self.cleaned_data.get("slug"):
                self.add_error("slug", _("An address needs at least one letter or digit."))
            return
        if not (self.edition or self.words_changed):
            self.add_error("slug", _("Write the text first: without a text there is no address."))
        elif day and is_taken(self.language, day, slug, self.edition):
            self.add_error("slug", _("Another story has this address on this day. Choose another."))

    def check_schedule(self):
        if f"_schedule_{self.language}" not in self.data:
            return
        due_at = self.cleaned_data.get("due_at")
        if "due_at" not in self.errors and (due_at is None or due_at <= timezone.now()):
            self.add_error("due_at", _("Choose a time to come."))

    # Keeping it

    def save(self):
        """Write what changed: words, address, time of going. Returns the new Revision, or None."""
        revision = self.write() if self.words_changed else None
        if revision:
            TypedText.of(Article() if self.is_new_story else self.article, self.language, self.user).delete()
        edition = self.article.edition(self.language)
        if edition is None:
            return None
        if self.address_changed:
            edition.set_address(self.cleaned_data["slug"], self.cleaned_data["permalink_on"])
        if "expires_at" in self.changed_data:
            edition.set_expiry(self.cleaned_data["expires_at"])
            self.article.rework()
        return revision

    def draft(self):
        """The revision that saving would make, unsaved, to be asked what blocks it."""
        origin = self.cleaned_data.get("origin", "")
        return Revision.after(self.newest, self.article, self.language, self.words, origin, None)

    def write(self):
        return self.article.write(
            self.language,
            self.words,
            author=self.user,
            origin=self.cleaned_data["origin"],
            follows=resolve_follows(self.article, self.cleaned_data["follows"]),
            note=self.cleaned_data["note"],
            based_on=self.newest,
        )

    @property
    def direction(self):
        return direction(self.language)

    @cached_property
    def requested(self):
        """The step by which changes of the newest text were requested (a Transition), or None."""
        if self.edition is None or self.edition.stage != Edition.Stage.DRAFT:
            return None
        steps = Transition.objects.filter(article=self.article, language=self.language).select_related("by")
        newest = steps.order_by("-pk").first()
        return newest if newest and newest.act == Transition.Act.CHANGES_REQUESTED else None

    @property
    def rights(self):
        """{"write": …, "review": …, "publish": …}: what this person may do with this language."""
        return {right: self.may(right) for right in RIGHTS}

    @property
    def has_text(self):
        """Whether there will be a text in this language after saving."""
        return bool(self.edition) or (self.is_bound and self.words_changed)


def is_taken(language, day, slug, edition):
    """Address.is_taken(), also for a text that has no edition yet."""
    if edition:
        return Address.is_taken(language, day, slug, edition)
    used = Address.objects.filter(language=language, day=day, slug=slug)
    chosen = Edition.objects.filter(language=language, permalink_on=day, slug=slug)
    return used.exists() or chosen.exists()
