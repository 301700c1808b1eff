"""The four kinds of entities in the admin."""

from django.contrib import admin
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, ngettext

from ..models import (
    MemberState,
    MemberStateName,
    Person,
    PersonName,
    Place,
    PlaceName,
    Sector,
    SectorName,
)
from .entity import NAME_COLUMNS, EntityAdmin, NeverDeletedMixin, OtherNameInline
from .log import said


class PersonNameInline(OtherNameInline):
    model = PersonName


class MemberStateNameInline(OtherNameInline):
    model = MemberStateName
    fields = ["language", "form", "is_demonym", "is_ambiguous"]


class SectorNameInline(OtherNameInline):
    model = SectorName


class PlaceNameInline(OtherNameInline):
    model = PlaceName


@admin.register(Person)
class PersonAdmin(EntityAdmin):
    language_fields = ("honorific", "name", "office", "organisation", "biography")
    fact_fields = ("is_public", "sector", "member_state", ("office_from", "office_until"), "slug")
    list_display = [*NAME_COLUMNS, "is_public", "sector", "member_state"]
    list_filter = ["is_public", "sector"]
    list_select_related = ["sector", "member_state"]
    autocomplete_fields = ["sector", "member_state"]
    inlines = [PersonNameInline]
    actions = ["mark_as_reviewed"]

    @admin.action(description=_("Mark as reviewed and public"), permissions=["change"])
    def mark_as_reviewed(self, request, queryset):
        people = list(queryset.filter(is_public=False))
        for person in people:
            person.is_public = True
            person.save(update_fields=["is_public"])
            self.log_change(request, person, [said(gettext_noop("Marked as reviewed and public."))])
        message = ngettext("%(count)d person is public now.", "%(count)d people are public now.", len(people)) % {
            "count": len(people)
        }
        self.message_user(request, message)


@admin.register(MemberState)
class MemberStateAdmin(NeverDeletedMixin, EntityAdmin):
    language_fields = ("name", "official_name")
    fact_fields = ("code", "status", ("status_from", "status_until"), "flag", "source", "slug")
    list_display = ["code", *NAME_COLUMNS, "status"]
    list_display_links = ["code", *NAME_COLUMNS]
    list_filter = ["status"]
    inlines = [MemberStateNameInline]


@admin.register(Sector)
class SectorAdmin(NeverDeletedMixin, EntityAdmin):
    language_fields = ("name", "description")
    fact_fields = ("kind", "ended_on", "successor", "source", "slug")
    list_display = [*NAME_COLUMNS, "kind", "ended_on"]
    list_filter = ["kind"]
    autocomplete_fields = ["successor"]
    inlines = [SectorNameInline]


@admin.register(Place)
class PlaceAdmin(EntityAdmin):
    fact_fields = ("member_state", "slug")
    list_display = [*NAME_COLUMNS, "member_state"]
    list_select_related = ["member_state"]
    autocomplete_fields = ["member_state"]
    inlines = [PlaceNameInline]
