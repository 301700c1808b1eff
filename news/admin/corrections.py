"""Notes to readers, put and taken back, and the answers to what another language's correction or withdrawal asks."""

from django import forms
from django.utils.formats import date_format
from django.utils.functional import cached_property
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from people.admin.tabs import content_attrs, validate_characters
from people.languages import about, language_name

from ..errors import NewsError, StaleRevision
from ..models import Correction, Edition, Task
from .acts import Act, did
from .comparison import comparison

SHOWN_LETTERS = 80


def named(correction):
    """A correction as an option of a list: its language, its day and how it begins."""
    day = date_format(localtime(correction.at), "DATE_FORMAT")
    begins = " ".join(correction.text.split())
    begins = begins if len(begins) <= SHOWN_LETTERS else f"{begins[:SHOWN_LETTERS]}…"
    return about(f"{language_name(correction.edition.language)}, {day}", begins)


class NoteField(forms.CharField):
    """Plain text with the line ends that are stored: a browser sends two characters for each."""

    def to_python(self, value):
        return super().to_python((value or "").replace("\r\n", "\n"))


class CorrectionForm(forms.Form):
    text = NoteField(
        label=gettext_lazy("Note to readers"),
        max_length=1000,
        validators=[validate_characters],
        widget=forms.Textarea(attrs={"rows": 5, "class": "vLargeTextField"}),
        help_text=gettext_lazy(
            "In the language of the text: what was wrong, and what is right. Readers see it with today’s date. "
            "Plain text, 1,000 characters at most."
        ),
    )
    task = forms.ChoiceField(label=gettext_lazy("It follows the correction of"), required=False)
    publish = forms.BooleanField(label=gettext_lazy("Publish the newest revision with it"), required=False)
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, edition, user, data=None):
        self.edition, self.user = edition, user
        self.tasks = list(open_tasks(edition, Task.Kind.CORRECTION))
        first = str(self.tasks[0].pk) if self.tasks else ""
        super().__init__(data, initial={"revision": edition.newest_revision_id, "task": first})
        self.fields["text"].widget.attrs |= content_attrs(edition.language)
        options = [(str(task.pk), named(task.correction)) for task in self.tasks]
        self.fields["task"].choices = [*options, ("", gettext_lazy("none: it is another matter"))]
        if not self.tasks:
            del self.fields["task"]
        if not has_newer_draft(edition):
            del self.fields["publish"]

    def clean(self):
        if self.cleaned_data.get("publish") and (problems := self.problems()):
            self.add_error("publish", problems)
        return self.cleaned_data

    def problems(self):
        """Sentences that say why the newest revision can't be published: what was typed must not be lost for it."""
        newest = self.edition.newest_revision
        if self.cleaned_data.get("revision") != newest.pk:
            return [str(StaleRevision(newest))]
        try:
            self.edition.refuse_unapproved(newest, self.user)
        except NewsError as error:
            return [str(error)]
        return [str(blocker) for blocker in self.edition.blockers(newest)]

    def chosen_task(self):
        key = self.cleaned_data.get("task")
        return next((task for task in self.tasks if str(task.pk) == key), None)


class Correct(Act):
    title = gettext_lazy("Correct the %(language)s text")
    question = gettext_lazy(
        "The note stands with the text, dated, for as long as the text is public. Feeds, search engines and partners "
        "are told that the text was corrected. Every other language that is or was public gets a task to follow."
    )
    button = gettext_lazy("Put the correction")

    def form(self, data=None):
        self.asked = CorrectionForm(self.edition, self.user, data)
        return self.asked

    def is_possible(self):
        return self.edition.is_live()

    def context(self):
        if not has_newer_draft(self.edition):
            return {}
        return {
            "comparison_title": _("What publishing the newest revision changes"),
            "comparison": comparison(self.edition.live_revision, self.edition.newest_revision),
        }

    def do(self, cleaned):
        newest = self.edition.newest_revision if cleaned.get("publish") else None
        Correction.add(self.edition, cleaned["text"], self.user, self.asked.chosen_task(), newest)
        item = did(gettext_noop("%(language)s corrected: %(text)s"), self.edition, text=cleaned["text"])
        return _("The correction is public."), item


class TakeBackForm(forms.Form):
    correction = forms.ChoiceField(label=gettext_lazy("Correction"))


class TakeBack(Act):
    title = gettext_lazy("Take back a correction of the %(language)s text?")
    question = gettext_lazy(
        "For a note that is itself mistaken: readers see it no more, and its record is kept. Tasks that it gave other "
        "languages are closed; what they have put themselves stays until it is taken back there."
    )
    button = gettext_lazy("Take it back")

    @cached_property
    def standing(self):
        return {str(note.pk): note for note in self.edition.corrections.standing().select_related("edition")}

    def form(self, data=None):
        form = TakeBackForm(data)
        form.fields["correction"].choices = [(key, named(note)) for key, note in self.standing.items()]
        return form

    def is_possible(self):
        return bool(self.standing)

    def do(self, cleaned):
        correction = self.standing[cleaned["correction"]]
        correction.take_back(self.user)
        item = did(gettext_noop("%(language)s: correction taken back: %(text)s"), self.edition, text=correction.text)
        return _("The correction is taken back."), item


class AnswerForm(forms.Form):
    task = forms.ChoiceField(label=gettext_lazy("Because of"))
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=500,
        validators=[validate_characters],
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto", "class": "vLargeTextField"}),
        help_text=gettext_lazy("For colleagues; readers never see it."),
    )


class Answer(Act):
    """Closes an open task of the edition's language without changing anything public."""

    kind = outcome = sentence = logged = None

    @cached_property
    def tasks(self):
        return {str(task.pk): task for task in open_tasks(self.edition, self.kind)}

    def is_possible(self):
        return bool(self.tasks)

    def form(self, data=None):
        form = AnswerForm(data, initial={"task": next(iter(self.tasks), "")})
        form.fields["task"].choices = [(key, task_name(task)) for key, task in self.tasks.items()]
        return form

    def do(self, cleaned):
        self.tasks[cleaned["task"]].close(self.outcome, self.user, cleaned["reason"])
        return self.sentence, did(self.logged, self.edition, reason=cleaned["reason"])


class NothingToCorrect(Answer):
    kind, outcome = Task.Kind.CORRECTION, Task.Outcome.NOTHING_TO_CORRECT
    title = gettext_lazy("Is there nothing to correct in the %(language)s text?")
    question = gettext_lazy("Say so when this language never said what was wrong in the other. The task is closed.")
    button = gettext_lazy("Nothing to correct here")
    sentence = gettext_lazy("The task is closed: there is nothing to correct.")
    logged = gettext_noop("%(language)s: nothing to correct: %(reason)s")


class KeepPublic(Answer):
    kind, outcome = Task.Kind.WITHDRAWAL, Task.Outcome.KEPT
    title = gettext_lazy("Does the %(language)s text stay public?")
    question = gettext_lazy("Another language of this story was withdrawn. Say why this one stays. The task is closed.")
    button = gettext_lazy("It stays public")
    sentence = gettext_lazy("The task is closed: the text stays public.")
    logged = gettext_noop("%(language)s: stays public: %(reason)s")

    def is_possible(self):
        return self.edition.visibility == Edition.Visibility.PUBLIC and super().is_possible()


def task_name(task):
    if task.correction:
        return named(task.correction)
    day = date_format(localtime(task.created_at), "DATE_FORMAT")
    return _("%(language)s withdrawn on %(day)s") % {"language": language_name(task.from_language), "day": day}


def open_tasks(edition, kind):
    return Task.objects.on_form(edition.article_id).filter(language=edition.language, kind=kind)


def has_newer_draft(edition):
    return edition.live_revision_id not in {None, edition.newest_revision_id}


def tell_of_corrections(panels, article):
    """Give each panel of the form what its language is asked to do, and the notes that its readers see. Two queries."""
    tasks = list(Task.objects.on_form(article)) if article else []
    notes = Correction.objects.standing().filter(edition__article=article).select_related("edition") if article else []
    notes = list(notes)
    for panel in panels:
        panel.tasks = [task for task in tasks if task.language == panel.language]
        panel.corrections = [note for note in notes if note.edition.language == panel.language]


CORRECTION_ACTS = {
    "correct": Correct,
    "take-back": TakeBack,
    "nothing-to-correct": NothingToCorrect,
    "keep-public": KeepPublic,
}

__all__ = ["CORRECTION_ACTS", "tell_of_corrections"]
