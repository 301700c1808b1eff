"""The organisation's own vocabulary in the admin: rows by hand, and a CSV file out and in."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from people.admin.entity import LoggedChangesMixin
from people.admin.keys import KeysMixin
from people.admin.tabs import content_attrs, validate_characters
from people.languages import LANGUAGES

from ..models import Term
from ..translating.term_file import COLUMNS, MOST_BYTES, read_terms, term_rows
from .download import csv_download


class TermForm(forms.ModelForm):
    class Meta:
        model = Term
        fields = [*LANGUAGES, "note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.validators = [*field.validators, validate_characters]
            field.widget.attrs |= {"class": "vTextField"}
            field.widget.attrs |= content_attrs(name) if name in LANGUAGES else {"dir": "auto"}


class FileForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy("CSV in UTF-8, up to 1 MB; the first line names the columns: ar, en, fr, note."),
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,text/csv"}),
    )

    def clean_file(self):
        if self.cleaned_data["file"].size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 1 MB: bring it in in parts."))
        return self.cleaned_data["file"]


@admin.register(Term)
class TermAdmin(KeysMixin, LoggedChangesMixin, admin.ModelAdmin):
    form = TermForm
    list_display = [*LANGUAGES, "note"]
    search_fields = [*LANGUAGES, "note"]
    search_help_text = gettext_lazy("A name in any language.")
    list_per_page = 100
    change_list_template = "admin/news/term/change_list.html"

    def get_urls(self):
        def own(route, view, name):
            return path(route, self.admin_site.admin_view(view), name=f"news_term_{name}")

        return [
            own("export/", require_safe(self.export_view), "export"),
            own("import/", require_http_methods(["GET", "POST"])(self.import_view), "import"),
            *super().get_urls(),
        ]

    def export_view(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        return csv_download(COLUMNS, term_rows(), "terms.csv")

    def import_view(self, request):
        """Ask for a file (GET), bring it in (POST): whole, or not at all with what is wrong line by line."""
        if not (self.has_add_permission(request) and self.has_change_permission(request)):
            raise PermissionDenied
        form = FileForm(request.POST or None, request.FILES or None)
        problems = []
        if request.method == "POST" and form.is_valid():
            outcome = read_terms(form.cleaned_data["file"].read())
            if not outcome.problems:
                self.message_user(request, told(outcome), messages.SUCCESS)
                return HttpResponseRedirect(reverse("admin:news_term_changelist"))
            problems = outcome.problems
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Bring terms in"),
            "form": form,
            "problems": problems[:100],
        }
        status = 422 if problems or (request.method == "POST" and form.errors) else 200
        return TemplateResponse(request, "admin/news/term/import.html", context, status=status)


def told(outcome):
    added = ngettext("%(count)d term added", "%(count)d terms added", outcome.added) % {"count": outcome.added}
    changed = ngettext("%(count)d changed", "%(count)d changed", outcome.changed) % {"count": outcome.changed}
    same = ngettext("%(count)d as it was", "%(count)d as they were", outcome.same) % {"count": outcome.same}
    return _("%(added)s; %(changed)s; %(same)s.") % {"added": added, "changed": changed, "same": same}
