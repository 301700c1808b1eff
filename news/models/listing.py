"""Listings: narrow rows from which filtered lists are read at any depth for the same cost."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, OuterRef, Q

from people.models import MemberState, Person, Sector

from .edition import Edition, card_columns
from .tag import Tag

SUBJECTS = ("sector", "member_state", "person", "tag")


class ListingQuerySet(models.QuerySet):
    page_order = ("-permalink_on", "-first_public_at", "-edition_id")

    def live(self, language=None):
        """Rows of editions that readers may see now; any language by default."""
        # Looked up row by row: a list of all that is live would cost more the more stories there are.
        rows = self.filter(Exists(Edition.objects.live().filter(pk=OuterRef("edition_id"))))
        return rows.filter(language=language) if language else rows

    def also_under(self, kind, subject):
        """Those whose edition is listed under `subject` as well; kind: one of SUBJECTS."""
        return self.filter(Exists(Listing.objects.filter(edition=OuterRef("edition_id"), **{kind: subject})))

    def for_cards(self, language):
        """Each row with its edition, of which only what a list shows: see card_columns()."""
        columns = card_columns(language, "edition__")
        return self.select_related("edition__article__lead_picture").only("permalink_on", "first_public_at", *columns)


class Listing(models.Model):
    """A public edition under one of the subjects it is linked to: exactly one of the four is set.

    Whether the edition is live is not said here: Edition.objects.live() decides.
    """

    language = models.CharField(max_length=8, choices=settings.LANGUAGES)
    sector = models.ForeignKey(Sector, models.PROTECT, null=True, related_name="+")
    member_state = models.ForeignKey(MemberState, models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, null=True, related_name="listings")
    tag = models.ForeignKey(Tag, models.CASCADE, null=True, related_name="listings")
    permalink_on = models.DateField()
    first_public_at = models.DateTimeField()
    edition = models.ForeignKey("news.Edition", models.CASCADE, related_name="listings")

    objects = ListingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["edition", subject], name=f"listed_once_per_{subject}")
            for subject in SUBJECTS
        ]
        indexes = [
            models.Index(
                fields=["language", subject, "-permalink_on", "-first_public_at", "-edition"],
                condition=Q(**{f"{subject}__isnull": False}),
                name=f"listing_{subject}",
            )
            for subject in SUBJECTS
        ]

    def __str__(self):
        return f"{self.language} {self.permalink_on} {self.edition_id}"

    @classmethod
    def write(cls, edition):
        """Bring the rows of `edition` in step with the article's facts; a withdrawn edition has none."""
        wanted = set(subjects_of(edition.article)) if edition.visibility == edition.Visibility.PUBLIC else set()
        rows = {row.subject: row for row in cls.objects.filter(edition=edition)}
        gone = [row.pk for subject, row in rows.items() if subject not in wanted]
        if gone:
            cls.objects.filter(pk__in=gone).delete()
        cls.objects.bulk_create(
            cls(
                language=edition.language,
                permalink_on=edition.permalink_on,
                first_public_at=edition.first_public_at,
                edition=edition,
                **{f"{kind}_id": pk},
            )
            for kind, pk in sorted(wanted - rows.keys())
        )

    @property
    def subject(self):
        """What the row lists the edition under: a pair such as ("sector", 3)."""
        return next((kind, pk) for kind in SUBJECTS if (pk := getattr(self, f"{kind}_id")))


def subjects_of(article):
    """What the article is linked to, as pairs such as ("sector", 3)."""
    for kind, keys in (
        ("sector", article.sectors.values_list("pk", flat=True)),
        ("member_state", article.member_states.values_list("pk", flat=True)),
        ("person", article.appearances.values_list("person_id", flat=True)),
        ("tag", article.tagged.values_list("tag_id", flat=True)),
    ):
        yield from ((kind, key) for key in keys)
