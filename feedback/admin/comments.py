"""The comments of a period, newest first, with personal data masked: all of them, and the latest on the dashboard."""

import re
from dataclasses import dataclass

from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.decorators import method_decorator
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from .. import pages, scale
from ..masking import masked
from ..models import Rating
from ..report.by_page import titles_of

PER_PAGE = 50
LATEST = 10


@dataclass(frozen=True)
class Comment:
    """A comment to be shown: text without personal data, label of the score, when and where.

    title, address: what the project calls its page; the page's key and '' where they weren't asked for or not known.
    """

    rating: Rating
    text: str
    label: str
    page_type: str
    title: str
    address: str

    @property
    def direction(self):
        """Of the language of its page: what the visitor wrote begins there unless its letters say otherwise."""
        return "rtl" if get_language_info(self.rating.language)["bidi"] else "ltr"


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
        ratings = commented(filters)
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


def commented(filters):
    """The Ratings with a comment that `filters` choose and count, newest first."""
    ratings = filters.narrow(Rating.objects.with_standing().exclude(comment="")).order_by("-pk")
    return ratings.filter(standing__in=filters.standings)


def newest(filters):
    """The latest Comments of those, with the titles of their pages."""
    found = list(commented(filters)[:LATEST])
    titles = titles_of({rating.page_key for rating in found})
    return [shown(rating, titles) for rating in found]


def shown(rating, titles=None):
    type_label = str(pages.type_labels().get(rating.page_type, rating.page_type))
    title, address = (titles or {}).get(rating.page_key, (rating.page_key, ""))
    return Comment(rating, masked(rating.comment), scale.LABELS[rating.score], type_label, title, address)
