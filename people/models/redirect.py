from django.db import models
from django.utils.translation import gettext_lazy as _


class Redirect(models.Model):
    """The old slug of a renamed or merged entity, and the slug it leads to now, in one hop."""

    kind = models.CharField(max_length=20)  # the model's name: person, memberstate, sector, place
    old_slug = models.SlugField(max_length=80)
    new_slug = models.SlugField(max_length=80)

    class Meta:
        verbose_name = _("redirect")
        verbose_name_plural = _("redirects")
        constraints = [models.UniqueConstraint(fields=["kind", "old_slug"], name="one_redirect_per_old_slug")]

    def __str__(self):
        return f"{self.kind}: {self.old_slug} → {self.new_slug}"

    @classmethod
    def lead(cls, kind, old_slug, new_slug):
        """Make `old_slug` lead to `new_slug`, and whatever led to the old one lead there as well."""
        cls.objects.filter(kind=kind, old_slug=new_slug).delete()
        cls.objects.filter(kind=kind, new_slug=old_slug).update(new_slug=new_slug)
        cls.objects.update_or_create(kind=kind, old_slug=old_slug, defaults={"new_slug": new_slug})
