"""Pages of the institution with every text they ever had, and the newsroom's contacts for the press."""

from datetime import datetime, time

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.db import models, transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from icesco.text.characters import refuse_unsafe
from icesco.text.digits import ascii_digits
from news.body import clean_body, picture_texts
from news.errors import Immutable
from people.languages import LANGUAGES, column

from .caching.version_row import SiteVersion
from .institution import Text, default_text
from .sign_in.counts import SignInCount

__all__ = ["InstitutionPage", "PageRevision", "PressContact", "SignInCount", "SiteVersion"]


class InstitutionPage(models.Model):
    """A page of the institution, such as the privacy notice. What it says is in its revisions: saved is public."""

    class Name(models.TextChoices):
        TRANSLATIONS = "translations", _("About our translations")
        PRIVACY = "privacy", _("Privacy")
        ACCESSIBILITY = "accessibility", _("Accessibility")
        REUSE = "reuse", _("Reuse")
        CONTACT = "contact", _("Contact")

    name = models.CharField(_("page"), max_length=20, choices=Name, unique=True, editable=False)

    class Meta:
        verbose_name = _("page of the institution")
        verbose_name_plural = _("pages of the institution")
        ordering = ["pk"]
        default_permissions = ("change",)

    def __str__(self):
        return str(self.get_name_display())

    def newest(self, language):
        """The newest PageRevision of `language`, or None before its first edit."""
        return self.texts.filter(language=language).order_by("-number").first()

    def text_in(self, language):
        """What the page says in `language`: a Text, with an empty title where it was taken out."""
        newest = self.newest(language)
        return newest.text if newest else default_text(self.name, language)

    def text_at(self, language, number):
        """The Text of revision `number` in `language`, 0 being the one before any edit. Raises DoesNotExist."""
        return self.texts.get(language=language, number=number).text if number else default_text(self.name, language)

    def write(self, language, title, body, by=None):
        """Make these words the page's in `language`; the PageRevision, or None when they say what stands there.

        Two empty texts take the page out of that language. At the first edit the words that stood there without
        anybody's doing become revision 1. Raises UnsafeCharacter, ValidationError on a title without body.
        """
        column("title", language)  # refuses a language that isn't ours
        with transaction.atomic():
            InstitutionPage.objects.select_for_update().get(pk=self.pk)
            newest = self.newest(language)
            before = newest.text if newest else default_text(self.name, language)
            revision = PageRevision(page=self, language=language, title=title, body=body, author=by)
            revision.tidy()
            if (revision.title, revision.body) == (before.title, before.body):
                return None
            if newest is None:
                newest = self.keep_default(language, before)
            revision.number = newest.number + 1
            revision.full_clean(exclude=["author"])
            revision.save()
            return revision

    def keep_default(self, language, text):
        """The text that stood before the first edit, as revision 1 of nobody."""
        written_at = timezone.make_aware(datetime.combine(text.changed_on, time(12)))
        return self.texts.create(language=language, number=1, title=text.title, body=text.body, created_at=written_at)


class PageRevisionQuerySet(models.QuerySet):
    def newest(self):
        """The newest of each page and language."""
        newer = PageRevision.objects.filter(
            page=OuterRef("page"), language=OuterRef("language"), number__gt=OuterRef("number")
        )
        return self.filter(~Exists(newer))


class PageRevision(models.Model):
    """What a page of the institution said in one language at one time. It never changes."""

    page = models.ForeignKey(InstitutionPage, models.PROTECT, related_name="texts")
    language = models.CharField(_("language"), max_length=8, choices=settings.LANGUAGES)
    number = models.PositiveIntegerField(_("number"))
    title = models.CharField(_("title"), max_length=250, blank=True)
    body = models.TextField(_("body"), max_length=200_000, blank=True)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("author")
    )
    created_at = models.DateTimeField(_("created at"), default=timezone.now)

    objects = PageRevisionQuerySet.as_manager()

    class Meta:
        verbose_name = _("text of a page")
        verbose_name_plural = _("texts of pages")
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["page", "language", "number"], name="one_page_revision_per_number")
        ]

    def __str__(self):
        return _("%(language)s, revision %(number)s") % {
            "language": self.get_language_display(),
            "number": self.number,
        }

    @property
    def text(self):
        return Text(self.title, self.body, timezone.localdate(self.created_at))

    def tidy(self):
        """Refuse what no text may hold and keep the body to the allowed markup. Raises UnsafeCharacter."""
        self.title = self.title.strip()
        refuse_unsafe(self.title)
        refuse_unsafe(self.body)
        self.body = clean_body(self.body)

    def clean(self):
        super().clean()
        if bool(self.title) != bool(self.body):
            raise ValidationError(_("A page needs a title and a text; leave both empty to take it out of a language."))
        if any(not alt for _picture, alt in picture_texts(self.body)):
            raise ValidationError(_("A picture in the body has no alt text."))

    def save(self, *args, **kwargs):
        if not self._state.adding:
            raise Immutable
        self.tidy()
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise Immutable


class PressContact(models.Model):
    """Somebody, or a service, whom journalists may reach: one row for all languages, shown on the contact page."""

    name = models.CharField(_("name of the person or service"), max_length=200, null=True, blank=True)
    role = models.CharField(_("role"), max_length=200, null=True, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    telephone = models.CharField(
        _("telephone"),
        max_length=30,
        blank=True,
        validators=[
            RegexValidator(
                r"^(?=(?:[^0-9٠-٩۰-۹]*[0-9٠-٩۰-۹]){5})\+?[0-9٠-٩۰-۹][0-9٠-٩۰-۹ ().-]{4,28}$",
                _("Digits, blanks, brackets, dots and hyphens, with + and the country’s code in front."),
            )
        ],
    )
    speaks_ar = models.BooleanField(_("speaks Arabic"), default=False)
    speaks_en = models.BooleanField(_("speaks English"), default=False)
    speaks_fr = models.BooleanField(_("speaks French"), default=False)
    position = models.PositiveSmallIntegerField(_("order"), default=0)
    is_public = models.BooleanField(
        _("public"), default=False, help_text=_("Shown on the contact page, to everybody, in all languages.")
    )

    class Meta:
        verbose_name = _("press contact")
        verbose_name_plural = _("press contacts")
        ordering = ["position", "pk"]

    def __str__(self):
        return next(filter(None, map(self.name_in, LANGUAGES)), self.email)

    def clean(self):
        super().clean()
        if not self.languages:
            raise ValidationError(_("Give a name in at least one language."))
        if not (self.email or self.telephone):
            raise ValidationError(_("Give an e-mail address or a telephone number."))

    def save(self, *args, **kwargs):
        self.telephone = ascii_digits(self.telephone)
        super().save(*args, **kwargs)

    def name_in(self, language):
        """The name in `language`, or ''."""
        return getattr(self, column("name", language)) or ""

    @property
    def languages(self):
        """The languages in which there is a name."""
        return [language for language in LANGUAGES if self.name_in(language)]

    @property
    def spoken(self):
        """The languages that are spoken there: a list such as ["ar", "fr"]."""
        return [language for language in LANGUAGES if getattr(self, f"speaks_{language}")]

    @property
    def dialled(self):
        """The telephone number as a `tel:` address takes it."""
        return "".join(sign for sign in self.telephone if sign in "+0123456789")
