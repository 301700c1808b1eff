"""The ratings one by one: read, set apart, counted again; nobody changes or deletes one."""

from django.conf import settings
from django.contrib import admin, messages
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from .. import pages
from ..masking import masked
from ..models import Rating, Standing
from ..models.verdict import REASONS
from .comments import CommentPages
from .dashboard import DashboardPages
from .filters import DeviceFilter, LanguageFilter, PageTypeFilter, StandingFilter
from .tokens import TokenPages

WHERE = ["shown_language", "shown_page_type", "page_key"]
HOW = ["channel", "device", "seconds", "placement", "label_version", "scale_order", "widget_version", "is_demo"]


@admin.register(Rating)
class RatingAdmin(CommentPages, DashboardPages, TokenPages, admin.ModelAdmin):
    list_display = [
        *("created_at", "score", "shown_comment", "shown_language", "shown_page_type", "page_key", "shown_standing"),
        "is_demo",
    ]
    list_filter = [
        *("score", StandingFilter, LanguageFilter, PageTypeFilter, DeviceFilter, "is_demo", "rated_on"),
        ("comment", admin.EmptyFieldListFilter),
    ]
    ordering = ["-pk"]
    # Counting every rating for each filter's choices would take long, and the dashboard counts better.
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    actions = ["set_apart", "count_again"]
    fieldsets = [
        (None, {"fields": ["score", "whole_comment", "created_at", "rated_on"]}),
        (_("Page"), {"fields": WHERE}),
        (_("How it was asked"), {"fields": HOW}),
        (_("Where it stands"), {"fields": ["shown_standing", "shown_verdicts"]}),
    ]

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False

    def has_judge_permission(self, request):
        return request.user.has_perm("feedback.judge_ratings")

    def get_queryset(self, request):
        return super().get_queryset(request).with_standing()

    # What is shown

    @admin.display(description=_("comment"), empty_value="–")
    def shown_comment(self, rating):
        return isolated(Truncator(masked(rating.comment)).chars(120))

    @admin.display(description=_("language"), ordering="language")
    def shown_language(self, rating):
        return dict(settings.LANGUAGES).get(rating.language, rating.language)

    @admin.display(description=_("page type"), ordering="page_type")
    def shown_page_type(self, rating):
        return pages.type_labels().get(rating.page_type, rating.page_type)

    @admin.display(description=_("standing"))
    def shown_standing(self, rating):
        return Standing(rating.standing).label

    @admin.display(description=_("comment"), empty_value="–")
    def whole_comment(self, rating):
        return isolated(masked(rating.comment))

    @admin.display(description=_("verdicts"), empty_value="–")
    def shown_verdicts(self, rating):
        lines = (
            (
                date_format(timezone.localtime(verdict.at), "SHORT_DATETIME_FORMAT"),
                verdict.get_standing_display(),
                REASONS.get(verdict.reason, verdict.reason),
                verdict.by or "–",
            )
            for verdict in rating.verdicts.select_related("by").order_by("pk")
        )
        shown = format_html_join("", "<li>{}: {}. {} <bdi>{}</bdi></li>", lines)
        return format_html("<ul>{}</ul>", shown) if shown else None

    # Judging

    @admin.action(description=_("Set the chosen answers apart"), permissions=["judge"])
    def set_apart(self, request, queryset):
        self.judge(request, queryset, Standing.QUARANTINED)

    @admin.action(description=_("Count the chosen answers again"), permissions=["judge"])
    def count_again(self, request, queryset):
        self.judge(request, queryset, Standing.COUNTED)

    def judge(self, request, queryset, standing):
        """Append a verdict to each rating; those that stand so already stay as they are."""
        changed = sum(bool(rating.judge(standing, "staff", by=request.user)) for rating in queryset)
        sentence = ngettext("%(count)d answer was judged.", "%(count)d answers were judged.", changed)
        self.message_user(request, sentence % {"count": changed}, messages.SUCCESS)


def isolated(text):
    """`text` in its own direction, whatever the direction of the page; None when empty."""
    return format_html('<bdi class="rating-comment" dir="auto">{}</bdi>', text) if text else None
