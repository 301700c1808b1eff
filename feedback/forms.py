import re

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from . import pages, scale
from .models.rating import LONGEST_SECONDS
from .recording import Answer

# Embedding and override controls can turn the rest of a page around; NUL and lone surrogates can't be stored.
FORBIDDEN = re.compile("[\x00\ud800-\udfff\u202a-\u202e]")
NONCE = re.compile("[0-9a-f-]{16,64}")


class CommentField(forms.CharField):
    """Free text whose line ends count as one character each, as they do in the browser."""

    def to_python(self, value):
        text = super().to_python((value or "").replace("\r\n", "\n").replace("\r", "\n"))
        if FORBIDDEN.search(text):
            raise forms.ValidationError(
                _("The comment held characters that cannot be stored. They were taken out: check it and send again."),
                code="forbidden",
            )
        return text


class RatingForm(forms.Form):
    """A visitor's answer: `score` 1–5, an optional comment, and the path of the page it is about."""

    score = forms.Field(error_messages={"required": _("Choose one of the five answers.")})
    comment = CommentField(
        required=False,
        max_length=scale.COMMENT_MAX_LENGTH,
        error_messages={
            "max_length": ngettext_lazy(
                "The comment may have at most %(limit_value)d character; yours has %(show_value)d.",
                "The comment may have at most %(limit_value)d characters; yours has %(show_value)d.",
                "limit_value",
            )
        },
    )
    # What the script adds; anything else there than what it sends is passed over.
    seconds = forms.CharField(required=False)
    nonce = forms.CharField(required=False)
    # A field that people don't see.
    website = forms.CharField(required=False)
    page = forms.Field(
        error_messages={"required": _("The page you rate is not known. Send again to rate the site as a whole.")}
    )

    def clean_score(self):
        score = self.cleaned_data["score"]
        if score not in {str(number) for number in scale.SCORES}:
            raise forms.ValidationError(self.fields["score"].error_messages["required"], code="invalid")
        return int(score)

    def clean_seconds(self):
        """Whole seconds from seeing the question to sending, or None."""
        value = self.cleaned_data["seconds"]
        return min(int(value), LONGEST_SECONDS) if re.fullmatch(r"\d{1,9}", value, re.ASCII) else None

    def clean_nonce(self):
        value = self.cleaned_data["nonce"]
        return value if NONCE.fullmatch(value) else ""

    def answer(self):
        """The Answer of a valid form."""
        data = self.cleaned_data
        is_script = data["seconds"] is not None and bool(data["nonce"])
        return Answer(
            data["score"],
            data["comment"],
            data["page"],
            is_script=is_script,
            seconds=data["seconds"] if is_script else None,
            nonce=data["nonce"],
            trap=data["website"],
        )

    def clean_page(self):
        """The Page at the path that was sent."""
        page = pages.resolve(self.cleaned_data["page"])
        if page is None:
            raise forms.ValidationError(self.fields["page"].error_messages["required"], code="invalid")
        return page


def widget(path, form=None):
    """What feedback/_rating_form.html needs: a fresh form about the page at `path`, or `form` as sent, with errors."""
    sent = form.data if form is not None else {}
    errors = {name: messages[0] for name, messages in form.errors.items()} if form is not None else {}
    return {
        "path": path,
        "choices": [
            {"score": str(score), "label": label, "is_checked": sent.get("score") == str(score)}
            for score, label in scale.LABELS.items()
        ],
        "comment": FORBIDDEN.sub("", sent.get("comment", "")),
        "comment_max_length": scale.COMMENT_MAX_LENGTH,
        "errors": errors,
    }
