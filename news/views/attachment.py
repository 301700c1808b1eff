"""The file of an attachment, as long as a text of its story is public."""

from django.db.models import Exists, OuterRef
from django.http import FileResponse, Http404
from django.views.decorators.http import require_safe

from icesco.text.slugs import EmptySlug, make_slug

from ..models import Attachment, Edition


@require_safe
def attachment(request, token):
    live = Edition.objects.live().filter(article=OuterRef("article"))
    found = Attachment.objects.filter(Exists(live), token=token).first()
    if found is None:
        raise Http404
    return pdf_response(found)


def pdf_response(found):
    """The file of the Attachment `found` to be kept, never to be run: named after its title and in a sandbox.

    Raises Http404 where the file is missing.
    """
    try:
        file = found.file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(file, as_attachment=True, filename=file_name(found), content_type="application/pdf")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
    return response


def file_name(found):
    """What the file is called on the reader's machine: letters and digits of its title."""
    try:
        return f"{make_slug(str(found))}.pdf"
    except EmptySlug:
        return f"{found.token}.pdf"
