"""The checks of a translation: what they found, and waiving one with a reason."""

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from django.views.decorators.http import require_http_methods

from people.admin.tabs import validate_characters
from people.languages import language_name

from ..translating.checking import checks_of, waive
from ..translation_checks import KINDS
from .acts import did


class ReasonForm(forms.Form):
    """Why one finding is in order. checks: the Checks of the text; takes one of the open ones by its key."""

    finding = forms.CharField(max_length=40, widget=forms.HiddenInput)
    reason = forms.CharField(
        label=gettext_lazy("Why it is in order"),
        max_length=500,
        widget=forms.TextInput(attrs={"class": "vTextField", "dir": "auto"}),
        validators=[validate_characters],
    )

    def __init__(self, checks, data=None):
        super().__init__(data, use_required_attribute=False)
        self.checks = checks

    def clean_finding(self):
        key = self.cleaned_data["finding"]
        found = next((checked for checked in self.checks.open if checked.key == key), None)
        if found is None:
            raise forms.ValidationError(_("This check is no longer open: look at the list again."))
        return found


class CheckPages:
    """For ArticleAdmin: article/<id>/<language>/checks/."""

    def get_urls(self):
        view = self.admin_site.admin_view(require_http_methods(["GET", "POST"])(self.checks_view))
        return [path("<key:pk>/<str:language>/checks/", view, name="news_edition_checks"), *super().get_urls()]

    def checks_view(self, request, pk, language):
        """List what the checks of the newest text found; POST waives one, or takes a waiver back."""
        edition = self.find_edition(request, pk, language)
        may_write = request.user.has_perm(f"news.write_{language}")
        revision = edition.newest_revision
        revision.article = edition.article
        checks, form = checks_of(revision), None
        if request.method == "POST":
            if not may_write:
                raise PermissionDenied
            if "take_back" in request.POST:
                return self.take_waiver_back(request, edition, checks)
            form = ReasonForm(checks, request.POST)
            if form.is_valid():
                return self.waive(request, edition, form.cleaned_data)
        context = self.edition_context(
            request,
            edition,
            title=_("%(language)s: checks of the translation") % {"language": language_name(language)},
            revision=revision,
            open=by_kind(checks.open),
            waived=checks.waived,
            form=form,
        )
        status = 422 if form else 200
        return TemplateResponse(request, "admin/news/article/checks.html", context, status=status)

    def waive(self, request, edition, cleaned):
        checked = cleaned["finding"]
        waive(checked, edition.article, edition.language, cleaned["reason"], request.user)
        sentence = gettext_noop("%(language)s: check waived: “%(finding)s” Reason: “%(reason)s”")
        values = {"finding": checked.finding.sentence, "reason": cleaned["reason"]}
        self.log_change(request, edition.article, [did(sentence, edition, **values)])
        self.message_user(request, _("The check is waived."))
        return back_to_checks(edition)

    def take_waiver_back(self, request, edition, checks):
        waived = next((c for c in checks.waived if c.key == request.POST["take_back"]), None)
        if waived:
            waived.waiver.delete()
            sentence = gettext_noop("%(language)s: check open again: “%(finding)s”")
            self.log_change(request, edition.article, [did(sentence, edition, finding=waived.finding.sentence)])
            self.message_user(request, _("The check is open again."))
        return back_to_checks(edition)


def back_to_checks(edition):
    return HttpResponseRedirect(reverse("admin:news_edition_checks", args=[edition.article_id, edition.language]))


def by_kind(found):
    """[(label of a kind, its Checked)] in the order of the kinds."""
    groups = {}
    for checked in found:
        groups.setdefault(checked.finding.kind, []).append(checked)
    return [(label, groups[kind]) for kind, label in KINDS.items() if kind in groups]
