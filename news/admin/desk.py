"""Pages about one language of a story: its history, one revision, and what can be done with it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from icesco.text.direction import direction
from people.languages import LANGUAGES, about, language_name

from ..body import plain_text
from ..errors import NewsError
from ..forms.panel import RIGHTS
from ..models import Article, Edition, Revision, Transition
from .acts import ACTS, Refused
from .corrections import CORRECTION_ACTS
from .withdrawing import Withdraw

ALL_ACTS = {**ACTS, **CORRECTION_ACTS, "withdraw": Withdraw}


def change_url(article_pk, language=""):
    """The article's form, opened at the tab of `language`."""
    address = reverse("admin:news_article_change", args=[article_pk])
    return f"{address}#{language}" if language else address


class EditionPages:
    """For ArticleAdmin: the pages under article/<id>/<language>/."""

    def get_urls(self):
        def own(route, view, name):
            return path(route, self.admin_site.admin_view(view), name=f"news_edition_{name}")

        act = require_http_methods(["GET", "POST"])(self.act_view)
        return [
            own("<key:pk>/<str:language>/history/", require_safe(self.revisions_view), "history"),
            own("<key:pk>/<str:language>/history/<key:number>/", require_safe(self.revision_view), "revision"),
            own("<key:pk>/<str:language>/history/<key:number>/<str:act>/", act, "restore"),
            own("<key:pk>/<str:language>/<str:act>/", act, "act"),
            *super().get_urls(),
        ]

    def find_edition(self, request, pk, language):
        """The Edition of an article that this person may see. Raises Http404, PermissionDenied."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if language not in LANGUAGES:
            raise Http404
        editions = Edition.objects.select_related("article", "newest_revision", "live_revision__follows")
        return get_object_or_404(editions, article=pk, article__binned_at__isnull=True, language=language)

    def edition_context(self, request, edition, **context):
        return {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": edition.article,
            "edition": edition,
            "language_name": language_name(edition.language),
            "back": change_url(edition.article_id, edition.language),
            "may_write": request.user.has_perm(f"news.write_{edition.language}"),
            "may_link": any(request.user.has_perm(f"news.{right}_{edition.language}") for right in RIGHTS),
            **context,
        }

    def revisions_view(self, request, pk, language):
        edition = self.find_edition(request, pk, language)
        revisions = Revision.objects.filter(article=pk, language=language).select_related("author", "follows")
        shown = revisions.defer("summary", "body", "follows__body", "follows__summary").order_by("-number")[:200]
        context = self.edition_context(
            request,
            edition,
            title=_("%(language)s: history of the text") % {"language": language_name(language)},
            revisions=shown,
            steps=Transition.objects.filter(article=pk, language=language).select_related("by").order_by("-pk")[:200],
        )
        return TemplateResponse(request, "admin/news/article/revisions.html", context)

    def revision_view(self, request, pk, language, number):
        edition = self.find_edition(request, pk, language)
        revision = get_object_or_404(
            Revision.objects.select_related("author", "follows"), article=pk, language=language, number=number
        )
        context = self.edition_context(request, edition, title=str(revision), shown=readable(revision))
        return TemplateResponse(request, "admin/news/article/revision.html", context)

    def act_view(self, request, pk, language, act, number=None):
        """Ask (GET) and do (POST) one of ALL_ACTS; `number` is the revision it is about, for restoring."""
        act_class = ALL_ACTS.get(act)
        if act_class is None or (act == "restore") != (number is not None):
            raise Http404
        with transaction.atomic():
            if request.method == "POST":
                # The article first, then its editions, as saving the form does: two at once wait for each other.
                Article.objects.select_for_update(of=("self",)).only("id").filter(pk=pk).first()
            edition = self.find_edition(request, pk, language)
            act = act_class(edition, request.user, number)
            if not (self.has_change_permission(request) and request.user.has_perm(f"news.{act.right}_{language}")):
                raise PermissionDenied
            if not act.is_possible():
                self.message_user(
                    request, _("This can’t be done any more: look at how the text stands now."), messages.WARNING
                )
                return HttpResponseRedirect(change_url(pk, language))
            form = act.form(request.POST if request.method == "POST" else None)
            if request.method == "POST" and form.is_valid():
                return self.do(request, act, form.cleaned_data)
            return self.ask(request, act, form)

    def ask(self, request, act, form):
        context = {**act.context()}
        compared = [(title, readable(revision)) for revision, title in context.pop("compared", [])]
        context = self.edition_context(
            request,
            act.edition,
            title=act.title % {"language": language_name(act.edition.language)},
            act=act,
            form=form,
            compared=compared,
            **context,
        )
        return TemplateResponse(request, "admin/news/article/act.html", context, status=422 if form.errors else 200)

    def do(self, request, act, cleaned):
        edition = act.edition
        try:
            with transaction.atomic():
                sentence, item = act.do(cleaned)
                self.log_change(request, edition.article, item if isinstance(item, list) else [item])
        except (Refused, NewsError) as error:
            self.message_user(request, str(error), messages.ERROR)
        else:
            said = about(language_name(edition.language), sentence)
            self.message_user(request, said, messages.SUCCESS)
        return HttpResponseRedirect(change_url(edition.article_id, edition.language))


def readable(revision):
    """A revision to be read: its words without markup, in their own direction."""
    return {
        "revision": revision,
        "language": revision.language,
        "direction": direction(revision.language),
        "body": plain_text(revision.body),
    }
