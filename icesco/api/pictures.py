"""The lead picture of a story, as the API tells of it."""

from django.core.files.storage import default_storage

from .addresses import absolute
from .texts import in_language

COLUMNS = ("renditions", "taken_down_at")


def picture_data(picture, alt, caption, language):
    """Texts, credit and copies of a Picture; None when there is none or it was taken down.

    alt, caption: in the words of the edition in `language`.
    """
    if picture is None or not picture.is_shown:
        return None
    return {
        "alt": alt,
        "caption": caption,
        "credit": in_language(picture.credit_in, language, picture.languages),
        "renditions": [
            {
                "format": rendition["format"],
                "width": rendition["width"],
                "height": rendition["height"],
                "url": absolute(default_storage.url(rendition["name"])),
            }
            for rendition in picture.renditions
        ],
    }
