"""Former addresses of tags: those of merged ones and those that were changed."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class TagRedirect(models.Model):
    """A path that a tag had in a language, or a tag merged into it. It leads to the tag's present path in one hop.

    No other tag gets the path while it leads somewhere.
    """

    language = models.CharField(max_length=8, choices=settings.LANGUAGES)
    old_path = models.CharField(max_length=80)
    tag = models.ForeignKey("news.Tag", models.CASCADE, related_name="redirects")

    class Meta:
        verbose_name = _("former address of a tag")
        verbose_name_plural = _("former addresses of tags")
        constraints = [models.UniqueConstraint(fields=["language", "old_path"], name="one_tag_per_former_path")]

    def __str__(self):
        return f"/{self.language}/tags/{self.old_path}/"

    @classmethod
    def lead(cls, language, old_path, tag):
        """Make `old_path` lead to `tag` from now on."""
        cls.objects.update_or_create(language=language, old_path=old_path, defaults={"tag": tag})

    @classmethod
    def release(cls, language, path, tag):
        """`path` is the tag's own address again, so it leads nowhere else."""
        cls.objects.filter(language=language, old_path=path, tag=tag).delete()
