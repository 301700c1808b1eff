"""The article form: the facts as fields of the model, and a panel per language."""

from django import forms
from django.utils.translation import gettext as _

from people.languages import LANGUAGES, about, language_name, listed

from ..models import Article, Revision, TypedText
from ..states import states_of
from .facts import lacks_right
from .follows import language_followed_now
from .panel import LanguagePanel
from .tagging import TaggingForm


class ArticleForm(TaggingForm, forms.ModelForm):
    """Facts and words of a story. `user` is set on the class by the admin; `panels` holds a form per language."""

    user = None

    class Meta:
        model = Article
        fields = [
            "source_language",
            "dateline",
            "event_date",
            "event_ends_on",
            "lead_picture",
            "tags",
            "sectors",
            "member_states",
        ]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.states = states_of([self.instance])[self.instance.pk]
        unsaved = {row.language: row for row in TypedText.by(self.user, self.instance)}
        self.panels = [self.make_panel(language, unsaved.get(language)) for language in LANGUAGES]

    def make_panel(self, language, unsaved):
        return LanguagePanel(
            language,
            self.instance,
            self.user,
            self.states[language],
            self.states,
            data=self.data if self.is_bound else None,
            source_language=self.chosen_source,
            unsaved=unsaved,
        )

    @property
    def chosen_source(self):
        """The source language as the form shows it: typed, proposed or stored."""
        typed = self["source_language"].value() if "source_language" in self.fields else None
        return typed if typed in LANGUAGES else self.instance.source_language

    @property
    def media(self):
        return sum((panel.media for panel in self.panels), super().media)

    @property
    def live_editions(self):
        """Editions that readers see now, so that a change of facts is public when saved."""
        return [state.edition for state in self.states.values() if state.edition and state.edition.is_live()]

    @property
    def live_languages(self):
        """Names of the languages in which the facts are public: "Arabic, English", or ''."""
        return listed(language_name(edition.language) for edition in self.live_editions)

    # Checking

    def has_changed(self):
        return super().has_changed() or any(panel.has_changed() for panel in self.panels)

    def _post_clean(self):
        # After Django's own: the instance holds the facts as typed, and the panels can be asked.
        super()._post_clean()
        if "lead_picture" in self.changed_data and self.instance.lead_picture:
            for panel in self.panels:
                panel.describe_lead(self.instance.lead_picture)
        for panel in self.panels:
            if panel.errors:
                self.add_error(None, _("See what is marked in the tab “%(language)s”.") % {"language": panel.name})
        if not self.errors:
            self.check_source()
            self.check_followed()
            self.check_public_facts()

    def check_source(self):
        # Who may not change the facts has no field for the source language.
        language = self.cleaned_data.get("source_language", self.instance.source_language)
        source = next(panel for panel in self.panels if panel.language == language)
        if not source.has_text:
            message = _("Write the text in the source language first: there is no %(language)s text.")
            self.add_error(None, message % {"language": source.name})

    def check_followed(self):
        with_text = {panel.language for panel in self.panels if panel.has_text}
        for panel in self.panels:
            language = panel.words_changed and followed_now(panel)
            if language and language not in with_text:
                message = _("There is no %(language)s text to follow.") % {"language": language_name(language)}
                panel.add_error("follows", message)
                self.add_error(None, message)
        if not self.errors and len(in_order(self.panels)) < len(self.panels):
            self.add_error(None, _("Two texts that are saved together can’t follow each other."))

    def check_public_facts(self):
        """Facts are public at once where an edition is: that takes the right to publish, and what publishing asks."""
        if not self.changed_data:
            return
        for edition in self.live_editions:
            if message := lacks_right(self.user, edition):
                self.add_error(None, message)
            for blocker in self.new_blockers(edition):
                self.add_error(None, about(language_name(edition.language), blocker))

    def new_blockers(self, edition):
        """What would block publishing the live text with the new facts and didn't with the old ones.

        A text that this very save makes public is judged in place of the one that is.
        """
        panel = next(panel for panel in self.panels if panel.language == edition.language)
        if f"_publish_{edition.language}" in self.data and not panel.draft().blockers():
            return []
        live = Revision.objects.select_related("article").get(pk=edition.live_revision_id)
        before = list(map(str, live.blockers()))
        live.article = self.instance
        return [blocker for blocker in map(str, live.blockers()) if blocker not in before]

    # Keeping

    def save_texts(self):
        """Write the panels that changed; a list of the new revisions. The article and its facts are saved already."""
        return [revision for panel in in_order(self.panels) if (revision := panel.save())]


def followed_now(panel):
    return language_followed_now(panel.cleaned_data.get("follows"))


def in_order(panels):
    """The panels with each after the one it follows "as saved with this form"; those in a circle are left out."""
    ordered, waiting = [], list(panels)
    while waiting:
        to_come = {panel.language for panel in waiting if panel.words_changed}
        ready = [panel for panel in waiting if not panel.words_changed or followed_now(panel) not in to_come]
        if not ready:
            break
        ordered += ready
        waiting = [panel for panel in waiting if panel not in ready]
    return ordered


__all__ = ["ArticleForm"]
