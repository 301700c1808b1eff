"""What is asked when stories go to translators and when a file comes back."""

from django import forms
from django.core import signing
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from people.admin.tabs import validate_characters
from people.languages import LANGUAGES, language_name

from ..exchange.formats import CHOICES
from ..exchange.landing import ORIGINS
from ..exchange.safe import MOST_BYTES

# A page holds the file between showing what would happen and doing it; the server takes 2.5 MB of such a form.
MOST_PACKED = 2_000_000
LONGEST_SECONDS = 24 * 60 * 60
SALT = "news.exchange"


class SendForm(forms.Form):
    """target: the language the page is about; else it is asked."""

    source_language = forms.ChoiceField(label=_("Translate from"))
    target_language = forms.ChoiceField(label=_("Translate into"))
    form = forms.ChoiceField(
        label=_("Format"),
        choices=CHOICES,
        help_text=_("Ask your translators. OmegaT 3 needs the one with its name; others read XLIFF 1.2 best."),
    )

    def __init__(self, data=None, target="", initial=None):
        super().__init__(data, initial=initial)
        for name in ("source_language", "target_language"):
            self.fields[name].choices = [(code, language_name(code)) for code in LANGUAGES if code != target]
        if target:
            del self.fields["target_language"]
        self.target = target

    def clean(self):
        cleaned = super().clean()
        if self.target:
            cleaned["target_language"] = self.target
        if cleaned.get("source_language") and cleaned["source_language"] == cleaned.get("target_language"):
            self.add_error("target_language", _("Choose two different languages."))
        return cleaned


class UploadForm(forms.Form):
    file = forms.FileField(
        label=_("File"),
        help_text=_("XLIFF 1.2, XLIFF 2.0 or PO as it was sent from here, translated; up to 2.5 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlf,.xliff,.po"}),
    )

    def clean_file(self):
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 2.5 MB: send fewer stories in one file."))
        return file


class LandForm(forms.Form):
    """Asked beside what would happen. packed: the file, signed for one person."""

    origin = forms.ChoiceField(
        label=_("Where the text comes from"), help_text=_("Readers are told this in these words.")
    )
    note = forms.CharField(
        label=_("Note on this change"),
        max_length=500,
        required=False,
        validators=[validate_characters],
        widget=forms.TextInput(attrs={"class": "vTextField", "dir": "auto"}),
        help_text=_("For colleagues, in the history; readers never see it."),
    )
    packed = forms.CharField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        nothing_said = ("", pgettext_lazy("where a text comes from", "— choose —"))
        self.fields["origin"].choices = [nothing_said, *((origin.value, origin.label) for origin in ORIGINS)]


def packed(data, user):
    """`data`, UTF-8 bytes, for a hidden field of `user`'s page; None when it is too large for one."""
    text = signing.dumps(data.decode(), salt=f"{SALT}.{user.pk}", compress=True)
    return text if len(text) <= MOST_PACKED else None


def unpacked(text, user):
    """The bytes that packed() was given, or None: they are another person's, older than a day, or were changed."""
    try:
        return signing.loads(text, salt=f"{SALT}.{user.pk}", max_age=LONGEST_SECONDS).encode()
    except signing.BadSignature:
        return None
