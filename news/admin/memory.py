"""A page of the translation memory: what was translated before of the text that a translator has at hand."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from icesco.text.direction import direction
from people.languages import LANGUAGES, language_name

from ..memory.source import parts_with_matches, revision_to_translate
from .desk import change_url


class MemoryPages:
    """For ArticleAdmin: article/<id>/<language>/memory/, whether there is a text in that language or not."""

    def get_urls(self):
        view = self.admin_site.admin_view(require_safe(self.memory_view))
        return [path("<key:pk>/<str:language>/memory/", view, name="news_edition_memory"), *super().get_urls()]

    def memory_view(self, request, pk, language):
        """The source's sentences with their earlier translations into `language`."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if language not in LANGUAGES:
            raise Http404
        article = get_object_or_404(self.get_queryset(request), pk=pk)
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": article,
            "back": change_url(article.pk, language),
            "title": _("%(language)s: earlier translations") % {"language": language_name(language)},
        }
        if source := revision_to_translate(article, language):
            parts, is_cut = parts_with_matches(source, language)
            found = sum(bool(part.matches) for part in parts)
            context |= {"source": source, "direction": direction(source.language)}
            context |= {"parts": parts, "found": found, "is_cut": is_cut}
        return TemplateResponse(request, "admin/news/article/memory.html", context)
