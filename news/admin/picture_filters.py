"""Filters of the picture library."""

from django.contrib import admin
from django.db.models import Q
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from people.languages import LANGUAGES, column, language_name

from ..pictures.uses import with_use


class UsedFilter(admin.SimpleListFilter):
    """Whether a story has the picture."""

    title = _("use")
    parameter_name = "used"

    def lookups(self, request, model_admin):
        return [("yes", _("Used in a story")), ("no", _("Used nowhere"))]

    def queryset(self, request, queryset):
        answers = {"yes": True, "no": False}
        return with_use(queryset).filter(is_used=answers[self.value()]) if self.value() in answers else queryset


class WithoutAltFilter(admin.SimpleListFilter):
    """Pictures that have no alt text in a language and need one."""

    title = _("missing alt text")
    parameter_name = "without_alt"

    def lookups(self, request, model_admin):
        return [(language, capfirst(language_name(language))) for language in LANGUAGES]

    def queryset(self, request, queryset):
        if self.value() not in LANGUAGES:
            return queryset
        name = column("alt", self.value())
        return queryset.filter(Q(**{f"{name}__isnull": True}) | Q(**{name: ""}), is_decorative=False)


class TakenDownFilter(admin.SimpleListFilter):
    """Whether readers see the picture."""

    title = _("taken down")
    parameter_name = "taken_down"

    def lookups(self, request, model_admin):
        return [("no", _("Shown")), ("yes", _("Taken down"))]

    def queryset(self, request, queryset):
        answers = {"yes": False, "no": True}
        return queryset.filter(taken_down_at__isnull=answers[self.value()]) if self.value() in answers else queryset
