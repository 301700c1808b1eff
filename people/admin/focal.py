"""How staff upload a picture, see it and set its focal point on a preview."""

from django.core.exceptions import ValidationError
from django.forms import FileField, FileInput
from django.http import Http404, HttpResponse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from ..pictures.renditions import preview_of
from ..uploads import checked_upload


class OriginalFieldMixin:
    """For ModelAdmin and inlines of a RenderedPicture: a plain file field, and the script of the preview."""

    class Media:
        js = ["admin/js/focal_point.js"]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "original":
            # Django's own would link the original, which has no public address.
            kwargs["widget"] = FileInput(attrs={"accept": "image/jpeg,image/png,image/webp,image/avif"})
            kwargs["form_class"] = UploadField
        return super().formfield_for_dbfield(db_field, request, **kwargs)


class UploadField(FileField):
    """A picture, checked before anything else reads it.

    Django's own would open some fifty more formats and names them all to whoever sends another one.
    """

    default_validators = [checked_upload]


def original_preview(picture):
    """The answer with the whole of a RenderedPicture, upright and without metadata. Raises Http404 without a file."""
    try:
        with picture.original.open("rb") as file:
            return HttpResponse(preview_of(file), content_type="image/jpeg")
    except (FileNotFoundError, ValidationError) as error:
        raise Http404 from error


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
