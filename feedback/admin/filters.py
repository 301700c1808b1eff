"""Filters of the list of ratings whose choices are known beforehand: Django's own would read them out of every row."""

from django.conf import settings
from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from ..filters import known_page_types
from ..models import Rating, Standing, Verdict


class FixedListFilter(admin.SimpleListFilter):
    def queryset(self, request, queryset):
        return queryset.filter(**{self.parameter_name: self.value()}) if self.value() else queryset


class LanguageFilter(FixedListFilter):
    title = _("language")
    parameter_name = "language"

    def lookups(self, request, model_admin):
        return settings.LANGUAGES


class PageTypeFilter(FixedListFilter):
    title = _("page type")
    parameter_name = "page_type"

    def lookups(self, request, model_admin):
        return known_page_types().items()


class DeviceFilter(FixedListFilter):
    title = _("device")
    parameter_name = "device"

    def lookups(self, request, model_admin):
        return Rating.Device.choices


class StandingFilter(FixedListFilter):
    title = _("standing")
    parameter_name = "standing"

    def lookups(self, request, model_admin):
        return Standing.choices

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        if self.value() != Standing.COUNTED:
            # Few ratings were ever judged: only those are asked how they stand.
            queryset = queryset.filter(pk__in=Verdict.objects.filter(standing=self.value()).values("rating"))
        return queryset.filter(standing=self.value())
