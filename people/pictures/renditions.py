"""Renditions: resized, re-encoded copies of a picture without metadata, under random names."""

from dataclasses import dataclass
from io import BytesIO
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageOps

from ..uploads import open_picture
from .crops import crop_box
from .files import write_file

# AVIF at speed 9: as many bytes as at speed 8 for photographs in a quarter of the time (docs/decisions/0012). In one
# thread: a busy server has its other cores to itself.
FORMATS = {
    "avif": {"quality": 50, "speed": 9, "max_threads": 1},
    "webp": {"quality": 78, "method": 4},
    "jpeg": {"quality": 80, "optimize": True, "progressive": True},
}
ENDINGS = {"jpeg": "jpg"}


@dataclass(frozen=True)
class Crop:
    """A shape in which pictures are shown. ratio: (width, height), None for the whole picture; widths in px."""

    name: str
    ratio: tuple[int, int] | None
    widths: tuple[int, ...]
    formats: tuple[str, ...] = tuple(FORMATS)


WHOLE = Crop("", None, (480, 960, 1600))
CARD = Crop("card", (16, 10), (480, 960))
SHARE = Crop("share", (1200, 630), (1200,), ("jpeg",))
SQUARE = Crop("square", (1, 1), (160, 320, 640))


def make_renditions(file, crops, focal=(50, 50)):
    """Write the copies of `file` in the shapes `crops`, cropped around `focal` (x, y in percent), and describe them.

    Returns a list of {"crop", "format", "width", "height", "name"}, narrowest first within a crop. Widths are those
    of the crop that are not wider than the picture, at least one. To be called in a transaction, which takes the files
    with it if it fails. Raises ValidationError on a file that may not be let in.
    """
    image = large_enough(plain(upright(open_picture(file))))
    file.seek(0)
    stem = uuid4().hex
    return [rendition for crop in crops for rendition in cropped_renditions(image, crop, focal, stem)]


def preview_of(file, width=960):
    """The whole picture in `file` as JPEG bytes, at most `width` px wide, upright and without metadata, for staff."""
    image = plain(upright(open_picture(file)))
    return encoded(resized(image, min(width, image.width)), "jpeg")


def cropped_renditions(image, crop, focal, stem):
    part = image.crop(crop_box(image.size, crop.ratio, focal)) if crop.ratio else image
    widest = min(part.width, crop.widths[-1])
    part = resized(part, widest)
    widths = sorted({width for width in crop.widths if width < widest} | {widest})
    copies = [resized(part, width) for width in widths]
    return [write_rendition(copy, crop, form, stem) for copy in copies for form in crop.formats]


def resized(image, width):
    """`image` at `width` px, its proportion kept."""
    if width == image.width:
        return image
    height = max(1, round(image.height * width / image.width))
    return image.resize((width, height), Image.Resampling.LANCZOS, reducing_gap=3.0)


def large_enough(image):
    """`image`, smaller where every copy can still be made of it: resizing 40 megapixels takes long, so once."""
    scale = max(WHOLE.widths[-1] / image.width, WHOLE.widths[-1] / image.height)
    return resized(image, round(image.width * scale)) if scale < 1 else image


def upright(image):
    """The picture turned as its metadata says; as it is where they are broken: they are dropped anyway."""
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # Pillow raises many kinds on broken metadata
        return image


def plain(image):
    """The picture in eight bits of red, green and blue, transparent parts on white: all formats look alike then."""
    if image.mode.startswith("I"):
        # Sixteen bits of grey: convert() would cut what is above 255 off instead of scaling it.
        image = image.convert("I").point(lambda level: level / 257).convert("L")
    if "A" not in image.getbands() and "transparency" not in image.info:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", layer.size, "white"), layer).convert("RGB")


def encoded(image, form):
    """`image` as bytes of a format out of FORMATS."""
    data = BytesIO()
    # A picture without info: Pillow would pass metadata of the original on.
    bare = Image.new("RGB", image.size)
    bare.paste(image)
    bare.save(data, form.upper(), **FORMATS[form])
    return data.getvalue()


def write_rendition(image, crop, form, stem):
    shape = f"{crop.name}-" if crop.name else ""
    name = f"pictures/{stem}-{shape}{image.width}.{ENDINGS.get(form, form)}"
    name = write_file(default_storage, name, ContentFile(encoded(image, form)))
    return {"crop": crop.name, "format": form, "width": image.width, "height": image.height, "name": name}


def of_crop(renditions, crop):
    """Those of `renditions` in the shape `crop`; of the whole picture where there are none, as in older rows."""
    wanted = [rendition for rendition in renditions if rendition.get("crop", "") == crop.name]
    return wanted or [rendition for rendition in renditions if not rendition.get("crop")]
