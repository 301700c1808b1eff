"""“Before publishing”: what blocks one language of a story, what to look at, and whether its links answer."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import NoReverseMatch, path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from people.languages import language_name

from ..forms.panel import RIGHTS
from ..models import Article
from ..prepublication import Facts, checklist, outside, warnings
from ..prepublication.links import MOST_LINKS, outside_links
from .blockers import FIELDS


class ReadyPages:
    """For ArticleAdmin, before EditionPages: ready/ and ready/links/ under article/<id>/<language>/."""

    def get_urls(self):
        def own(route, view, name):
            return path(f"<key:pk>/<str:language>/{route}", self.admin_site.admin_view(view), name=name)

        return [
            own("ready/", require_safe(self.ready_view), "news_edition_ready"),
            own("ready/links/", require_POST(self.links_view), "news_edition_links"),
            *super().get_urls(),
        ]

    def ready_view(self, request, pk, language):
        return self.show_ready(request, self.find_edition(request, pk, language))

    def links_view(self, request, pk, language):
        """The same page with what came of asking the links to other sites. No transaction is held while they are."""
        edition = self.find_edition(request, pk, language)
        if not any(request.user.has_perm(f"news.{right}_{language}") for right in RIGHTS):
            raise PermissionDenied
        try:
            answers = outside.check_links(outside_links(edition.newest_revision.body))
        except outside.Busy:
            self.message_user(request, _("Links are being checked by others: try again in a moment."), messages.WARNING)
            answers = None
        return self.show_ready(request, edition, answers)

    def show_ready(self, request, edition, answers=None):
        results = checklist(edition, edition.newest_revision)
        links = outside_links(edition.newest_revision.body)
        context = self.edition_context(
            request,
            edition,
            title=_("%(language)s: before publishing") % {"language": language_name(edition.language)},
            results=[(result, [line(item, edition) for item in result.items]) for result in results],
            links=links[:MOST_LINKS],
            unasked_count=len(links[MOST_LINKS:]),
            answers=answers,
        )
        return TemplateResponse(request, "admin/news/article/ready.html", context)


@dataclass(frozen=True)
class Line:
    """A sentence of the list, and the address where it is mended ('' where no page does)."""

    sentence: str
    url: str


def line(item, edition):
    """The Line of an Item of the list of `edition`."""
    if item.about is not None:
        url = url_of(item.about)
        return Line(item.sentence, url)
    fields = {str(sentence): name for sentence, name in FIELDS}
    field = item.field or fields.get(item.sentence, "")
    is_fact = field in {fact.name for fact in Article._meta.get_fields()}
    target = item.mended_in or (f"id_{field}" if is_fact else f"id_{field}_{edition.language}" if field else "")
    form = reverse("admin:news_article_change", args=[edition.article_id])
    return Line(item.sentence, f"{form}#{target}" if target else "")


def url_of(row):
    """The page on which a row of the admin is changed, or ''."""
    try:
        return reverse(f"admin:{row._meta.app_label}_{row._meta.model_name}_change", args=[row.pk])
    except NoReverseMatch:
        return ""


def count_warnings(panels, article):
    """Give each of `panels` that has a text `warning_count`: of what only warns. Facts are read once for all."""
    facts = Facts(article)
    for panel in panels:
        panel.warning_count = len(warnings(panel.edition, panel.newest, facts)) if panel.edition else 0
