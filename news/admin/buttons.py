"""The buttons of a panel: they save the story, then send a text to review, approve, publish or schedule it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from people.languages import about

from ..errors import NewsError, StaleRevision
from .acts import did, publish
from .desk import change_url

# Button: the right it takes in its language.
RIGHTS = {"submit": "write", "approve": "review", "publish": "publish", "schedule": "publish"}


def submit(panel, edition, user):
    """Send the newest text to review; returns (sentence for the person, item for the log)."""
    edition.submit(user, edition.newest_revision)
    item = did(
        gettext_noop("%(language)s: revision %(number)s sent to review."),
        edition,
        number=edition.newest_revision.number,
    )
    return about(panel.name, _("Sent to review.")), item


def approve(panel, edition, user):
    """Approve the newest text; returns as submit()."""
    edition.approve(user, edition.newest_revision)
    item = did(
        gettext_noop("%(language)s: revision %(number)s approved."), edition, number=edition.newest_revision.number
    )
    return about(panel.name, _("Approved. Readers see it once it is published.")), item


def publish_now(panel, edition, user):
    return publish(edition, user, None, panel.cleaned_data["is_minor"])


def schedule(panel, edition, user):
    return publish(edition, user, panel.cleaned_data["due_at"], panel.cleaned_data["is_minor"])


DO = {"submit": submit, "approve": approve, "publish": publish_now, "schedule": schedule}


class PanelButtons:
    """For ArticleAdmin: obeys the button that was pressed, after saving."""

    def obey_button(self, request, form):
        """Do what the pressed button of a panel says; what stands in the way is said, not raised."""
        panel, name = pressed(request, form.panels)
        if panel is None:
            return
        if not panel.may(RIGHTS[name]):
            raise PermissionDenied
        edition = form.instance.edition(panel.language)
        if edition is None:
            self.message_user(request, _("There is no text yet."), messages.ERROR)
            return
        try:
            if panel.is_unseen and not any(r.language == panel.language for r in form.revisions):
                raise StaleRevision(panel.newest)
            sentence, item = DO[name](panel, edition, request.user)
        except NewsError as error:
            self.message_user(request, not_done(panel.name, name, error), messages.ERROR)
        else:
            form.said.append(item)
            self.message_user(request, sentence, messages.SUCCESS)

    def response_add(self, request, obj, post_url_continue=None):
        return back_to_tab(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return back_to_tab(request, obj) or super().response_change(request, obj)


def pressed(request, panels):
    """The panel whose button was pressed and the button's name, or (None, "") on a plain save."""
    for panel in panels:
        for name in RIGHTS:
            if f"_{name}_{panel.language}" in request.POST:
                return panel, name
    return None, ""


def back_to_tab(request, article):
    """Back to the tab whose button was pressed; None when it was a plain save."""
    for key in request.POST:
        name, _underscore, language = key.removeprefix("_").rpartition("_")
        if key.startswith("_") and name in RIGHTS:
            return HttpResponseRedirect(change_url(article.pk, language))
    return None


def not_done(language, name, error):
    """What stands in the way of button `name`, as a list. language: its name."""
    blockers = getattr(error, "blockers", [error])
    items = format_html_join("", "<li>{}</li>", ((str(blocker),) for blocker in blockers))
    sentence = {
        "submit": _("%(language)s: the text is saved and not sent to review, because:"),
        "approve": _("%(language)s: the text is saved and not approved, because:"),
    }.get(name, _("%(language)s: the text is saved and not published, because:"))
    return format_html("{}<ul>{}</ul>", sentence % {"language": language}, items)
