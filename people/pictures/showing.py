"""A picture as pages show it: the copies that fit, by format, with their addresses."""

from django.core.files.storage import default_storage

from .renditions import CARD, SHARE, SQUARE, WHOLE, of_crop

CROPS = {crop.name: crop for crop in (WHOLE, CARD, SHARE, SQUARE)}


def picture_context(picture, alt, sizes, is_eager=False, crop=""):
    """What people/_picture.html needs to show `picture`, a RenderedPicture or None.

    alt: what a picture that isn't decorative says. sizes: the value of the attribute, how wide the page shows it.
    crop: the name of a Crop. None when there is nothing to show.
    """
    if picture is None or not picture.is_shown:
        return None
    copies = by_format(of_crop(picture.renditions, CROPS[crop]))
    plain = copies.pop("jpeg")
    return {
        "sources": [(f"image/{form}", of_form) for form, of_form in copies.items()],
        "jpeg": plain,
        # The middle one is for browsers that know no srcset.
        "image": plain[min(1, len(plain) - 1)],
        "alt": "" if getattr(picture, "is_decorative", False) else alt,
        "sizes": sizes,
        "is_eager": is_eager,
    }


def by_format(renditions):
    """{format: copies with their addresses, narrowest first}; the smallest formats come first."""
    found = {form: [] for form in ("avif", "webp", "jpeg")}
    for rendition in sorted(renditions, key=lambda rendition: rendition["width"]):
        found[rendition["format"]].append({**rendition, "url": default_storage.url(rendition["name"])})
    return {form: copies for form, copies in found.items() if copies}


def share_rendition(picture):
    """The JPEG of `picture` for cards that other sites show of a link: a dict of url, width, height; None without one.

    1200 × 630 px, or less in the same proportion where the picture is smaller.
    """
    if picture is None or not picture.is_shown:
        return None
    copies = by_format(of_crop(picture.renditions, SHARE))["jpeg"]
    return copies[-1]
