"""An article: the story whatever its languages. Its facts carry no language; its words are what is public now."""

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Max, Q
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager

from people.languages import column, columns
from people.models import MemberState, Person, Place, Sector

from ..errors import InBin, StaleRevision
from .picture import Picture
from .tag import ArticleTags, TaggedArticle

WORDS = ("title", "summary", "body", "lead_alt", "lead_caption")
ANY = object()  # write(): the caller saw no revision, so none can be stale


class ArticleQuerySet(models.QuerySet):
    def kept(self):
        """Stories that nobody has moved to the bin."""
        return self.filter(binned_at__isnull=True)

    def binned(self):
        return self.filter(binned_at__isnull=False)


class Article(models.Model):
    """One story: its facts, its links, and per language the words that are public now and nothing else.

    Only put_words() and take_words() write the words; what staff write is kept in revisions.
    """

    source_language = models.CharField(
        _("source language"), max_length=8, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    dateline = models.ForeignKey(
        Place, models.PROTECT, null=True, blank=True, related_name="articles", verbose_name=_("dateline")
    )
    event_date = models.DateField(
        _("event date"), null=True, blank=True, help_text=_("The day on which what is told happened, or its first day.")
    )
    event_ends_on = models.DateField(_("event ends on"), null=True, blank=True, help_text=_("Only for several days."))
    lead_picture = models.ForeignKey(
        Picture, models.PROTECT, null=True, blank=True, related_name="led_articles", verbose_name=_("lead picture")
    )

    title = models.CharField(max_length=250, null=True, blank=True, editable=False)
    summary = models.TextField(null=True, blank=True, editable=False)
    body = models.TextField(null=True, blank=True, editable=False)
    lead_alt = models.CharField(max_length=500, null=True, blank=True, editable=False)
    lead_caption = models.CharField(max_length=500, null=True, blank=True, editable=False)

    tags = TaggableManager(
        through=TaggedArticle, manager=ArticleTags, blank=True, verbose_name=_("tags"), related_name="articles"
    )
    sectors = models.ManyToManyField(Sector, blank=True, related_name="articles", verbose_name=_("sectors"))
    member_states = models.ManyToManyField(
        MemberState, blank=True, related_name="articles", verbose_name=_("member states")
    )
    people = models.ManyToManyField(Person, through="Appearance", blank=True, verbose_name=_("people"))

    created_at = models.DateTimeField(_("created at"), default=timezone.now, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )
    is_demo = models.BooleanField(_("demo content"), default=False, editable=False)
    binned_at = models.DateTimeField(_("in the bin since"), null=True, editable=False)
    binned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, editable=False, related_name="+"
    )

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("article")
        verbose_name_plural = _("articles")
        indexes = [
            models.Index(fields=["binned_at"], name="article_in_bin", condition=Q(binned_at__isnull=False)),
            models.Index(fields=["event_date"], name="article_by_event_date"),
            models.Index(fields=["created_at"], name="article_by_created_at"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(event_ends_on__isnull=True) | Q(event_ends_on__gte=F("event_date")),
                name="event_ends_after_it_begins",
                violation_error_message=_("The last day of the event is before its first day."),
            ),
            models.CheckConstraint(
                condition=Q(event_ends_on__isnull=True) | Q(event_date__isnull=False),
                name="event_with_a_last_day_has_a_first",
                violation_error_message=_("An event with a last day needs a first day."),
            ),
        ]

    def __str__(self):
        """The newest title in the reader's language, else in the source language: staff see this, visitors never."""
        titles = {r.language: r.title for r in self.newest_revisions().only("language", "title")} if self.pk else {}
        return titles.get(get_language()) or titles.get(self.source_language) or str(_("Article %s") % self.pk)

    def save(self, *args, update_fields=None, **kwargs):
        # A stale object in somebody's hands must never bring withdrawn words back, nor a draft into public.
        if self._state.adding:
            for name in columns(*WORDS):
                setattr(self, name, None)
        else:
            update_fields = set(update_fields or self.fact_columns()) & set(self.fact_columns())
        super().save(*args, update_fields=update_fields, **kwargs)
        if update_fields and "source_language" in update_fields:
            self.rework()

    @classmethod
    def fact_columns(cls):
        """Names of the columns that carry no language: all but the key and the words."""
        words = {*WORDS, *columns(*WORDS)}
        return [f.name for f in cls._meta.concrete_fields if not f.primary_key and f.name not in words]

    def newest_revisions(self):
        """The newest revision of each language, as a queryset of Revision."""
        from .revision import Revision

        return Revision.objects.filter(newest_in__article=self)

    def edition(self, language):
        """The Edition in `language`, or None: no text, no edition."""
        return self.editions.filter(language=language).first()

    # What is written

    def write(self, language, words, author=None, origin="", follows=None, note="", based_on=ANY):
        """Keep `words` as a new revision of `language` and return it, or None when nothing changed.

        words: dict with any of title, summary, body, lead_alt, lead_caption; the missing ones stay as they are.
        origin: a Revision.Origin; follows: the Revision of another language that this text renders.
        based_on: the newest revision the author saw (None: there was none yet). Raises StaleRevision when
        a newer one was saved since, InBin, UnsafeCharacter on characters that no text may hold, ValidationError on
        words that are too long.
        """
        from .edition import Edition
        from .revision import Revision

        column("title", language)  # refuses a language that isn't ours
        with transaction.atomic():
            article = Article.objects.select_for_update(of=("self",)).only("id", "binned_at").get(pk=self.pk)
            edition = Edition.objects.select_related("newest_revision").filter(article=self, language=language).first()
            newest = edition.newest_revision if edition else None
            if article.binned_at:
                raise InBin
            if based_on is not ANY and based_on != newest:
                raise StaleRevision(newest)
            revision = Revision.after(newest, self, language, words, origin, follows)
            if newest is None:
                # A text of this language may be in the bin: its revisions keep their numbers.
                last = self.revisions.filter(language=language).aggregate(number=Max("number"))["number"]
                revision.number = (last or 0) + 1
            revision.author, revision.note = author, note
            if newest and revision.says_the_same_as(newest):
                return None
            revision.full_clean(exclude=["author"])
            revision.save()
            self.put_newest(language, edition, revision)
            self.rework()
            return revision

    def put_newest(self, language, edition, revision):
        """Make `revision` the newest of its language, a draft, whatever stood there; a new Edition unless one is given.

        The caller holds the transaction.
        """
        from .edition import Edition
        from .transition import Transition

        before, act = (edition.stage, Transition.Act.REWRITTEN) if edition else ("", Transition.Act.BEGUN)
        edition = edition or Edition(article=self, language=language)
        edition.newest_revision, edition.stage = revision, Edition.Stage.DRAFT
        edition.save()
        if before != edition.stage:
            Transition.log(edition, act, (before, edition.stage), revision.author)

    def rework(self):
        """Bring the queue's rows in step: whatever changes an edition, its stage or its orders ends with this."""
        from ..queue.rework import rework

        rework(self)

    # What is public

    def put_words(self, language, revision):
        """Make the words of `revision` the public ones of `language`."""
        self._set_words(language, {field: getattr(revision, field) for field in WORDS})

    def take_words(self, language):
        """Leave no public words in `language`."""
        self._set_words(language, dict.fromkeys(WORDS))

    def _set_words(self, language, words):
        values = {column(field, language): value for field, value in words.items()}
        Article.objects.filter(pk=self.pk).update(**values)
        for name, value in values.items():
            setattr(self, name, value)


class Appearance(models.Model):
    """A person in a story, with the honorific and the role they had that day."""

    article = models.ForeignKey(Article, models.CASCADE, related_name="appearances")
    person = models.ForeignKey(Person, models.PROTECT, related_name="appearances", verbose_name=_("person"))
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    honorific = models.CharField(_("honorific that day"), max_length=60, null=True, blank=True)
    role = models.CharField(_("role that day"), max_length=250, null=True, blank=True)

    class Meta:
        verbose_name = _("person in the story")
        verbose_name_plural = _("people in the story")
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["article", "person"], name="one_appearance_per_person_and_article")
        ]

    def __str__(self):
        return str(self.person)

    def honorific_in(self, language):
        return getattr(self, column("honorific", language)) or ""

    def role_in(self, language):
        """The role that day in `language`, or '': a missing role is left out, never borrowed."""
        return getattr(self, column("role", language)) or ""
