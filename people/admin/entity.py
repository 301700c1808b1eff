"""What the admins of people, member states, sectors and places share."""

import re

from django.contrib import admin
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.core.exceptions import SuspiciousOperation
from django.db.models import CharField, DateField, F
from django.forms import DateInput, TextInput
from django.utils.html import format_html
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from icesco.text.direction import direction

from ..languages import LANGUAGES, column, language_name
from .keys import KEY, KeysMixin
from .log import change_message
from .tabs import LanguageFieldsMixin, language_fieldsets


class DayInput(DateInput):
    """The browser's own date field: the same in every interface language, with no script."""

    input_type = "date"

    def __init__(self, attrs=None):
        super().__init__(attrs, format="%Y-%m-%d")


def name_column(language, field="name", sort="sort_key"):
    """A column of the list: the name in `language`, in its own direction."""

    @admin.display(description=language_name(language), ordering=column(sort, language), empty_value="—")
    def name(entity):
        text = getattr(entity, column(field, language))
        return format_html('<bdi lang="{}" dir="{}">{}</bdi>', language, direction(language), text) if text else None

    name.__name__ = column(field, language)
    return name


NAME_COLUMNS = [name_column(language) for language in LANGUAGES]


class LoggedChangesMixin:
    """The log keeps what stood in a field before and after."""

    object_history_template = "admin/object_history.html"

    def construct_change_message(self, request, form, formsets, add=False):
        return change_message(form, formsets, add)

    def response_action(self, request, queryset):
        # Django would look for the rows of whatever it is sent, and fail on what is no key.
        if not all(re.fullmatch(KEY, key) for key in request.POST.getlist(ACTION_CHECKBOX_NAME)):
            raise SuspiciousOperation("A chosen row is no number.")
        return super().response_action(request, queryset)


class OtherNameInline(admin.TabularInline):
    """Other spellings and forms; each in whatever script it is written."""

    extra = 0
    fields = ["language", "form", "is_ambiguous"]
    formfield_overrides = {CharField: {"widget": TextInput(attrs={"dir": "auto", "class": "vTextField"})}}


class EntityAdmin(KeysMixin, LoggedChangesMixin, LanguageFieldsMixin, admin.ModelAdmin):
    """Found by any name in any language or spelling; saved with a tab per language."""

    language_fields = ("name",)
    fact_fields = ()
    list_display = [*NAME_COLUMNS]
    search_fields = ["search_text"]  # opens the search box; get_search_results() does the finding
    search_help_text = _("A name in any language or spelling.")
    formfield_overrides = {DateField: {"widget": DayInput}}
    list_per_page = 50

    def get_fieldsets(self, request, obj=None):
        return [*language_fieldsets(*self.language_fields), (_("In all languages"), {"fields": self.fact_fields})]

    def get_ordering(self, request):
        return [F(column("sort_key", get_language())).asc(nulls_last=True), "pk"]

    def get_search_results(self, request, queryset, search_term):
        return queryset.found_by(search_term), False

    def other_names_of(self, entity):
        """The names in the languages that the interface doesn't show, for the autocomplete."""
        shown = str(entity)
        names = dict.fromkeys(filter(None, map(entity.name_in, LANGUAGES)))
        return [name for name in names if name != shown]


class NeverDeletedMixin:
    """Reference data: stories and addresses lead to it for ever."""

    def has_delete_permission(self, request, obj=None):
        return False
