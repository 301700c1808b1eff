"""Whether the pictures of a text are there to be shown. Their alt texts are required: see required.py."""

from django.utils.translation import gettext as _

from ..body import picture_texts
from ..rendering import pictures_in
from .items import warning


def pictures(text):
    lead = text.article.lead_picture
    if lead is None:
        yield warning(_("There is no lead picture: a shared link shows the emblem alone."), "lead_picture")
    elif not lead.is_shown:
        yield warning(_("The lead picture was taken down: readers will not see it."), "lead_picture")
    keys = {key for key, _alt in picture_texts(text.revision.body)}
    shown = [picture for picture in pictures_in([text.revision.body]).values() if picture.is_shown]
    if len(shown) < len(keys):
        yield warning(_("A picture in the body was taken down: readers will not see it."), "draft_body")
