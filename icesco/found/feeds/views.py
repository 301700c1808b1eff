"""The addresses of feeds."""

from django.http import HttpResponsePermanentRedirect
from django.views.decorators.http import require_safe

from icesco.found.conditional import reusable_response

from .addresses import TYPES, feed_path, key_of
from .atom import atom
from .feed import read_feed
from .json_feed import json_feed
from .subjects import subject_or_404

WRITERS = {"atom": atom, "json": json_feed}


@require_safe
def feed(request, form):
    """The newest stories in the address's language, as form: "atom" or "json"."""
    return answer(request, form)


@require_safe
def subject_feed(request, form, kind, key):
    """The newest stories about the subject that has, or had, this slug or path: 301 from a former one."""
    subject = subject_or_404(kind, request.LANGUAGE_CODE, key)
    if key_of(kind, subject) != key:
        return HttpResponsePermanentRedirect(feed_path(form, kind, subject))
    return answer(request, form, kind, subject)


def answer(request, form, kind=None, subject=None):
    content = WRITERS[form](read_feed(request.LANGUAGE_CODE, kind, subject))
    return reusable_response(request, content, TYPES[form])
