"""The log of exports: read by those who export, changed by nobody."""

import json

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from ..models import ExportLog


@admin.register(ExportLog)
class ExportLogAdmin(admin.ModelAdmin):
    list_display = ["at", "by", "token", "calls", "rows", "asked_for", "sha256"]
    list_display_links = None
    list_select_related = ["by", "token"]
    list_filter = ["at"]
    ordering = ["-pk"]
    show_full_result_count = False
    actions = None

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("what was asked for"))
    def asked_for(self, log):
        return json.dumps(log.request, ensure_ascii=False)
