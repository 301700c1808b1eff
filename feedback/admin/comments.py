"""The comments of a period, newest first, with personal data masked."""

import re
from dataclasses import dataclass

from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from .. import pages, scale
from ..masking import masked
from ..models import Rating, Standing

PER_PAGE = 50


@dataclass(frozen=True)
class Comment:
    """A comment to be shown: text without personal data, label of the score, when and where."""

    rating: Rating
    text: str
    label: str
    page_type: str


class CommentPages:
    """For RatingAdmin: comments/, and older ones with ?before= the key of the last shown."""

    def get_urls(self):
        view = self.admin_site.admin_view(self.comments)
        return [path("comments/", view, name="feedback_rating_comments"), *super().get_urls()]

    @method_decorator(require_safe)
    def comments(self, request):
        form = self.read_filters(request, "feedback.view_rating")
        if not form.is_valid():
            return self.show(request, form, status=422)
        filters = form.filters()
        ratings = filters.narrow(Rating.objects.with_standing().exclude(comment="")).order_by("-pk")
        ratings = ratings.filter(standing__in=[Standing.COUNTED, *filters.standings])
        if before := asked_key(request):
            ratings = ratings.filter(pk__lt=before)
        found = list(ratings[: PER_PAGE + 1])
        context = {
            **self.admin_site.each_context(request),
            "title": _("Comments"),
            "opts": self.opts,
            "filters": filters,
            "comments": [shown(rating) for rating in found[:PER_PAGE]],
            "older": found[PER_PAGE - 1].pk if len(found) > PER_PAGE else None,
        }
        return TemplateResponse(request, "admin/feedback/rating/comments.html", context)


def asked_key(request):
    """The key in ?before=, or None. Raises Http404 on what is none."""
    value = request.GET.get("before", "")
    if value and not re.fullmatch("[1-9][0-9]{0,17}", value, re.ASCII):
        raise Http404
    return int(value) if value else None


def shown(rating):
    type_label = pages.type_labels().get(rating.page_type, rating.page_type)
    return Comment(rating, masked(rating.comment), scale.LABELS[rating.score], str(type_label))
