"""How staff upload a picture and set its focal point on a preview."""

from django.forms import FileInput
from django.utils.html import format_html
from django.utils.translation import gettext as _


class OriginalFieldMixin:
    """For ModelAdmin and inlines of a RenderedPicture: a plain file field, and the script of the preview."""

    class Media:
        js = ["admin/js/focal_point.js"]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "original":
            # Django's own would link the original, which has no public address.
            kwargs["widget"] = FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/avif"})
        return super().formfield_for_dbfield(db_field, request, **kwargs)


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
