from django.conf import settings
from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.html import format_html
from django.utils.text import Truncator
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from . import charts, exports, pages, report, scale
from .filters import DashboardForm, known_page_types
from .models import Rating


class FixedListFilter(admin.SimpleListFilter):
    """A filter whose choices are known beforehand: Django's own would read them out of every rating."""

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


@admin.register(Rating)
class RatingAdmin(admin.ModelAdmin):
    list_display = ["created_at", "score", "shown_comment", "shown_language", "shown_page_type", "page_key", "is_demo"]
    list_filter = [
        *("score", LanguageFilter, PageTypeFilter, "is_demo", "rated_on"),
        ("comment", admin.EmptyFieldListFilter),
    ]
    ordering = ["-pk"]
    # Counting every rating for each filter's choices would take long, and the dashboard counts better.
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    fieldsets = [
        (None, {"fields": ["score", "whole_comment", "created_at", "rated_on"]}),
        (_("Page"), {"fields": ["shown_language", "shown_page_type", "page_key"]}),
        (
            _("How it was asked"),
            {"fields": ["channel", "label_version", "scale_order", "widget_version", "is_demo"]},
        ),
    ]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    @admin.display(description=_("comment"), empty_value="–")
    def shown_comment(self, rating):
        return isolated(Truncator(rating.comment).chars(120))

    @admin.display(description=_("language"), ordering="language")
    def shown_language(self, rating):
        return dict(settings.LANGUAGES).get(rating.language, rating.language)

    @admin.display(description=_("page type"), ordering="page_type")
    def shown_page_type(self, rating):
        return pages.type_labels().get(rating.page_type, rating.page_type)

    @admin.display(description=_("comment"), empty_value="–")
    def whole_comment(self, rating):
        return isolated(rating.comment)

    def get_urls(self):
        def own(route, view, name):
            return path(route, self.admin_site.admin_view(view), name=f"feedback_rating_{name}")

        return [
            own("dashboard/", self.dashboard, "dashboard"),
            own("dashboard.csv", self.dashboard_csv, "dashboard_csv"),
            own("ratings.csv", self.ratings_csv, "ratings_csv"),
            *super().get_urls(),
        ]

    @method_decorator(require_safe)
    def dashboard(self, request):
        """The figures of a period; 422 with the form kept when a filter makes no sense."""
        form = self.read_filters(request, "feedback.view_dashboard")
        if not form.is_valid():
            return self.show(request, form, status=422)
        filters = form.filters()
        figures = report.read(filters)
        is_rtl = get_language_bidi()
        return self.show(
            request,
            form,
            filters=filters,
            report=figures,
            distribution=list(distribution_rows(figures.total, is_rtl)),
            trend=charts.trend_chart(figures.trend, is_rtl),
            may_export=request.user.has_perm("feedback.export_ratings"),
        )

    @method_decorator(require_safe)
    def dashboard_csv(self, request):
        """What the dashboard shows, as a file."""
        form = self.read_filters(request, "feedback.view_dashboard")
        if not form.is_valid():
            return self.show(request, form, status=422)
        return exports.report_csv(report.read(form.filters()), form.filters())

    @method_decorator(require_safe)
    def ratings_csv(self, request):
        """The ratings themselves, as a file; with `comments=1` the comments too."""
        form = self.read_filters(request, "feedback.export_ratings")
        if not form.is_valid():
            return self.show(request, form, status=422)
        return exports.ratings_csv(form.filters(), request.GET.get("comments") == "1")

    def read_filters(self, request, permission):
        if not request.user.has_perm(permission):
            raise PermissionDenied
        return DashboardForm(request.GET)

    def show(self, request, form, status=200, **context):
        context = {
            **self.admin_site.each_context(request),
            "title": _("What visitors say of the site"),
            "opts": self.opts,
            "form": form,
            **context,
        }
        return TemplateResponse(request, "admin/feedback/rating/dashboard.html", context, status=status)


def isolated(text):
    """`text` in its own direction, whatever the direction of the page; None when empty."""
    return format_html('<bdi class="rating-comment" dir="auto">{}</bdi>', text) if text else None


def distribution_rows(figures, is_rtl):
    """For each score: its label, how often it was given, and its part of the bar. Nothing of hidden figures."""
    if figures.is_hidden:
        return
    for segment in charts.distribution_bar(figures.distribution, is_rtl):
        yield {"label": scale.LABELS[segment.score], "count": figures.counts[segment.score - 1], "segment": segment}
