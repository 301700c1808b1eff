"""The dashboard: the figures of a period, and what is shown there as a file."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.decorators import method_decorator
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from .. import charts, report, scale
from ..exports.download import DownloadForm, download, download_parts
from ..exports.report import report_csv
from ..filters import DashboardForm
from ..models import DigestSubscription, Standing
from .comments import newest


class DashboardPages:
    """For RatingAdmin."""

    def get_urls(self):
        def own(route, view, name):
            return path(route, self.admin_site.admin_view(view), name=f"feedback_rating_{name}")

        return [
            own("dashboard/", self.dashboard, "dashboard"),
            own("digest/", require_POST(self.wish_digest), "digest"),
            own("dashboard.csv", self.dashboard_csv, "dashboard_csv"),
            own("ratings.csv", self.ratings_csv, "ratings_csv"),
            own("ratings.zip", self.ratings_zip, "ratings_zip"),
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
        is_rtl, may_read = get_language_bidi(), request.user.has_perm("feedback.view_rating")
        return self.show(
            request,
            form,
            filters=filters,
            report=figures,
            standings=[(Standing(code).label, number) for code, number in figures.standings.items()],
            distribution=list(distribution_rows(figures.total, is_rtl)),
            trend=charts.trend_chart(figures.trend, is_rtl),
            downloads=DownloadForm() if request.user.has_perm("feedback.export_ratings") else None,
            may_read=may_read,
            comments=newest(filters) if may_read else [],
            gets_digest=DigestSubscription.objects.filter(user=request.user).exists(),
        )

    def wish_digest(self, request):
        """Begin the weekly mail to this person in the interface's language, or end it."""
        if not request.user.has_perm("feedback.view_dashboard"):
            raise PermissionDenied
        wish = DigestSubscription.objects.filter(user=request.user)
        if "end" in request.POST:
            wish.delete()
            self.message_user(request, _("You get no weekly mail any more."), messages.SUCCESS)
        elif not request.user.email:
            self.message_user(request, _("There is no e-mail address in your account."), messages.ERROR)
        else:
            DigestSubscription.objects.update_or_create(user=request.user, defaults={"language": get_language()})
            self.message_user(request, _("You get the figures of each week by mail on Monday."), messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:feedback_rating_dashboard"))

    @method_decorator(require_safe)
    def dashboard_csv(self, request):
        """What the dashboard shows, as a file."""
        form = self.read_filters(request, "feedback.view_dashboard")
        if not form.is_valid():
            return self.show(request, form, status=422)
        return report_csv(report.read(form.filters()), form.filters())

    @method_decorator(require_safe)
    def ratings_csv(self, request):
        """The ratings themselves, as one file; what is asked for besides the filters is said by DownloadForm."""
        return self.send_ratings(request, download)

    @method_decorator(require_safe)
    def ratings_zip(self, request):
        """The same by months with their manifest, in one archive."""
        return self.send_ratings(request, download_parts)

    def send_ratings(self, request, send):
        form = self.read_filters(request, "feedback.export_ratings")
        asked = DownloadForm(request.GET)
        if not form.is_valid() or not asked.is_valid():
            return self.show(request, form, status=422)
        if asked.cleaned_data["comments"] and not request.user.has_perm("feedback.view_rating"):
            raise PermissionDenied
        return send(asked.export(form.filters()), request.user)

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


def distribution_rows(figures, is_rtl):
    """For each score: its label, how often it was given, and its part of the bar. Nothing of hidden figures."""
    if figures.is_hidden:
        return
    for segment in charts.distribution_bar(figures.distribution, is_rtl):
        yield {"label": scale.LABELS[segment.score], "count": figures.counts[segment.score - 1], "segment": segment}
