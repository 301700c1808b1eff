"""Did this request come from our own pages? Asked of what browsers say, since pages in caches carry no token."""

from django.conf import settings


def is_own(request):
    """Whether `request`, a POST, was sent by a page of this site.

    `Sec-Fetch-Site` decides where the browser sends it, else `Origin`; a request with neither is refused.
    """
    if site := request.headers.get("Sec-Fetch-Site"):
        return site == "same-origin"
    own = {f"{request.scheme}://{request.get_host()}", getattr(settings, "SITE_ORIGIN", None)}
    return request.headers.get("Origin") in own - {None}
