"""The log of steps: read, filtered and taken away as CSV; nobody adds, changes or deletes a row by hand."""

from django.contrib import admin
from django.contrib.admin.options import IncorrectLookupParameters
from django.core.exceptions import PermissionDenied
from django.shortcuts import redirect
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from people.admin.keys import KeysMixin

from ..models import Transition
from .desk import change_url
from .download import csv_download, utc

CSV_COLUMNS = ("id", "at", "article", "language", "step", "from", "to", "revision", "by", "reason")


@admin.register(Transition)
class TransitionAdmin(KeysMixin, admin.ModelAdmin):
    list_display = ["at", "story", "language", "act", "states", "revision_number", "author", "why"]
    list_display_links = None
    list_filter = ["language", "act", "at", "by"]
    list_select_related = ["by"]
    list_per_page = 100
    ordering = ["-at", "-pk"]
    show_full_result_count = False
    actions = None
    change_list_template = "admin/news/transition/change_list.html"

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("news.view_transition")

    def lookup_allowed(self, lookup, value, request=None):
        # The story's own form leads here.
        return lookup == "article" or super().lookup_allowed(lookup, value, request)

    def get_urls(self):
        view = self.admin_site.admin_view(require_safe(self.export_view))
        return [path("export/", view, name="news_transition_export"), *super().get_urls()]

    def export_view(self, request):
        """What the list shows, all of it, as it is read from the database."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        try:
            steps = self.get_changelist_instance(request).get_queryset(request).order_by("pk")
        except IncorrectLookupParameters:
            return redirect("admin:news_transition_changelist")
        names = ("pk", "at", "article_id", "language", "act", "from_state", "to_state", "revision_number")
        rows = steps.values_list(*names, "by__username", "reason").iterator(chunk_size=2000)
        return csv_download(CSV_COLUMNS, ((row[0], utc(row[1]), *row[2:]) for row in rows), "steps.csv")

    @admin.display(description=_("article"))
    def story(self, step):
        return format_html('<a href="{}">{}</a>', change_url(step.article_id, step.language), step.article_id)

    @admin.display(description=_("from, to"))
    def states(self, step):
        return format_html(
            '{} <span aria-hidden="true">→</span> {}', step.get_from_state_display() or "—", step.get_to_state_display()
        )

    @admin.display(description=_("by"), empty_value="—")
    def author(self, step):
        return step.by and format_html("<bdi>{}</bdi>", step.by)

    @admin.display(description=_("reason"), empty_value="—")
    def why(self, step):
        return format_html('<bdi dir="auto">{}</bdi>', step.reason) if step.reason else None
