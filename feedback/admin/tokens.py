"""Tokens for programs: made, seen and revoked by who may export; those of others by who may manage tokens."""

from datetime import timedelta

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST

from ..filters import DayField
from ..models import ApiToken, Scope, day_of
from ..models.api_token import EXPORT, LONGEST, RIGHTS

USUAL = timedelta(days=90)


class TokenForm(forms.Form):
    """A new token: its name, what it is for, its last day. Offers only what its owner may do."""

    name = forms.CharField(label=_("Name"), max_length=80, help_text=_("What you use it for, such as “weekly report”."))
    scopes = forms.MultipleChoiceField(
        label=_("What it is for"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Choose what the token is for.")},
    )
    expires_on = DayField(label=_("Last day"), help_text=_("A year from today at most."))

    def __init__(self, owner, data=None):
        self.owner, self.today = owner, day_of(timezone.now())
        super().__init__(data, initial={"expires_on": self.today + USUAL, "scopes": [Scope.FIGURES]})
        self.fields["scopes"].choices = [
            (scope.value, scope.label) for scope in Scope if owner.has_perms(RIGHTS[scope])
        ]

    def clean_expires_on(self):
        day = self.cleaned_data["expires_on"]
        if not timedelta() <= day - self.today <= LONGEST:
            raise forms.ValidationError(_("Choose a day from today on, a year from today at most."))
        return day

    def clean_scopes(self):
        scopes = self.cleaned_data["scopes"]
        if {Scope.COMMENTS, Scope.TIMES} & set(scopes) and Scope.RATINGS not in scopes:
            raise forms.ValidationError(_("Comments and exact times come with ratings: choose ratings too."))
        return scopes

    def make(self):
        """(ApiToken, the token itself) of a valid form."""
        chosen = self.cleaned_data
        return ApiToken.make(self.owner, chosen["name"], chosen["scopes"], chosen["expires_on"])


class TokenPages:
    """For RatingAdmin: tokens/ and tokens/<key>/revoke/."""

    def get_urls(self):
        def own(route, view, name):
            return path(route, self.admin_site.admin_view(view), name=f"feedback_rating_{name}")

        return [
            own("tokens/", require_http_methods(["GET", "HEAD", "POST"])(self.tokens), "tokens"),
            own("tokens/<int:token>/revoke/", require_POST(self.revoke_token), "token_revoke"),
            *super().get_urls(),
        ]

    def tokens(self, request):
        """Tokens that work; makes one on POST and shows it in the answer, this once: it isn't kept."""
        refuse_without_right(request.user)
        form, made = TokenForm(request.user, request.POST or None), None
        if request.method == "POST" and form.is_valid():
            made = form.make()
            form = TokenForm(request.user)
        context = {
            **self.admin_site.each_context(request),
            "title": _("Tokens for programs"),
            "opts": self.opts,
            "form": form,
            "made": made,
            "tokens": seen_by(request.user).live().order_by("-pk"),
        }
        status = 422 if form.errors else 200
        return TemplateResponse(request, "admin/feedback/rating/tokens.html", context, status=status)

    def revoke_token(self, request, token):
        """End a token at once: one's own, or anybody's for who may manage tokens."""
        refuse_without_right(request.user)
        found = get_object_or_404(ApiToken, pk=token)
        if not seen_by(request.user).filter(pk=found.pk).exists():
            raise PermissionDenied
        found.revoke()
        self.message_user(request, _("The token opens nothing any more."), messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:feedback_rating_tokens"))


def refuse_without_right(user):
    """Raises PermissionDenied unless `user` may export: whoever may not has no use for a token."""
    if not user.has_perm(EXPORT):
        raise PermissionDenied


def seen_by(user):
    """The ApiTokens that `user` may see and revoke, a queryset."""
    tokens = ApiToken.objects.all()
    return tokens if user.has_perm("feedback.manage_tokens") else tokens.filter(owner=user)
