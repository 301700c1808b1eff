"""Which copy of a picture stands for a story elsewhere: in cards that other sites show of a link, in feeds."""

from django.core.files.storage import default_storage


def share_rendition(picture):
    """The copy of `picture` for cards: {"format", "width", "height" (px), "name", "url"}, or None when none is shown.

    The one cropped for cards (`crop` is "share") if there is one, else the widest uncropped JPEG.
    """
    if picture is None or not picture.is_shown:
        return None
    plain = [copy for copy in picture.renditions if copy["format"] == "jpeg"]
    cropped = [copy for copy in plain if copy.get("crop") == "share"]
    whole = [copy for copy in plain if not copy.get("crop")]
    chosen = max(cropped or whole, key=lambda copy: copy["width"], default=None)
    return {**chosen, "url": default_storage.url(chosen["name"])} if chosen else None
