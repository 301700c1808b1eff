"""The icon for who asks for it unasked: browsers that show a file or an answer of the API, which name none."""

from django.http import HttpResponseRedirect
from django.templatetags.static import static
from django.views.decorators.http import require_safe


@require_safe
def favicon(request):
    # Not for good: the name of the file changes with the file.
    return HttpResponseRedirect(static("img/mark.svg"), headers={"Cache-Control": "public, max-age=86400"})
