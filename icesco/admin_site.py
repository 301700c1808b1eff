"""The admin site: Django's own, with our title, our languages and an autocomplete that shows every name."""

from django.conf import settings
from django.contrib import admin
from django.contrib.admin.views.autocomplete import AutocompleteJsonView
from django.utils.translation import gettext_lazy as _


class NamesJsonView(AutocompleteJsonView):
    """Django's autocomplete, each result with its names in the other languages (js/autocomplete_names.js)."""

    def serialize_result(self, obj, to_field_name):
        """{"id", "text": the name in the interface's language, "others": names in the other languages}.

        Of tags also "is_same": whether one of the names reads like what was typed.
        """
        result = super().serialize_result(obj, to_field_name)
        if describe := getattr(self.model_admin, "other_names_of", None):
            result["others"] = describe(obj)
        if reads_like := getattr(self.model_admin, "reads_like", None):
            result["is_same"] = reads_like(obj, self.term)
        return result


class IcescoAdminSite(admin.AdminSite):
    site_header = _("ICESCO newsroom")
    site_title = _("ICESCO newsroom")
    index_title = _("The desk")

    def index(self, request, extra_context=None):
        is_told = settings.SECOND_FACTOR == "optional" and request.user.has_perm("auth.change_user")
        return super().index(request, {"second_factor_is_off": is_told, **(extra_context or {})})

    def password_change(self, request, extra_context=None):
        from .sign_in.views import ask_who_is_there  # models, once Django is set up

        return ask_who_is_there(request) or super().password_change(request, extra_context)

    def autocomplete_view(self, request):
        return NamesJsonView.as_view(admin_site=self)(request)
