from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from .entity import Entity, EntityQuerySet, OtherName
from .member_state import MemberState
from .sector import Sector


class PersonQuerySet(EntityQuerySet):
    def reviewed(self):
        """People whose name may be shown as a link: an imported person isn't, until someone has reviewed them."""
        return self.filter(is_public=True)


class Person(Entity):
    """Someone named in stories, with the office held now; what they were on a story's day is in the story."""

    honorific = models.CharField(
        _("honorific"), max_length=60, null=True, blank=True, help_text=_("Such as Dr. or H.E.")
    )
    office = models.CharField(_("office"), max_length=250, null=True, blank=True)
    office_from = models.DateField(_("in office from"), null=True, blank=True)
    office_until = models.DateField(_("in office until"), null=True, blank=True)
    organisation = models.CharField(_("organisation"), max_length=250, null=True, blank=True)
    biography = models.TextField(_("biography"), max_length=4000, null=True, blank=True)
    sector = models.ForeignKey(
        Sector, models.SET_NULL, null=True, blank=True, related_name="people", verbose_name=_("sector")
    )
    member_state = models.ForeignKey(
        MemberState, models.SET_NULL, null=True, blank=True, related_name="people", verbose_name=_("member state")
    )
    is_public = models.BooleanField(
        _("reviewed and public"),
        default=True,
        help_text=_(
            "Imported people are not public until someone has reviewed them;"
            " until then stories show their names as plain text."
        ),
    )

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        indexes = [
            models.Index(
                fields=[f"sort_key_{language}", "id"], condition=Q(is_public=True), name=f"person_sort_{language}"
            )
            for language in ("ar", "en", "fr")
        ]

    def get_absolute_url(self):
        # The page lists stories, so the view is in news; a URL name is no import.
        return reverse("news:person_detail", args=[self.slug])


class PersonName(OtherName):
    """Another spelling or script of a person's name, by which the import knows them again."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="other_names")

    class Meta:
        verbose_name = _("other spelling")
        verbose_name_plural = _("other spellings")
        constraints = [
            models.UniqueConstraint(fields=["person", "language", "form"], name="one_row_per_spelling_of_a_person")
        ]

    @property
    def entity(self):
        return self.person
