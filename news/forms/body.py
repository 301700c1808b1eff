"""The field of a story's body: the editor's HTML in, clean HTML out, pictures shown through the staff's own view."""

import json
import re

from django import forms
from django.urls import reverse
from django.utils.translation import gettext as _
from django_prose_editor.widgets import importmap, prose_editor_admin_media
from js_asset import ImportMap, Media, Script

from ..body import PICTURE, clean_body

# The admin's content security policy allows exactly this map, by its digest.
IMPORT_MAP = importmap | ImportMap({"icesco/picture-chooser": "admin/js/picture_chooser.js"})
NUMBER = 987654321012345678  # stands for a picture's key where the address of any picture is asked for


def picture_address(key):
    """Where staff see a picture: readers never get this address."""
    return reverse("admin:news_picture_file", args=[key])


def with_addresses(body):
    """`body` with the staff's address in each picture's `src` instead of its key."""
    return PICTURE.sub(lambda match: match[0].replace(f'"picture:{match[1]}"', f'"{picture_address(match[1])}"'), body)


def with_keys(body):
    """`body` with the picture's key in each `src` instead of the staff's address: the way back."""
    address = re.escape(picture_address(NUMBER)).replace(str(NUMBER), "([0-9]{1,18})")
    return re.sub(rf'\bsrc="(?:https?://[^/"]+)?{address}"', r'src="picture:\1"', body)


class BodyWidget(forms.Textarea):
    """A text area that static/admin/js/body_editor.js turns into the editor; without it, the HTML itself."""

    def __init__(self, language, attrs=None):
        self.language = language
        super().__init__({"rows": 20, **(attrs or {})})

    @property
    def media(self):
        script = Script("admin/js/body_editor.js", type="module")
        return prose_editor_admin_media + Media(
            importmap=IMPORT_MAP, css={"all": ["admin/css/editor.css"]}, js=[script]
        )

    def format_value(self, value):
        return with_addresses(value) if value else value

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        context["widget"]["attrs"] |= {
            "data-body-editor": "",
            "data-words": json.dumps(editor_words(), ensure_ascii=False),
            "data-pictures": f"{reverse('admin:news_picture_chooser')}?language={self.language}",
        }
        return context


class BodyField(forms.CharField):
    """Cleans to what Revision keeps: only the allowed markup, pictures by key."""

    def clean(self, value):
        body = clean_body(with_keys(super().clean(value)).replace("\r\n", "\n"))
        # Markup that is put in order can be longer than what was typed.
        self.run_validators(body)
        return body


def editor_words():
    """The editor's buttons, by the names that its library gives them, and dialogs: a dict for body_editor.js."""
    return {
        "toolbar": _("Formatting"),
        "heading2": _("Heading"),
        "heading3": _("Subheading"),
        "paragraph": _("Paragraph"),
        "bulletList": _("Bulleted list"),
        "orderedList": _("Numbered list"),
        "blockquote": _("Quotation"),
        "bold": _("Bold"),
        "italic": _("Italic"),
        "link": _("Link"),
        "unlink": _("Remove the link"),
        "subscript": _("Subscript"),
        "superscript": _("Superscript"),
        "figure": _("Picture"),
        "history:undo": _("Undo"),
        "history:redo": _("Redo"),
        "linkAddress": _("Address of the page"),
        "editPicture": _("Texts of the picture"),
        "alt": _("Alt text: what the picture shows, for who can’t see it"),
        "caption": _("Caption"),
        "choosePicture": _("Choose a picture"),
        "searchPictures": _("Search pictures"),
        "noPictures": _("No picture is found."),
        "insert": _("Insert"),
        "update": _("Update"),
        "cancel": _("Cancel"),
    }
