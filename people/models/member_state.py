from uuid import uuid4

from django.core.validators import RegexValidator
from django.db import models
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ..uploads import checked_upload, reencoded
from .entity import Entity, OtherName


def flag_path(_state, _filename):
    """A random name, so that a replaced flag is a new address for caches."""
    return f"flags/{uuid4().hex}.png"


class MemberState(Entity):
    """A country of the organisation, in the organisation's own wording."""

    class Status(models.TextChoices):
        MEMBER = "member", _("member")
        OBSERVER = "observer", _("observer")
        SUSPENDED = "suspended", _("suspended")

    code = models.CharField(
        _("ISO code"),
        max_length=2,
        unique=True,
        validators=[RegexValidator(r"\A[A-Z]{2}\Z", _("Two capital letters, as in ISO 3166-1."))],
    )
    official_name = models.CharField(_("official name"), max_length=200, null=True, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, default=Status.MEMBER)
    status_from = models.DateField(_("status since"), null=True, blank=True)
    status_until = models.DateField(_("status until"), null=True, blank=True)
    flag = models.ImageField(
        _("flag"),
        upload_to=flag_path,
        blank=True,
        validators=[checked_upload],
        help_text=_("Only to replace the drawing that comes with the site. PNG or WebP, in the proportion 4:3."),
    )
    source = models.TextField(_("source of the wording"), blank=True, default="")

    class Meta:
        verbose_name = _("member state")
        verbose_name_plural = _("member states")

    def save(self, *args, **kwargs):
        if self.flag and not self.flag._committed:
            self.flag = reencoded(self.flag.file)
        super().save(*args, **kwargs)

    def get_absolute_url(self):
        return reverse("news:member_state_detail", args=[self.slug])

    @property
    def flag_url(self):
        """Address of the flag: the uploaded one, else the drawing that comes with the site."""
        return self.flag.url if self.flag else static(f"flags/{self.code.lower()}.svg")


class MemberStateName(OtherName):
    """Another form of a state's name, or an adjective or noun for its people ("Tunisian")."""

    member_state = models.ForeignKey(MemberState, models.CASCADE, related_name="other_names")
    is_demonym = models.BooleanField(_("adjective or people"), default=False)

    class Meta:
        verbose_name = _("other form")
        verbose_name_plural = _("other forms")
        constraints = [
            models.UniqueConstraint(fields=["member_state", "language", "form"], name="one_row_per_form_of_a_state")
        ]

    @property
    def entity(self):
        return self.member_state
