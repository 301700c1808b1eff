"""Previews in the admin: a page of a revision for staff at once, and links to it for others."""

from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.languages import language_name

from ..forms.panel import RIGHTS
from ..forms.preview import PreviewForm
from ..models import Article, Preview
from ..previewing import readable_revisions
from ..views.preview import preview_page
from .acts import did


class PreviewPages:
    """For ArticleAdmin, before EditionPages: history/<number>/preview/ and previews/ under article/<id>/<language>/."""

    def get_urls(self):
        def own(route, view, name):
            return path(f"<key:pk>/<str:language>/{route}", self.admin_site.admin_view(view), name=name)

        ask = require_http_methods(["GET", "POST"])(self.previews_view)
        return [
            own("history/<key:number>/preview/", require_safe(self.preview_view), "news_edition_preview"),
            own("previews/", ask, "news_edition_previews"),
            own("previews/revoke/", require_POST(self.revoke_view), "news_edition_previews_revoke"),
            own("previews/<key:preview>/revoke/", require_POST(self.revoke_view), "news_edition_preview_revoke"),
            *super().get_urls(),
        ]

    def preview_view(self, request, pk, language, number):
        """The page of a revision as readers would see it, for who is signed in; no link is made."""
        self.find_edition(request, pk, language)
        revision = get_object_or_404(readable_revisions(), article=pk, language=language, number=number)
        return preview_page(request, revision)

    def find_linked(self, request, pk, language):
        """The Edition to whose previews this person may give links: find_edition(), with a right to its language."""
        edition = self.find_edition(request, pk, language)
        if not any(request.user.has_perm(f"news.{right}_{language}") for right in RIGHTS):
            raise PermissionDenied
        return edition

    def previews_view(self, request, pk, language):
        """Links that work now; makes one on POST and shows it in the answer, this once: its token isn't kept."""
        edition = self.find_linked(request, pk, language)
        wanted = request.GET.get("revision", "")
        form = PreviewForm(edition, request.POST or None, int(wanted) if is_number(wanted) else None)
        made = None
        if request.method == "POST" and form.is_valid():
            with transaction.atomic():
                # Whoever moves the story to the bin meanwhile waits, and ends this link too.
                Article.objects.select_for_update(of=("self",)).only("id").get(pk=pk)
                edition = self.find_linked(request, pk, language)
                preview, token = form.make(by=request.user)
                self.log_change(request, edition.article, [made_item(edition, preview)])
            made = {"preview": preview, "address": address_of(language, token)}
            form = PreviewForm(edition)
        links = Preview.objects.of(pk, language).live().select_related("created_by", "revision")
        links = links.only("created_at", "expires_at", "created_by", "revision__number").order_by("-pk")
        context = self.edition_context(
            request,
            edition,
            title=_("%(language)s: preview links") % {"language": language_name(language)},
            links=links,
            form=form,
            made=made,
        )
        status = 422 if form.errors else 200
        return TemplateResponse(request, "admin/news/article/previews.html", context, status=status)

    def revoke_view(self, request, pk, language, preview=None):
        """End one link, or all of this text."""
        edition = self.find_linked(request, pk, language)
        links = Preview.objects.of(pk, language)
        links = links.filter(pk=get_object_or_404(links, pk=preview).pk) if preview else links
        with transaction.atomic():
            count = links.live().revoke()
            if count:
                item = did(gettext_noop("%(language)s: preview links revoked: %(count)s."), edition, count=count)
                self.log_change(request, edition.article, [item])
        if count:
            self.message_user(request, _("Revoked: nobody can open it any more."), messages.SUCCESS)
        else:
            self.message_user(request, _("No link was working any more."), messages.WARNING)
        return HttpResponseRedirect(reverse("admin:news_edition_previews", args=[pk, language]))


def is_number(text):
    return text.isascii() and text.isdigit() and len(text) < 10


def made_item(edition, preview):
    sentence = gettext_noop("%(language)s: preview link to revision %(number)s made, good until %(at)s.")
    return did(sentence, edition, number=preview.revision.number, at=preview.expires_at.isoformat())


def address_of(language, token):
    """The whole address of a preview, from the configured origin."""
    with translation.override(language):
        return settings.SITE_ORIGIN + reverse("news:preview", args=[token])
