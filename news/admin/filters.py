"""Filters of the list of articles: the state of each language, so that they combine; and what waits for a look."""

from datetime import date

from django.contrib import admin
from django.db.models import Exists, Max, Min, OuterRef
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from people.languages import LANGUAGES
from people.models import Sector

from ..models import Appearance, Article, Edition, LinkProposal, Publication, ReleasePart, Revision, WorkItem
from ..states import KINDS


def editions_in(state, language, at):
    """The editions in `language` that are in `state`, a key of KINDS but missing; a queryset."""
    editions = Edition.objects.filter(language=language)
    ordered = Publication.objects.to_come().filter(edition=OuterRef("pk"))
    parts = ReleasePart.objects.scheduled().filter(release__article=OuterRef("article"), language=language)
    pending = Exists(ordered) | Exists(parts)
    unpublished = editions.exclude(visibility=Edition.Visibility.PUBLIC)
    if state == "public":
        return editions.live(at=at)
    if state == "expired":
        return editions.filter(visibility=Edition.Visibility.PUBLIC, expires_at__lte=at)
    if state == "scheduled":
        return unpublished.filter(pending)
    if state == "withdrawn":
        return editions.filter(~pending, visibility=Edition.Visibility.WITHDRAWN)
    return editions.filter(~pending, visibility=Edition.Visibility.UNPUBLISHED, stage=state)


class FoldedFilter(admin.SimpleListFilter):
    """A filter that takes one line of the page until it is used."""

    template = "admin/news/article/_filter.html"


class LanguageStateFilter(FoldedFilter):
    """The state of one language; the three filters combine: published in English, missing in Arabic."""

    language = ""

    def lookups(self, request, model_admin):
        kinds = [(kind, label) for kind, (_sign, label) in KINDS.items()]
        return [*kinds, ("newer_draft", _("public, with a newer draft")), ("behind", _("behind its source"))]

    def queryset(self, request, queryset):
        state = self.value()
        if state not in {key for key, _label in self.lookup_choices}:
            return queryset
        has = Exists(self.rows(state).filter(article=OuterRef("pk")))
        return queryset.filter(~has if state == "missing" else has)

    def rows(self, state):
        """Rows with an article that tell the state. The queue's rows know what is behind or in work by an index."""
        if state == "missing":
            return Edition.objects.filter(language=self.language)
        if state == "behind":
            return WorkItem.objects.filter(language=self.language, is_behind=True)
        if state == "newer_draft":
            return WorkItem.objects.filter(language=self.language, state=WorkItem.State.IN_WORK, is_live=True)
        return editions_in(state, self.language, timezone.now())


STATE_IN = {"ar": _("state in Arabic"), "en": _("state in English"), "fr": _("state in French")}
STATE_FILTERS = [
    type(
        f"{language.capitalize()}StateFilter",
        (LanguageStateFilter,),
        {"title": STATE_IN[language], "parameter_name": f"state_{language}", "language": language},
    )
    for language in LANGUAGES
]


class EventYearFilter(FoldedFilter):
    """The year of the event, from the first to the last that any story has: two looks into an index."""

    title = _("year of the event")
    parameter_name = "event_year"

    def lookups(self, request, model_admin):
        days = Article.objects.aggregate(first=Min("event_date"), last=Max("event_date"))
        if days["first"] is None:
            return []
        return [(str(year), str(year)) for year in range(days["last"].year, days["first"].year - 1, -1)]

    def queryset(self, request, queryset):
        if self.value() not in {key for key, _label in self.lookup_choices}:
            return queryset
        year = int(self.value())
        return queryset.filter(event_date__gte=date(year, 1, 1), event_date__lte=date(year, 12, 31))


class SectorFilter(FoldedFilter):
    """Sectors in the order of the interface's language."""

    title = _("sector")
    parameter_name = "sector"

    def lookups(self, request, model_admin):
        return [(sector.slug, str(sector)) for sector in Sector.objects.in_order(get_language())]

    def queryset(self, request, queryset):
        return queryset.filter(sectors__slug=self.value()) if self.value() else queryset


class ToReviewFilter(FoldedFilter):
    """What an import left for a person to look at."""

    title = _("to review")
    parameter_name = "review"

    def lookups(self, request, model_admin):
        return [
            ("imported", pgettext_lazy("stories", "imported, never published")),
            ("people", _("names people to review")),
            ("links", _("has links to review")),
        ]

    def queryset(self, request, queryset):
        if self.value() == "imported":
            imported = Edition.objects.filter(
                article=OuterRef("pk"),
                newest_revision__origin=Revision.Origin.IMPORTED,
                visibility=Edition.Visibility.UNPUBLISHED,
                language__in=LANGUAGES,  # so that the index on language and visibility serves
            )
            return queryset.filter(Exists(imported))
        if self.value() == "links":
            return queryset.filter(Exists(LinkProposal.objects.open().filter(article=OuterRef("pk"))))
        if self.value() == "people":
            return queryset.filter(Exists(Appearance.objects.filter(article=OuterRef("pk"), person__is_public=False)))
        return queryset
