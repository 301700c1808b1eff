"""The preview on which staff set a picture's focal point."""

from django.utils.html import format_html
from django.utils.translation import gettext as _


def focal_preview(address, prefix=""):
    """An img element for static/admin/js/focal_point.js. prefix: that of the form, such as "portrait-0-"."""
    return format_html(
        '<img class="preview" src="{}" alt="" data-focal-x="id_{}focal_x" data-focal-y="id_{}focal_y"'
        ' data-handle="{}" data-help="{}">',
        address,
        prefix,
        prefix,
        _("Focal point"),
        _("Click on what crops should keep in view, or move the handle with the arrow keys."),
    )
