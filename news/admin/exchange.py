"""Stories go to translators: from the list, many at a time, or from the tab of a language."""

from django.contrib import messages
from django.contrib.admin.options import IS_POPUP_VAR
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from people.languages import LANGUAGES, language_name

from ..exchange import HOW_TO_INSTALL, is_installed
from ..exchange.outgoing import TooLarge, pack, write_file
from ..forms.exchange import SendForm
from ..models import Article
from .desk import change_url

MOST_ARTICLES = 100


class SendingPages:
    """For ArticleAdmin: article/<id>/<language>/exchange/ and the action of the list."""

    def get_urls(self):
        view = self.admin_site.admin_view(require_http_methods(["GET", "POST"])(self.send_view))
        return [path("<key:pk>/<str:language>/exchange/", view, name="news_exchange_send"), *super().get_urls()]

    def get_actions(self, request):
        actions = super().get_actions(request)
        if self.actions is None or IS_POPUP_VAR in request.GET:
            return actions
        name = "send_selected"
        return {**actions, name: (type(self).send_selected, name, gettext_lazy("Send to translation…"))}

    def send_selected(self, request, queryset):
        articles = list(queryset.order_by("-pk")[: MOST_ARTICLES + 1])
        if len(articles) > MOST_ARTICLES:
            self.message_user(request, _("Choose at most 100 stories at a time."), messages.ERROR)
            return None
        return self.send_page(request, articles)

    def send_view(self, request, pk, language):
        if not self.has_view_permission(request):
            raise PermissionDenied
        if language not in LANGUAGES:
            raise Http404
        article = get_object_or_404(Article.objects.kept().only("id", *Article.fact_columns()), pk=pk)
        return self.send_page(request, [article], language)

    def send_page(self, request, articles, target=""):
        """What would go out and what not; the file itself, once that was seen for the languages asked for."""
        is_answer = request.method == "POST" and ("apply" in request.POST or "show" in request.POST)
        form = SendForm(request.POST if is_answer else None, target, initial=usual_languages(articles[0], target))
        chosen = form.cleaned_data if is_answer and form.is_valid() else form.initial
        parcel = pack(articles, chosen["source_language"], chosen["target_language"])
        shown = f"{parcel.source_language}-{parcel.target_language}"
        problem = ""
        if "apply" in request.POST and form.is_valid() and is_installed() and parcel.works:
            if not parcel.left_out or request.POST.get("shown") == shown:
                try:
                    return download(*write_file(parcel, chosen["form"]))
                except TooLarge:
                    problem = _("The file would be larger than 2.5 MB: choose fewer stories.")
            else:
                problem = _("Some stories are left out: look below which, then send the others.")
        context = {
            **self.admin_site.each_context(request),
            "title": title(target),
            "opts": self.opts,
            "original": articles[0] if target else None,
            "articles": articles,
            "is_selection": not target,
            "form": form,
            "parcel": parcel,
            "shown": shown,
            "problem": problem,
            "how_to_install": "" if is_installed() else HOW_TO_INSTALL,
            "back": change_url(articles[0].pk, target) if target else request.get_full_path(),
        }
        status = 422 if form.errors or problem else 200
        return TemplateResponse(request, "admin/news/article/exchange_send.html", context, status=status)


def title(target):
    if not target:
        return _("Send to translation")
    return _("Send to translation into %(language)s") % {"language": language_name(target)}


def usual_languages(article, target):
    """What the form shows first: from the language of the story into the first other one."""
    others = [code for code in LANGUAGES if code != target]
    source = article.source_language if article.source_language in others else others[0]
    return {
        "source_language": source,
        "target_language": target or next(code for code in others if code != source),
        "form": "xliff1",
    }


def download(data, name, content_type):
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "no-store"
    return response
