"""Making a preview link: of which revision, and for how long."""

from datetime import timedelta

from django import forms
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ..models import Preview, Revision

# Whole hours, seven days at most.
LASTS = [
    (1, gettext_lazy("1 hour")),
    (6, gettext_lazy("6 hours")),
    (24, gettext_lazy("1 day")),
    (72, gettext_lazy("3 days")),
    (168, gettext_lazy("7 days")),
]
MOST_OFFERED = 200
MOST_LIVE = 50


class PreviewForm(forms.Form):
    """`revision`: the number of one of the newest revisions of `edition`; `lasts`: hours."""

    revision = forms.TypedChoiceField(label=gettext_lazy("Revision"), coerce=int)
    lasts = forms.TypedChoiceField(label=gettext_lazy("The link works for"), choices=LASTS, coerce=int, initial=24)

    def __init__(self, edition, data=None, revision=None):
        super().__init__(data, initial={"revision": revision or edition.newest_revision.number})
        self.edition = edition
        revisions = Revision.objects.filter(article=edition.article_id, language=edition.language)
        rows = revisions.order_by("-number").values_list("number", "created_at")[:MOST_OFFERED]
        self.fields["revision"].choices = [(number, offered(number, at)) for number, at in rows]

    def clean(self):
        live = Preview.objects.of(self.edition.article_id, self.edition.language).live()
        if live.count() >= MOST_LIVE:
            raise forms.ValidationError(_("This text has as many preview links as it may have: revoke some first."))
        return super().clean()

    def make(self, by):
        """(the new Preview, its token)."""
        revision = Revision.objects.get(
            article=self.edition.article_id, language=self.edition.language, number=self.cleaned_data["revision"]
        )
        return Preview.make(revision, timedelta(hours=self.cleaned_data["lasts"]), by=by)


def offered(number, at):
    """A revision in the list to choose from, told apart by when it was saved."""
    when = date_format(localtime(at), "DATETIME_FORMAT")
    return _("Revision %(number)s, saved on %(at)s") % {"number": number, "at": when}
