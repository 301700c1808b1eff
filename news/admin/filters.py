"""Filters of the list of articles: the state of each language, so that they combine; and what waits for a look."""

from django.contrib import admin
from django.db.models import Exists, F, OuterRef
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from people.languages import LANGUAGES
from people.models import Sector

from ..models import Appearance, Edition, LinkProposal, Publication, ReleasePart, Revision
from ..states import KINDS


def editions_in(state, language, at):
    """The editions in `language` that are in `state`, a key of KINDS or newer_draft or behind; a queryset."""
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
    if state == "newer_draft":
        return editions.live(at=at).exclude(newest_revision=F("live_revision"))
    if state == "behind":
        return editions.filter(Exists(moved_on(at)))
    return editions.filter(~pending, visibility=Edition.Visibility.UNPUBLISHED, stage=state)


def moved_on(at):
    """The live editions that the outer edition's newest text follows and that have really changed since."""
    changed = Publication.objects.filter(
        edition=OuterRef("pk"),
        applied_at__isnull=False,
        is_minor=False,
        revision__number__gt=OuterRef(OuterRef("newest_revision__follows__number")),
    )
    return (
        Edition.objects.live(at=at)
        .filter(article=OuterRef("article"), language=OuterRef("newest_revision__follows__language"))
        .exclude(live_revision__words_digest=OuterRef("newest_revision__follows__words_digest"))
        .filter(Exists(changed))
    )


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
        editions = Edition.objects.filter(language=self.language)
        if state != "missing":
            editions = editions_in(state, self.language, timezone.now())
        has = Exists(editions.filter(article=OuterRef("pk")))
        return queryset.filter(~has if state == "missing" else has)


STATE_IN = {"ar": _("state in Arabic"), "en": _("state in English"), "fr": _("state in French")}
STATE_FILTERS = [
    type(
        f"{language.capitalize()}StateFilter",
        (LanguageStateFilter,),
        {"title": STATE_IN[language], "parameter_name": f"state_{language}", "language": language},
    )
    for language in LANGUAGES
]


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
            )
            return queryset.filter(Exists(imported))
        if self.value() == "links":
            return queryset.filter(Exists(LinkProposal.objects.open().filter(article=OuterRef("pk"))))
        if self.value() == "people":
            return queryset.filter(Exists(Appearance.objects.filter(article=OuterRef("pk"), person__is_public=False)))
        return queryset
