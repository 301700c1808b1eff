"""What staff do with one language of a story, outside its form: each is asked first and done by a POST."""

from datetime import timedelta

from django import forms
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from icesco.text.slugs import EmptySlug
from people.admin.log import said
from people.admin.tabs import content_attrs, validate_characters
from people.languages import language_name

from ..behind import following, still_right
from ..forms.moment import MomentField
from ..models import Edition, LeadPin, Revision
from ..models.article import WORDS
from ..models.bin import bin_text
from .comparison import comparison

LONGEST_PIN = timedelta(days=366)
LANGUAGE_NAMES = {"ar": gettext_noop("Arabic"), "en": gettext_noop("English"), "fr": gettext_noop("French")}


def did(sentence, edition, **values):
    """An item of the log about `edition`."""
    return said(sentence, language=LANGUAGE_NAMES[edition.language], **values)


class Refused(Exception):
    """The act can't be done; `str()` is a translated sentence."""


class Act:
    """One thing to do with an edition. `right` is the right it takes, with the language: "publish" is publish_ar."""

    right = "publish"
    form_class = forms.Form
    title = button = question = ""

    def __init__(self, edition, user, number=None):
        self.edition, self.user, self.number = edition, user, number

    def form(self, data=None):
        return self.form_class(data)

    def is_possible(self):
        return True

    def context(self):
        """What the page that asks shows besides the question."""
        return {}

    def do(self, cleaned):
        """Do it; returns (sentence for the person, item for the log or a list of them). Raises Refused or NewsError."""
        raise Refused


class CallOff(Act):
    title = gettext_lazy("Call off the scheduled publication in %(language)s?")
    question = gettext_lazy("Nothing of it was public, so nothing is withdrawn. The text stays here.")
    button = gettext_lazy("Call it off")

    def pending(self):
        return self.edition.publications.pending().select_related("revision").order_by("due_at")

    def is_possible(self):
        return self.pending().exists()

    def do(self, cleaned):
        called_off = [publication for publication in self.pending() if publication.cancel()]
        if not called_off:
            raise Refused(_("It was published meanwhile."))
        number = called_off[-1].revision.number
        item = did(
            gettext_noop("%(language)s: publication of revision %(number)s called off."), self.edition, number=number
        )
        return _("Called off."), item


class StillRight(Act):
    title = gettext_lazy("Is the %(language)s text still right?")
    question = gettext_lazy(
        "Say so when the change in the source needs none here. Readers are then told no longer that it is behind."
    )
    button = gettext_lazy("It is still right")

    def is_possible(self):
        live = self.edition.live_revision
        state = following(live) if self.edition.is_live() and live else None
        return bool(state and state.is_behind)

    def context(self):
        live = self.edition.live_revision
        source = self.edition.article.edition(live.follows.language)
        return {
            "comparison_title": _("What changed in the source"),
            "comparison": comparison(live.follows, source.live_revision),
            "compared": [(live.follows, _("The source, as translated")), (source.live_revision, _("The source, now"))],
        }

    def do(self, cleaned):
        try:
            revision = still_right(self.edition, by=self.user)
        except ValueError as error:
            raise Refused(_("The text that it follows is not public any more.")) from error
        if revision is None:
            raise Refused(_("It is up to date already."))
        item = did(
            gettext_noop("%(language)s: still right, said with revision %(number)s."),
            self.edition,
            number=revision.number,
        )
        return _("Readers are told that the translation is up to date."), item


class SlugForm(forms.Form):
    slug = forms.CharField(label=gettext_lazy("New slug"), max_length=200)


class ChangeAddress(Act):
    title = gettext_lazy("Change the address of the %(language)s text")
    question = gettext_lazy("The address it has now keeps working: it leads to the new one.")
    button = gettext_lazy("Change the address")

    def form(self, data=None):
        form = SlugForm(data, initial={"slug": self.edition.slug})
        form.fields["slug"].widget.attrs |= {**content_attrs(self.edition.language), "class": "vTextField"}
        return form

    def is_possible(self):
        return self.edition.first_public_at is not None

    def do(self, cleaned):
        before = self.edition.slug
        try:
            self.edition.change_address(cleaned["slug"])
        except EmptySlug as error:
            raise Refused(_("An address needs at least one letter or digit.")) from error
        item = did(
            gettext_noop("%(language)s: address changed from “%(before)s” to “%(after)s”."),
            self.edition,
            before=before,
            after=self.edition.slug,
        )
        return _("The address is changed."), item


class Restore(Act):
    right = "write"
    title = gettext_lazy("Restore this %(language)s revision?")
    question = gettext_lazy("Its words become a new revision, a draft: readers see it once it is published.")
    button = gettext_lazy("Restore")

    def revision(self):
        found = Revision.objects.select_related("follows", "author").filter(
            article=self.edition.article_id, language=self.edition.language, number=self.number
        )
        if not found:
            raise Http404
        return found[0]

    def is_possible(self):
        return self.number is not None and self.revision().pk != self.edition.newest_revision_id

    def context(self):
        revision = self.revision()
        return {
            "comparison_title": _("What restoring it changes"),
            "comparison": comparison(self.edition.newest_revision, revision),
            "compared": [(revision, str(revision))],
        }

    def do(self, cleaned):
        old = self.revision()
        revision = self.edition.article.write(
            self.edition.language,
            {word: getattr(old, word) for word in WORDS},
            author=self.user,
            origin=old.origin,
            follows=old.follows,
            note=_("Revision %(number)s restored.") % {"number": old.number},
        )
        if revision is None:
            raise Refused(_("The newest revision says the same already."))
        item = did(
            gettext_noop("%(language)s: revision %(old)s restored as revision %(number)s."),
            self.edition,
            old=old.number,
            number=revision.number,
        )
        return _("Restored as a new revision. Readers see it once it is published."), item


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("What should change?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto", "class": "vLargeTextField"}),
        help_text=gettext_lazy("For the writer, who sees it on the form; readers never do."),
        validators=[validate_characters],
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)


class RequestChanges(Act):
    right = "review"
    form_class = ReasonForm
    title = gettext_lazy("Request changes of the %(language)s text?")
    question = gettext_lazy("The text goes back to its writer as a draft. What is public stays as it is.")
    button = gettext_lazy("Request changes")

    def form(self, data=None):
        return ReasonForm(data, initial={"revision": self.edition.newest_revision_id})

    def is_possible(self):
        return self.edition.stage != Edition.Stage.DRAFT

    def do(self, cleaned):
        read = Revision.objects.filter(pk=cleaned["revision"]).first() or Revision()
        self.edition.request_changes(self.user, read, cleaned["reason"])
        item = did(
            gettext_noop("%(language)s: changes of revision %(number)s requested: %(reason)s"),
            self.edition,
            number=self.edition.newest_revision.number,
            reason=cleaned["reason"],
        )
        return _("Changes requested: the text is a draft again."), item


class Bin(Act):
    right = "write"
    title = gettext_lazy("Move the %(language)s text to the bin?")
    question = gettext_lazy(
        "It goes with all its revisions and can be taken out again for 30 days. The other languages stay as they are."
    )
    button = gettext_lazy("Move to the bin")

    def is_possible(self):
        is_source = self.edition.language == self.edition.article.source_language
        return self.edition.first_public_at is None and not is_source

    def do(self, cleaned):
        bin_text(self.edition, by=self.user)
        return _("The text is in the bin."), did(gettext_noop("%(language)s: moved to the bin."), self.edition)


class PinForm(forms.Form):
    ends_at = MomentField(label=gettext_lazy("Until"), help_text=gettext_lazy("Rabat time."))

    def clean_ends_at(self):
        ends_at, now = self.cleaned_data["ends_at"], timezone.now()
        if not now < ends_at <= now + LONGEST_PIN:
            raise forms.ValidationError(_("Choose a time to come, within a year."))
        return ends_at


class Pin(Act):
    title = gettext_lazy("Pin the %(language)s text to the top of the front page?")
    question = gettext_lazy(
        "It leads the front page in this language until the time you choose, in place of what is pinned there now. "
        "After it, or once the text is taken down, the newest story leads again."
    )
    button = gettext_lazy("Pin to the top")

    def form(self, data=None):
        return PinForm(data, initial={"ends_at": timezone.now() + timedelta(days=1)})

    def is_possible(self):
        return self.edition.is_live()

    def do(self, cleaned):
        ends_at = cleaned["ends_at"]
        LeadPin.put(self.edition, ends_at, by=self.user)
        item = did(
            gettext_noop("%(language)s: pinned to the top of the front page until %(at)s."),
            self.edition,
            at=ends_at.isoformat(),
        )
        return _("It leads the front page now."), item


class Unpin(Act):
    title = gettext_lazy("Take the %(language)s text from the top of the front page?")
    question = gettext_lazy("The newest story leads the front page in this language again. The text stays public.")
    button = gettext_lazy("Unpin")

    def pins(self):
        return LeadPin.objects.filter(edition=self.edition)

    def is_possible(self):
        return self.pins().exists()

    def do(self, cleaned):
        self.pins().delete()
        item = did(gettext_noop("%(language)s: no longer pinned to the top of the front page."), self.edition)
        return _("It is no longer pinned."), item


ACTS = {
    "call-off": CallOff,
    "still-right": StillRight,
    "address": ChangeAddress,
    "bin": Bin,
    "request-changes": RequestChanges,
    "restore": Restore,
    "pin": Pin,
    "unpin": Unpin,
}


def publish(edition, user, due_at=None, is_minor=False, revision=None):
    """Publish or schedule the newest revision of `edition` (or `revision`); returns (sentence, item for the log).

    Raises a NewsError that says what is missing.
    """
    revision = revision or edition.newest_revision
    edition.publish(revision, by=user, due_at=due_at, is_minor=is_minor)
    name = {"language": language_name(edition.language), "number": revision.number}
    if due_at and due_at > timezone.now():
        item = did(
            gettext_noop("%(language)s: revision %(number)s scheduled for %(at)s."),
            edition,
            number=revision.number,
            at=due_at.isoformat(),
        )
        return _("%(language)s: revision %(number)s is scheduled.") % name, item
    item = did(gettext_noop("%(language)s: revision %(number)s published."), edition, number=revision.number)
    return _("%(language)s: revision %(number)s is public.") % name, item


__all__ = ["ACTS", "Act", "Refused", "did", "publish"]
