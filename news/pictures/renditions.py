"""Renditions: resized, re-encoded copies without metadata, under random names."""

from io import BytesIO
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageOps

from people.uploads import open_picture

WIDTHS_PX = (480, 960, 1600)
FORMATS = {"webp": {"quality": 78, "method": 4}, "jpeg": {"quality": 80, "optimize": True, "progressive": True}}


def make_renditions(file):
    """Write the copies of `file` and describe them: the value of Picture.renditions.

    Widths are those of WIDTHS_PX that are not wider than the picture, at least one. Raises ValidationError
    on a file that may not be let in.
    """
    image = upright(open_picture(file))
    image = (
        image.convert("RGB") if "A" not in image.getbands() and "transparency" not in image.info else flattened(image)
    )
    widths = [width for width in WIDTHS_PX if width < image.width] + [min(image.width, WIDTHS_PX[-1])]
    made = []
    for width in sorted(set(widths)):
        height = max(1, round(image.height * width / image.width))
        copy = image.resize((width, height), Image.Resampling.LANCZOS)
        made += [write_rendition(copy, form) for form in FORMATS]
    file.seek(0)
    return made


def upright(image):
    """The picture turned as its metadata says; as it is where they are broken: they are dropped anyway."""
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # Pillow raises many kinds on broken metadata
        return image


def flattened(image):
    """The picture on white: JPEG knows no transparency, and both formats should look alike."""
    layer = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer).convert("RGB")


def write_rendition(image, form):
    data = BytesIO()
    # A picture without info: Pillow would pass metadata of the original on.
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    bare.save(data, form.upper(), **FORMATS[form])
    ending = {"jpeg": "jpg"}.get(form, form)
    name = default_storage.save(f"pictures/{uuid4().hex}.{ending}", ContentFile(data.getvalue()))
    return {"format": form, "width": image.width, "height": image.height, "name": name}


def delete_renditions(renditions):
    for rendition in renditions:
        default_storage.delete(rendition["name"])
