"""Two revisions of one language compared word by word: a page of the history, and what the source's change was."""

import re

from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from icesco.text.direction import direction
from people.languages import language_name

from ..differences import body_differences, differences, has_changes
from ..models import Revision
from ..models.article import WORDS

LABELS = {
    "title": gettext_lazy("Title"),
    "summary": gettext_lazy("Summary"),
    "body": gettext_lazy("Body"),
    "lead_alt": gettext_lazy("Alt text of the lead picture"),
    "lead_caption": gettext_lazy("Caption of the lead picture"),
}


class ComparisonPages:
    """For ArticleAdmin: article/<id>/<language>/compare/?from=2&to=5."""

    def get_urls(self):
        view = self.admin_site.admin_view(require_safe(self.comparison_view))
        return [path("<key:pk>/<str:language>/compare/", view, name="news_edition_compare"), *super().get_urls()]

    def comparison_view(self, request, pk, language):
        """What changed from one revision to another; without numbers, from the last but one to the newest."""
        edition = self.find_edition(request, pk, language)
        newest = edition.newest_revision.number
        number_to = asked_number(request, "to") or newest
        number_from = asked_number(request, "from") or max(number_to - 1, 1)
        found = Revision.objects.filter(article=pk, language=language, number__in=[number_from, number_to])
        by_number = {revision.number: revision for revision in found.select_related("author")}
        if not {number_from, number_to} <= by_number.keys():
            raise Http404
        context = self.edition_context(
            request,
            edition,
            title=_("%(language)s: what changed") % {"language": language_name(language)},
            comparison=comparison(by_number[number_from], by_number[number_to]),
            newest_number=newest,
        )
        return TemplateResponse(request, "admin/news/article/compare.html", context)


def asked_number(request, name):
    """The number of a revision in the address, or None where it isn't given. Raises Http404 on what is none."""
    value = request.GET.get(name, "")
    if value and not re.fullmatch("[1-9][0-9]{0,8}", value):
        raise Http404
    return int(value) if value else None


def comparison(before, after):
    """What changed from one Revision to another of the same language, for admin/news/article/_comparison.html.

    parts: (label, paragraphs of Pieces) of each field whose words changed. same_words: whether none did; then
    other_form says whether links, headings or emphasis did.
    """
    parts = [(LABELS[field], found) for field in WORDS if has_changes(found := field_differences(field, before, after))]
    return {
        "before": before,
        "after": after,
        "language": after.language,
        "direction": direction(after.language),
        "parts": parts,
        "same_words": not parts,
        "other_form": not parts and before.body != after.body,
    }


def conflict(panel):
    """What two people changed of the text that a stale panel was loaded from: {"theirs", "mine"}, as comparison()."""
    base = panel.base or Revision(language=panel.language)
    return {"theirs": comparison(base, panel.newest), "mine": comparison(base, panel.typed)}


def field_differences(field, before, after):
    compare = body_differences if field == "body" else differences
    return compare(getattr(before, field), getattr(after, field))
