"""The site's own rows in the admin: pages of the institution with their history, contacts for the press."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop
from django.views.decorators.http import require_POST, require_safe

from icesco.text.direction import direction
from news.admin.acts import did
from news.admin.desk import readable
from people.admin.entity import LoggedChangesMixin, name_column
from people.admin.log import before_and_after
from people.admin.tabs import LanguageFieldsMixin, language_fieldsets
from people.languages import LANGUAGES, about, column, language_name

from ..forms import InstitutionPageForm
from ..models import InstitutionPage, PageRevision, PressContact


def changed_column(language):
    """A column of the list: the day on which the page's words in `language` last changed."""

    @admin.display(description=language_name(language))
    def changed(page):
        text = page.text_in(language)
        return date_format(text.changed_on, "DATE_FORMAT") if text.title else "—"

    changed.__name__ = column("changed", language)
    return changed


@admin.register(InstitutionPage)
class InstitutionPageAdmin(LoggedChangesMixin, admin.ModelAdmin):
    """A tab per language; saved is public. Its one right is `change_institutionpage`."""

    form = InstitutionPageForm
    fieldsets = [
        (name, {**options, "fields": [*options["fields"], column("based_on", language)]})
        for language, (name, options) in zip(LANGUAGES, language_fieldsets("title", "body"), strict=True)
    ]
    list_display = ["__str__", *(changed_column(language) for language in LANGUAGES)]
    change_form_template = "admin/icesco/institutionpage/change_form.html"
    actions = None

    class Media:
        js = LanguageFieldsMixin.Media.js

    def has_add_permission(self, request):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_view_permission(self, request, obj=None):
        return self.has_change_permission(request, obj)

    def get_object(self, request, object_id, from_field=None):
        page = super().get_object(request, object_id, from_field)
        if page and request.method == "POST":
            # Held until the answer: what the form is checked against stays true until it is saved.
            InstitutionPage.objects.select_for_update().get(pk=page.pk)
        return page

    def render_change_form(self, request, context, *args, **kwargs):
        context["languages_of_page"] = [(language, language_name(language)) for language in LANGUAGES]
        return super().render_change_form(request, context, *args, **kwargs)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        form.revisions = form.save_texts(request.user)

    def construct_change_message(self, request, form, formsets, add=False):
        was = {}
        for revision in form.revisions:
            names = [column(field, revision.language) for field in ("title", "body")]
            was |= before_and_after(form, [name for name in names if name in form.changed_data])
        items = [saved(revision) for revision in form.revisions]
        return [*items, {"was": was}] if was else items

    # What the page said before

    def get_urls(self):
        def own(route, view, name):
            return path(route, self.admin_site.admin_view(view), name=f"icesco_page_{name}")

        texts = "<int:pk>/<str:language>/history/"
        return [
            own(texts, require_safe(self.revisions_view), "revisions"),
            own(f"{texts}<int:number>/", require_safe(self.revision_view), "revision"),
            own(f"{texts}<int:number>/restore/", require_POST(self.restore_view), "restore"),
            *super().get_urls(),
        ]

    def find_page(self, request, pk, language):
        """The page, for who may change it. Raises Http404, PermissionDenied."""
        if not self.has_change_permission(request):
            raise PermissionDenied
        if language not in LANGUAGES:
            raise Http404
        return get_object_or_404(InstitutionPage, pk=pk)

    def show(self, request, template, page, language, title, **context):
        context |= {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": page,
            "title": about(language_name(language), title),
            "language_shown": language,
            "direction_shown": direction(language),
            "newest": page.newest(language),
            "back": tab_of(page, language),
        }
        return TemplateResponse(request, f"admin/icesco/institutionpage/{template}.html", context)

    def revisions_view(self, request, pk, language):
        page = self.find_page(request, pk, language)
        revisions = page.texts.filter(language=language).select_related("author").defer("body")
        shown = revisions.order_by("-number")[:200]
        return self.show(request, "revisions", page, language, _("history of the text"), revisions=shown)

    def revision_view(self, request, pk, language, number):
        page = self.find_page(request, pk, language)
        revision = get_object_or_404(
            PageRevision.objects.select_related("author"), page=page, language=language, number=number
        )
        title = _("revision %(number)s") % {"number": number}
        return self.show(request, "revision", page, language, title, revision=revision, shown=readable(revision))

    def restore_view(self, request, pk, language, number):
        page = self.find_page(request, pk, language)
        with transaction.atomic():
            old = get_object_or_404(PageRevision, page=page, language=language, number=number)
            revision = page.write(language, old.title, old.body, by=request.user)
            if revision:
                sentence = gettext_noop("%(language)s: revision %(old)s restored as revision %(number)s.")
                self.log_change(request, page, [did(sentence, revision, old=number, number=revision.number)])
                said = _("The text of revision %(number)s is public again.") % {"number": number}
                self.message_user(request, about(language_name(language), said))
        return HttpResponseRedirect(tab_of(page, language))


def tab_of(page, language):
    """The page's form, opened at the tab of `language`."""
    return f"{reverse('admin:icesco_institutionpage_change', args=[page.pk])}#{language}"


def saved(revision):
    """An item for the log about a new text."""
    return did(gettext_noop("%(language)s: revision %(number)s saved."), revision, number=revision.number)


@admin.register(PressContact)
class PressContactAdmin(LoggedChangesMixin, LanguageFieldsMixin, admin.ModelAdmin):
    list_display = [*(name_column(language, sort="name") for language in LANGUAGES), "email", "is_public", "position"]
    fieldsets = [
        *language_fieldsets("name", "role"),
        (
            gettext_lazy("In all languages"),
            {"fields": ["email", "telephone", ("speaks_ar", "speaks_en", "speaks_fr"), "position", "is_public"]},
        ),
    ]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.name in {"email", "telephone"}:
            field.widget.attrs["dir"] = "ltr"
        return field
