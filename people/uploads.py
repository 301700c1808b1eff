"""What uploads are let in: pictures of four formats, of a bounded size, that really decode."""

import warnings
from io import BytesIO
from uuid import uuid4

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils.translation import gettext_lazy as _
from PIL import Image, UnidentifiedImageError

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
MOST_PIXELS = 40_000_000
MOST_SIDE_PX = 16_000
MOST_BYTES = 25 * 1024 * 1024


def originals():
    """The private storage, asked for late so that tests can move it."""
    return storages["originals"]


def original_path(_row, filename):
    """A random name: what a visitor's computer called the file is nobody's business."""
    ending = filename.rsplit(".", 1)[-1].lower()
    ending = "jpg" if ending in {"jpeg", "jfif", "jpe"} else ending
    return f"{uuid4().hex}.{ending if ending in {'jpg', 'png', 'webp', 'avif'} else 'bin'}"


def open_picture(file):
    """A decoded Pillow image of `file`, a file object.

    Raises ValidationError on another format, on more pixels or bytes than allowed and on what doesn't decode.
    The limits are looked at before any pixel is decoded.
    """
    if file.size > MOST_BYTES:
        raise ValidationError(_("The file is larger than 25 MB."))
    file.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(file, formats=FORMATS)
            if image.width * image.height > MOST_PIXELS or max(image.size) > MOST_SIDE_PX:
                raise ValidationError(_("The picture has more than 40 megapixels or a side longer than 16,000 pixels."))
            image.load()
    except ValidationError:
        raise
    except (UnidentifiedImageError, Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise ValidationError(_("Only JPEG, PNG, WebP and AVIF pictures can be used.")) from error
    except Exception as error:  # Pillow's decoders raise many kinds on broken data
        raise ValidationError(_("The file is damaged: it can’t be opened as a picture.")) from error
    return image


def checked_upload(file):
    """The field's validator: see open_picture()."""
    if not getattr(file, "_committed", False):
        open_picture(file)
        file.seek(0)


def reencoded(file):
    """The picture in `file` as a PNG, without the metadata or anything else that came with it.

    Raises ValidationError on a file that may not be let in.
    """
    image = open_picture(file).convert("RGBA")
    bare = Image.new("RGBA", image.size)
    bare.paste(image)
    data = BytesIO()
    bare.save(data, "PNG", optimize=True)
    return ContentFile(data.getvalue(), name="picture.png")
