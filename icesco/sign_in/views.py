"""allauth's views in the frame of the admin, and how something that matters asks again who is there."""

from functools import wraps

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import STATE_SESSION_KEY, suspend_request
from allauth.account.views import LoginView
from django.contrib import admin, messages
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied
from django.http import HttpResponseRedirect
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from .proof import has_factor, must_have_factor, proved_lately


def framed(view, title):
    """`view` with what the admin's frame needs. title: of the page, lazily translated."""

    @wraps(view)
    def in_the_admin(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        if getattr(response, "context_data", None) is not None:
            response.context_data = {
                **admin.site.each_context(request),
                "title": title,
                "is_nav_sidebar_enabled": False,
                "must_enrol": is_to_enrol(request),
                **response.context_data,
            }
        return response

    return in_the_admin


def is_to_enrol(request):
    """Whether the person in this session gets no further without a second factor."""
    user = request.user
    return user.is_authenticated and must_have_factor(user) and not has_factor(user)


class SignInView(LoginView):
    def form_invalid(self, form):
        response = super().form_invalid(form)
        for error in form.errors.as_data().get(NON_FIELD_ERRORS, ()):
            if error.code == "too_many_login_attempts":
                response.status_code = 429
                response.headers["Retry-After"] = str((error.params or {}).get("seconds", 900))
        return response


def ask_who_is_there(request):
    """None when the person gave a password or a factor lately, else the redirect to where they do so and come back.

    What was typed waits in the session meanwhile, unless a password is in it: that is stored nowhere. Where it can't
    wait, the person is told.
    """
    if proved_lately(request):
        return None
    methods = get_adapter(request).get_reauthentication_methods(request.user)
    if not methods:
        raise PermissionDenied
    address = methods[0]["url"]
    # allauth takes up again what was sent to an address without a query.
    if request.method != "POST" or not (holds_password(request.POST) or request.META["QUERY_STRING"]):
        return suspend_request(request, address)
    request.session.pop(STATE_SESSION_KEY, None)
    messages.warning(request, _("Nothing was saved yet: confirm that it is you, then fill in the form again."))
    return HttpResponseRedirect(f"{address}?{urlencode({'next': request.get_full_path()})}")


def holds_password(data):
    """Whether a password was typed into one of the fields."""
    return any("password" in name and name != "usable_password" and data[name] for name in data)
