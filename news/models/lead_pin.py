"""The story that staff keep at the top of a language's front page, until a time."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef
from django.utils import timezone

from .edition import Edition, card_columns


class LeadPinQuerySet(models.QuerySet):
    def live(self, language, at=None):
        """The pin of `language` that counts at `at`, an aware datetime (default: now): not over, its edition live."""
        now = at or timezone.now()
        live = Edition.objects.live(language, now).filter(pk=OuterRef("edition_id"))
        return self.filter(Exists(live), language=language, ends_at__gt=now)

    def for_cards(self, language):
        """Each with its edition, of which only what a list shows: see card_columns()."""
        columns = card_columns(language, "edition__")
        return self.select_related("edition__article__lead_picture").only("language", "ends_at", *columns)


class LeadPin(models.Model):
    """An edition at the top of its language's front page. One for each language; a new one takes its place.

    A pin makes nothing public: over, or with an edition that isn't live, it is as if it weren't there.
    """

    language = models.CharField(max_length=8, choices=settings.LANGUAGES, unique=True)
    edition = models.OneToOneField(Edition, models.CASCADE, related_name="lead_pin")
    ends_at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")

    objects = LeadPinQuerySet.as_manager()

    def __str__(self):
        return f"{self.language} {self.edition_id}"

    @classmethod
    def put(cls, edition, ends_at, by=None):
        """Pin `edition` in its language until `ends_at`, an aware datetime, in place of what was pinned there."""
        values = {"edition": edition, "ends_at": ends_at, "by": by}
        return cls.objects.update_or_create(language=edition.language, defaults=values)[0]
