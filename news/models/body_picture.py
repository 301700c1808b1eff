from django.db import models


class BodyPicture(models.Model):
    """A picture in the body of a revision: written once with the revision, so that its uses are found by an index."""

    revision = models.ForeignKey("news.Revision", models.CASCADE, related_name="body_pictures")
    picture = models.ForeignKey("news.Picture", models.PROTECT, related_name="in_bodies")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["picture", "revision"], name="one_row_per_picture_and_revision"),
        ]

    def __str__(self):
        return f"{self.picture_id} in {self.revision_id}"

    @classmethod
    def keep(cls, revision, keys):
        """Write the rows of `revision`; `keys` are those in its body, of which some may be no picture's."""
        from .picture import Picture

        if keys:
            known = Picture.objects.filter(pk__in=keys).values_list("pk", flat=True)
            cls.objects.bulk_create([cls(revision=revision, picture_id=key) for key in known])
