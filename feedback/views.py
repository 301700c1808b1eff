from urllib.parse import quote

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from . import denominators, origin, pages
from .client import client_of
from .forms import RatingForm, widget
from .recording import record

MAX_BODY_BYTES = 256 * 1024  # ten times the longest comment in its longest encoding: a longer one gets its 422


class SeeOther(HttpResponseRedirect):
    status_code = 303


# Exempt, because the form stands on cacheable pages, which can carry neither cookie nor token: `receive`
# asks the browser where the request comes from instead.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def rate(request):
    """The rating form by itself; a POST stores an answer and returns to the page it is about."""
    if request.method == "POST":
        response = receive(request)
        response["Cache-Control"] = "no-store"
        return response
    path = request.GET.get("page", "")
    return show(request, widget(path if pages.resolve(path) else request.path))


@csrf_exempt
@require_POST
def count_view(request):
    """Count that a page with the question was looked at: js/rating.js tells when the page is left. 204, or 403, 422."""
    if not origin.is_own(request):
        return HttpResponse(status=403)
    page = denominators.known_page(request.POST.get("page", ""))
    if page is None:
        return HttpResponse(status=422)
    is_seen, is_used = request.POST.get("seen") == "1", request.POST.get("used") == "1"
    denominators.add(page, client_of(request).device, is_seen, is_used)
    return HttpResponse(status=204)


def receive(request):
    """Answer a POST: 303 when the rating is stored, 403 from elsewhere, 413 too large, 422 with what was sent."""
    if not origin.is_own(request):
        return render(request, "feedback/refused.html", {"reason": "foreign"}, status=403)
    length = request.META.get("CONTENT_LENGTH") or "0"
    if not (length.isdecimal() and int(length) <= MAX_BODY_BYTES):
        return render(request, "feedback/refused.html", {"reason": "large"}, status=413)
    form = RatingForm(request.POST)
    if not form.is_valid():
        path = request.path if "page" in form.errors else form.data["page"]
        return show(request, widget(path, form), status=422)
    record(form.answer(), client_of(request))
    return SeeOther(f"{quote(form.data['page'])}#feedback-thanks")


def show(request, context, status=200):
    return render(request, "feedback/rate.html", {**context, "is_site": context["path"] == request.path}, status=status)
