"""The lead picture of a story, as the API tells of it."""

from django.core.files.storage import default_storage

from news.models.picture import SHOWN

from .addresses import absolute
from .texts import in_language

COLUMNS = SHOWN


def picture_data(picture, alt, caption, language):
    """Texts, credit and copies of a Picture; None when there is none or it was taken down.

    alt, caption: in the words of the edition in `language`.
    """
    if picture is None or not picture.is_shown:
        return None
    return {
        "alt": "" if picture.is_decorative else alt,
        "caption": caption,
        "credit": in_language(picture.credit_in, language, picture.languages),
        "renditions": [
            {
                "format": rendition["format"],
                "crop": rendition.get("crop", "") or "whole",
                "width": rendition["width"],
                "height": rendition["height"],
                "url": absolute(default_storage.url(rendition["name"])),
            }
            for rendition in picture.renditions
        ],
    }
