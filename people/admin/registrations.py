"""The four kinds of entities in the admin."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop, ngettext
from django.views.decorators.http import require_safe

from ..languages import columns
from ..models import (
    MemberState,
    MemberStateName,
    Person,
    PersonName,
    Place,
    PlaceName,
    Portrait,
    Sector,
    SectorName,
)
from .entity import NAME_COLUMNS, EntityAdmin, NeverDeletedMixin, OtherNameInline
from .focal import OriginalFieldMixin, focal_preview, original_preview
from .log import said
from .tabs import LanguageFieldsMixin


class PersonNameInline(OtherNameInline):
    model = PersonName


class MemberStateNameInline(OtherNameInline):
    model = MemberStateName
    fields = ["language", "form", "is_demonym", "is_ambiguous"]


class SectorNameInline(OtherNameInline):
    model = SectorName


class PlaceNameInline(OtherNameInline):
    model = PlaceName


class PortraitInline(OriginalFieldMixin, LanguageFieldsMixin, admin.StackedInline):
    """The person's picture: who may change the person may change it."""

    model = Portrait
    max_num = 1
    extra = 0
    labels_say_language = True
    readonly_fields = ["preview"]
    classes = ["facts"]

    fieldsets = [
        (
            None,
            {
                "fields": [
                    "preview",
                    ("original", "focal_x", "focal_y"),
                    ("rights_holder", "licence"),
                    columns("credit"),
                ]
            },
        )
    ]

    class Media:
        js = [*LanguageFieldsMixin.Media.js, *OriginalFieldMixin.Media.js]

    def has_add_permission(self, request, obj=None):
        return request.user.has_perm("people.change_person") or request.user.has_perm("people.add_person")

    has_change_permission = has_delete_permission = has_add_permission

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("people.view_person") or self.has_add_permission(request, obj)

    @admin.display(description=_("What it shows"))
    def preview(self, portrait):
        if not portrait.pk:
            return "—"
        return focal_preview(reverse("admin:people_person_portrait", args=[portrait.person_id]), "portrait-0-")


@admin.register(Person)
class PersonAdmin(EntityAdmin):
    language_fields = ("honorific", "name", "office", "organisation", "biography")
    fact_fields = ("is_public", "sector", "member_state", ("office_from", "office_until"), "slug")
    list_display = [*NAME_COLUMNS, "is_public", "sector", "member_state"]
    list_filter = ["is_public", "sector"]
    list_select_related = ["sector", "member_state"]
    autocomplete_fields = ["sector", "member_state"]
    inlines = [PortraitInline, PersonNameInline]
    actions = ["mark_as_reviewed"]

    def get_urls(self):
        view = self.admin_site.admin_view(require_safe(self.portrait_view))
        return [path("<key:pk>/portrait/", view, name="people_person_portrait"), *super().get_urls()]

    def portrait_view(self, request, pk):
        """The whole picture as it was uploaded, upright and without metadata, for staff only."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return original_preview(get_object_or_404(Portrait, person=pk))

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
