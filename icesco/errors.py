"""Pages that say why there is no page: in the language of the address, else in the browser's best."""

from django.conf import settings
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers

from .api.problems import is_for_programs, problem_response
from .context import site_languages

# What programs are told: those of the API hear English everywhere.
DETAILS = {
    400: "This address holds characters or parameters that no address may hold.",
    403: "This is not for you.",
    404: "There is nothing at this address.",
    414: "This address is too long.",
    429: "Too many requests. Please try again later.",
    431: "A header of this request is too long.",
    500: "Something failed on our side. Please try again later.",
    503: "Our database doesn't answer just now. Please try again in a few seconds.",
}
PUBLIC_LANGUAGES = tuple(code for code, _name in settings.LANGUAGES)


def language_of_address(path):
    """The language that the address `path` begins with, such as "ar" of "/ar/news/", or ''."""
    first = path.split("/", 2)[1] if "/" in path else ""
    return first if first in PUBLIC_LANGUAGES else ""


def best_language(request):
    """The best of our languages for a browser, by its header alone: no cookie is looked at."""
    request.COOKIES.clear()
    return translation.get_language_from_request(request)


def error_page(request, status, template=""):
    """The template named for `status` as an answer: `404.html`, say, or the one named. Needs neither the database nor
    a session.

    An address of no language speaks the browser's best, offers the home page of each, and varies by that header;
    one of the API answers in JSON.
    """
    if is_for_programs(request):
        return problem_response(status, DETAILS[status])
    template = f"{template or status}.html"
    if language := language_of_address(request.path_info):
        with translation.override(language):
            return render(request, template, status=status)
    is_admin = request.path_info.startswith("/admin/")
    with translation.override(translation.get_language() if is_admin else best_language(request)):
        homes = [{**language, "url": f"/{language['code']}/"} for language in site_languages()]
        response = render(request, template, {"homes": homes}, status=status)
        response.headers["Content-Language"] = translation.get_language()
    patch_vary_headers(response, ["Accept-Language"])
    return response
