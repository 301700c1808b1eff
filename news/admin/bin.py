"""The bin of the desk: moving stories there, what lies in it, and taking it out again."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from icesco.text.direction import direction
from people.admin.log import said

from ..errors import NewsError
from ..models import Article, BinnedText, Edition
from ..models.bin import KEPT_FOR, bin_story, restore_story
from .acts import did
from .desk import change_url

MOST_SHOWN = 200


class BinPages:
    """For ArticleAdmin: article/bin/ and article/<id>/bin/."""

    def get_urls(self):
        def own(route, view, name):
            return path(route, self.admin_site.admin_view(view), name=name)

        ask = require_http_methods(["GET", "POST"])(self.bin_story_view)
        return [
            own("bin/", require_safe(self.bin_view), "news_bin"),
            own("bin/<key:pk>/restore/", require_POST(self.restore_story_view), "news_story_restore"),
            own("bin/texts/<key:pk>/restore/", require_POST(self.restore_text_view), "news_text_restore"),
            own("<key:pk>/bin/", ask, "news_story_bin"),
            *super().get_urls(),
        ]

    def bin_view(self, request):
        """Stories and texts in the bin, the last one first, with the day on which each goes for good."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        texts = BinnedText.objects.filter(article__binned_at__isnull=True).select_related(
            "newest_revision", "binned_by"
        )
        texts = texts.defer("newest_revision__body", "newest_revision__summary").order_by("-binned_at", "-pk")
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "title": _("Bin"),
            "stories": binned_stories(),
            "texts": [text_row(text, request.user) for text in texts[:MOST_SHOWN]],
            "may_restore": request.user.has_perm("news.change_article"),
            "days": KEPT_FOR.days,
        }
        return TemplateResponse(request, "admin/news/article/bin.html", context)

    def bin_story_view(self, request, pk):
        """Ask (GET) and move the story to the bin (POST)."""
        if not request.user.has_perm("news.change_article"):
            raise PermissionDenied
        article = get_object_or_404(Article.objects.kept(), pk=pk)
        if request.method == "POST":
            try:
                bin_story(article, by=request.user)
            except NewsError as error:
                self.message_user(request, str(error), messages.ERROR)
                return HttpResponseRedirect(change_url(pk))
            self.log_change(request, article, [said(gettext_noop("Moved to the bin."))])
            self.message_user(request, _("The story is in the bin."), messages.SUCCESS)
            return HttpResponseRedirect(reverse("admin:news_bin"))
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": article,
            "title": _("Move the story to the bin?"),
            "editions": article.editions.select_related("newest_revision").order_by("language"),
            "days": KEPT_FOR.days,
            "back": change_url(pk),
        }
        return TemplateResponse(request, "admin/news/article/bin_story.html", context)

    def restore_story_view(self, request, pk):
        if not request.user.has_perm("news.change_article"):
            raise PermissionDenied
        article = restore_story(get_object_or_404(Article.objects.binned(), pk=pk), by=request.user)
        self.log_change(request, article, [said(gettext_noop("Taken out of the bin."))])
        self.message_user(request, _("The story is back, with all its languages."), messages.SUCCESS)
        return HttpResponseRedirect(change_url(pk))

    def restore_text_view(self, request, pk):
        text = get_object_or_404(BinnedText, pk=pk, article__binned_at__isnull=True)
        if not request.user.has_perm(f"news.write_{text.language}"):
            raise PermissionDenied
        try:
            edition = text.restore(by=request.user)
        except NewsError as error:
            self.message_user(request, str(error), messages.ERROR)
            return HttpResponseRedirect(reverse("admin:news_bin"))
        self.log_change(request, edition.article, [did(gettext_noop("%(language)s: taken out of the bin."), edition)])
        self.message_user(request, _("The text is back, with all its revisions."), messages.SUCCESS)
        return HttpResponseRedirect(change_url(edition.article_id, edition.language))


def binned_stories():
    """The stories in the bin, each with `shown`: the title to show, its language and direction."""
    stories = list(Article.objects.binned().select_related("binned_by").order_by("-binned_at", "-pk")[:MOST_SHOWN])
    editions = Edition.objects.filter(article__in=stories).select_related("newest_revision")
    titles = {}
    for edition in editions.only("article_id", "language", "newest_revision__title"):
        titles.setdefault(edition.article_id, {})[edition.language] = edition.newest_revision.title
    for story in stories:
        of_story = titles.get(story.pk, {})
        language = story.source_language if story.source_language in of_story else next(iter(of_story), "")
        story.shown = {
            "title": of_story.get(language, ""),
            "language": language,
            "direction": direction(language or "en"),
        }
        story.languages = sorted(of_story)
        story.goes_at = story.binned_at + KEPT_FOR
    return stories


def text_row(text, user):
    return {
        "text": text,
        "direction": direction(text.language),
        "may_restore": user.has_perm(f"news.write_{text.language}"),
    }
