"""An edition: one article in one language, where it lives and whether readers may see it."""

from datetime import datetime, time

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from icesco.text.direction import direction
from icesco.text.slugs import EmptySlug, make_slug
from people.languages import column

from ..errors import AddressTaken, FixedAddress, InBin, NotPublic, NotPublishable, OlderRevision
from .article import WORDS, Article
from .picture import SHOWN
from .revision import Revision
from .steps import Steps
from .transition import Transition

LANGUAGE_RIGHTS = [
    (f"{right}_{language}", f"Can {right} {name}")
    for right in ("write", "review", "publish")
    for language, name in (("ar", "Arabic"), ("en", "English"), ("fr", "French"))
]


# Withdrawn, or else expired: the expression of the index edition_gone, so that it is found by it.
WENT_AT = Coalesce("withdrawn_at", "expires_at")


def card_columns(language, prefix=""):
    """Only what a list shows of an edition in `language`: no body, no other language's words.

    prefix: the way to the edition, such as "edition__"; names of columns for only().
    """
    own = ("language", "slug", "permalink_on", "first_public_at", "article_id")
    words = [f"article__{column(field, language)}" for field in ("title", "summary", "lead_alt")]
    picture = [f"article__lead_picture__{field}" for field in SHOWN]
    return [f"{prefix}{name}" for name in (*own, "article__lead_picture_id", *words, *picture)]


RELEASED_WITH_OTHERS = _("It is marked to be released with other languages: change or call off the release first.")


class EditionQuerySet(models.QuerySet):
    page_order = ("-permalink_on", "-first_public_at", "-pk")

    def live(self, language=None, at=None):
        """Editions that readers may see at `at`, an aware datetime (default: now); any language by default.

        It alone decides what is public: pages, lists, counts, language switch, feeds, sitemap, search, API.
        """
        public = self.filter(visibility=Edition.Visibility.PUBLIC)
        editions = public.filter(Q(expires_at__isnull=True) | Q(expires_at__gt=at or timezone.now()))
        return editions.filter(language=language) if language else editions

    def newest_first(self):
        return self.order_by(*self.page_order)

    def for_cards(self, language):
        """Only what a list shows: see card_columns()."""
        return self.select_related("article__lead_picture").only(*card_columns(language))

    def gone_since(self, language, since, at=None):
        """Those of `language` that were taken down, or expired, from `since` until `at`, and are not public again.

        Each with `went_at`, an aware datetime. since, at (default: now): aware datetimes.
        """
        once = self.filter(language=language, first_public_at__isnull=False).annotate(went_at=WENT_AT)
        return once.filter(went_at__gte=since, went_at__lte=at or timezone.now())


class Edition(Steps, models.Model):
    """One article in one language: its address, its state and the revision that is public.

    Two states that never mix: `visibility` is what readers see, `stage` how far the newest revision is.
    """

    class Visibility(models.TextChoices):
        UNPUBLISHED = "unpublished", _("unpublished")
        PUBLIC = "public", _("public")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Stage(models.TextChoices):
        DRAFT = "draft", _("draft")
        IN_REVIEW = "in_review", _("in review")
        APPROVED = "approved", _("approved")

    article = models.ForeignKey(Article, models.CASCADE, related_name="editions")
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    visibility = models.CharField(
        _("visibility"), max_length=12, choices=Visibility, default=Visibility.UNPUBLISHED, editable=False
    )
    stage = models.CharField(_("stage"), max_length=10, choices=Stage, default=Stage.DRAFT)
    slug = models.CharField(_("slug"), max_length=80, blank=True)
    permalink_on = models.DateField(_("day in the address"), null=True, blank=True)
    first_public_at = models.DateTimeField(_("first public at"), null=True, editable=False)
    # When it last changed for readers in more than a comma: published, shown again, corrected, a correction taken back.
    changed_at = models.DateTimeField(_("changed at"), null=True, editable=False)
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, editable=False)
    expires_at = models.DateTimeField(_("expires at"), null=True, blank=True)
    live_revision = models.ForeignKey(Revision, models.PROTECT, null=True, editable=False, related_name="live_in")
    newest_revision = models.ForeignKey(Revision, models.PROTECT, editable=False, related_name="newest_in")

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        permissions = LANGUAGE_RIGHTS
        constraints = [
            models.UniqueConstraint(fields=["article", "language"], name="one_edition_per_language"),
            models.CheckConstraint(
                condition=Q(first_public_at__isnull=True) | (Q(permalink_on__isnull=False) & ~Q(slug="")),
                name="what_was_public_has_an_address",
            ),
            models.CheckConstraint(
                condition=Q(visibility="unpublished", first_public_at__isnull=True)
                | (~Q(visibility="unpublished") & Q(first_public_at__isnull=False)),
                name="unpublished_means_never_public",
            ),
            models.CheckConstraint(
                condition=~Q(visibility="public") | Q(live_revision__isnull=False),
                name="public_has_a_live_revision",
            ),
        ]
        indexes = [
            models.Index(
                fields=["language", "visibility", "-permalink_on", "-first_public_at", "-id"],
                # Not a partial index: SQLite uses those only where the query spells the value out.
                name="edition_newest_public",
            ),
            # The calendar asks what is taken down in a month.
            models.Index(fields=["expires_at"], condition=Q(expires_at__isnull=False), name="edition_by_expiry"),
            models.Index(
                fields=["language", "expires_at"], condition=Q(expires_at__isnull=False), name="edition_to_expire"
            ),
            models.Index(fields=["language", "stage", "visibility"], name="edition_by_stage"),
            # Whoever keeps a copy of our stories asks what changed since, and what is gone.
            models.Index(fields=["language", "changed_at", "id"], name="edition_by_changed_at"),
            models.Index(F("language"), WENT_AT, F("id"), name="edition_gone"),
        ]

    def __str__(self):
        return f"{self.newest_revision.title or self.article_id} ({self.get_language_display()})"

    def get_absolute_url(self):
        # The language prefix follows the edition, not the visitor: one page of
        # hreflang links or one sitemap names editions in every language.
        day = self.permalink_on
        with translation.override(self.language):
            return reverse(
                "news:edition_detail", args=[f"{day.year:04}", f"{day.month:02}", f"{day.day:02}", self.slug]
            )

    @property
    def direction(self):
        return direction(self.language)

    @property
    def published_at(self):
        """When the text first appeared, an aware datetime that falls on the day readers see.

        A story of the former site has an earlier day than its first publication here: that day's beginning in Rabat.
        """
        if timezone.localdate(self.first_public_at) <= self.permalink_on:
            return self.first_public_at
        return timezone.make_aware(datetime.combine(self.permalink_on, time.min))

    @property
    def updated_at(self):
        """When the text last changed in more than a minor way, or was corrected."""
        return self.changed_at or self.first_public_at

    # The public words, read from the article's columns of this language and no other

    def _words(self, field):
        return getattr(self.article, column(field, self.language)) or ""

    title = property(lambda self: self._words("title"))
    summary = property(lambda self: self._words("summary"))
    body = property(lambda self: self._words("body"))
    lead_alt = property(lambda self: self._words("lead_alt"))
    lead_caption = property(lambda self: self._words("lead_caption"))

    def is_live(self, at=None):
        """The rule of live(), for a row in hand."""
        now = at or timezone.now()
        return self.visibility == self.Visibility.PUBLIC and (self.expires_at is None or self.expires_at > now)

    @property
    def gone_at(self):
        """When a text that was public stopped being so, an aware datetime, or None."""
        if self.visibility == self.Visibility.WITHDRAWN:
            return self.withdrawn_at
        return None if self.is_live() else self.expires_at

    def locked(self):
        """This row, locked until the transaction ends: read again, so that what is decided is true.

        The article's row is locked first, as everywhere, so that two writers wait instead of dying.
        """
        Article.objects.select_for_update().only("id").get(pk=self.article_id)
        return Edition.objects.select_for_update(of=("self",)).select_related("article").get(pk=self.pk)

    # Making public

    def publish(self, revision, by=None, due_at=None, is_minor=False, note="", release=None, now=None):
        """Order `revision` to become public at `due_at`, an aware datetime (default: now).

        One due now is applied in this transaction; a later one keeps its words in its revision till then,
        and orders for older revisions that were still to come are called off. Returns the Publication.
        release: the UUID that orders share which are applied together, all or none; news.models.release has more.
        Raises NotPublishable with what is missing, OlderRevision when a newer one was already ordered.
        """
        from .publication import Publication

        now = now or timezone.now()
        with transaction.atomic():
            edition = self.locked()
            if revision.article_id != edition.article_id or revision.language != edition.language:
                raise ValueError("The revision is another edition's.")
            due_at = due_at or now
            if blockers := edition.blockers(revision, edition.going_with(release, due_at), release):
                raise NotPublishable(blockers)
            newest_ordered = edition.publications.standing().aggregate(number=models.Max("revision__number"))["number"]
            if newest_ordered and revision.number < newest_ordered:
                raise OlderRevision
            edition.refuse_unapproved(revision, by)
            # What failed at its hour is answered by this order.
            replaced = Q(due_at__gte=due_at) | Q(failed_at__isnull=False)
            edition.publications.pending().filter(replaced).update(cancelled_at=now)
            edition.choose_address(revision)
            publication = Publication.objects.create(
                edition=edition, revision=revision, due_at=due_at, by=by, is_minor=is_minor, note=note, release=release
            )
            if due_at <= now:
                publication.apply(now)
                publication.refresh_from_db()
            else:
                edition.article.rework()
        self.refresh_from_db()
        return publication

    def going_with(self, release, due_at):
        """The revisions of this story that become public at `due_at` in the release with the UUID `release`."""
        from .release import ReleasePart

        if release is None:
            return []
        ordered = Q(publications__release=release, publications__due_at=due_at, publications__cancelled_at__isnull=True)
        approved = ReleasePart.objects.filter(release=release, revision__isnull=False).values("revision")
        of_story = Revision.objects.filter(article=self.article_id)
        return list(of_story.filter(ordered | Q(pk__in=approved)).only("language", "words_digest").distinct())

    def blockers(self, revision, together=(), release=None):
        """Sentences that say why `revision` can't be published here: an empty list when it can.

        together: the revisions of other languages that become public at the same instant. release: the UUID of the
        release it is published with.
        """
        from .release import ReleasePart

        found = revision.blockers(together)
        if self.article.binned_at:
            found.append(InBin.message)
        if ReleasePart.objects.marking(self).exclude(release=release).exists():
            found.append(RELEASED_WITH_OTHERS)
        if not self.slug:
            try:
                make_slug(revision.title)
            except EmptySlug:
                found.append(_("The title has no letter to make an address of: write the slug yourself."))
        if self.is_live() and self.live_revision_id == revision.pk:
            found.append(_("This revision is public already."))
        return found

    def refuse_unapproved(self, revision, by):
        """Raise OwnText when publishing `revision` would be its author's own approval, and four eyes are asked for.

        Words that are public already need none: "still right" repeats them.
        """
        is_newest = revision.pk == self.newest_revision_id
        is_approved = (is_newest and not self.asks_approval) or self.was_approved(revision)
        live = self.live_revision
        is_public = live is not None and all(getattr(live, word) == getattr(revision, word) for word in WORDS)
        if not (is_approved or is_public):
            self.refuse_own_text(by)

    def show_change(self, now):
        """Note that readers see more than a comma of it changed at `now`: feeds, sitemap and API say so."""
        self.changed_at = now
        self.save(update_fields=["changed_at"])

    def set_expiry(self, expires_at, now=None):
        """Let the text expire at `expires_at`, an aware datetime, or not at all; one that comes back is a change."""
        now = now or timezone.now()
        was_live, self.expires_at = self.is_live(now), expires_at
        if self.is_live(now) and not was_live:
            self.changed_at = now
        self.save(update_fields=["expires_at", "changed_at"])

    def choose_address(self, revision):
        """Give an edition without a slug the one its title makes."""
        if not self.slug:
            self.slug = make_slug(revision.title)
            self.save(update_fields=["slug"])

    def set_address(self, slug=None, permalink_on=None):
        """Choose slug and day before the first publication: those of the former site, say.

        Raises FixedAddress once public, AddressTaken, and EmptySlug for a slug without a letter.
        """
        from .address import Address

        with transaction.atomic():
            edition = self.locked()
            if edition.first_public_at:
                raise FixedAddress
            edition.slug = make_slug(slug) if slug else edition.slug
            edition.permalink_on = permalink_on
            if permalink_on and Address.is_taken(edition.language, permalink_on, edition.slug, edition):
                raise AddressTaken
            edition.save(update_fields=["slug", "permalink_on"])
            edition.article.rework()
        self.refresh_from_db()

    def change_address(self, slug):
        """Move a public edition to another slug of the same day; the old addresses lead to the new one.

        Raises NotPublic before the first publication, AddressTaken, EmptySlug.
        """
        from .address import Address

        with transaction.atomic():
            edition = self.locked()
            if not edition.first_public_at:
                raise NotPublic
            slug = make_slug(slug)
            if Address.is_taken(edition.language, edition.permalink_on, slug, edition):
                raise AddressTaken
            edition.slug = slug
            edition.save(update_fields=["slug"])
            Address.keep(edition)
        self.refresh_from_db()

    def withdraw(self, now=None, by=None, reason=""):
        """Take a public edition down: its words leave the public columns, its orders to come are called off.

        A release that marks it is called off whole. reason: for colleagues, in the log of steps.
        Raises NotPublic unless it is public. What other languages are to do is the concern of news.withdrawals.
        """
        from ..releasing import call_off
        from .release import ReleasePart
        from .task import Task

        now = now or timezone.now()
        with transaction.atomic():
            edition = self.locked()
            if edition.visibility != self.Visibility.PUBLIC:
                raise NotPublic
            edition.visibility, edition.withdrawn_at = self.Visibility.WITHDRAWN, now
            edition.save(update_fields=["visibility", "withdrawn_at"])
            edition.publications.pending().update(cancelled_at=now)
            for part in ReleasePart.objects.marking(edition).select_related("release__article", "release__created_by"):
                call_off(part.release, now=now)
            edition.article.take_words(edition.language)
            edition.relist()
            states = (self.Visibility.PUBLIC, self.Visibility.WITHDRAWN)
            Transition.log(
                edition, Transition.Act.WITHDRAWN, states, by, revision=edition.live_revision, reason=reason, at=now
            )
            edition.article.rework()
            asked = {"article": edition.article_id, "language": edition.language}
            Task.objects.close_withdrawals(Task.Outcome.WITHDRAWN, by, now, **asked)
        self.refresh_from_db()

    def relist(self):
        """Write this edition's rows of filtered lists and of search anew from what is public; none unless it is."""
        from ..search.entries import write_entry
        from .listing import Listing

        Listing.write(self)
        write_entry(self)

    def remember(self, revision):
        """Keep the sentences of `revision`, approved or public, for later translations, once this is committed."""
        from ..memory.remembering import remember_on_commit

        remember_on_commit(self, revision)
