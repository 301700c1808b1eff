"""The page of a revision that is not public, for who has a link to it; other addresses answer that there is nothing."""

from django.http import Http404
from django.shortcuts import get_object_or_404, render
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from ..models import Preview
from ..previewing import preview_context, readable_revisions

# Kept by nobody, found by nobody, and the token in the address told to no site that the text links to.
HEADERS = {
    "Cache-Control": "no-store, private",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Referrer-Policy": "no-referrer",
}


# Nothing is ever done here: a POST is refused as such, not for want of a form's token.
@csrf_exempt
@require_safe
def preview(request, token):
    found = Preview.objects.live().with_token(token).filter(revision__language=request.LANGUAGE_CODE)
    row = found.values_list("revision", "expires_at").first()
    if row is None:
        raise Http404
    key, expires_at = row
    return preview_page(request, get_object_or_404(readable_revisions(), pk=key), expires_at)


def preview_page(request, revision, expires_at=None):
    """The answer that shows `revision`, out of readable_revisions(). Raises Http404 where its text is in the bin.

    expires_at: until when the link opens, to be told; None where there is no link.
    """
    context = preview_context(revision)
    if context is None:
        raise Http404
    with translation.override(revision.language):
        response = render(request, "news/preview.html", {**context, "expires_at": expires_at})
    for name, value in {**HEADERS, "Content-Language": revision.language}.items():
        response.headers[name] = value
    return response
