"""What other languages' corrections and withdrawals ask for: the open tasks on a page, all of them as a record."""

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from people.admin.keys import KeysMixin
from people.languages import LANGUAGES, language_name

from ..models import Correction, Edition, Task

PER_PAGE = 50


class TaskPages:
    """For ArticleAdmin: article/tasks/, the open tasks, oldest first."""

    def get_urls(self):
        view = self.admin_site.admin_view(require_safe(self.tasks_view))
        return [path("tasks/", view, name="news_task_open"), *super().get_urls()]

    def tasks_view(self, request):
        if not self.has_view_permission(request):
            raise PermissionDenied
        language = request.GET.get("language", "")
        if language and language not in LANGUAGES:
            raise Http404
        tasks = Task.objects.open(language).select_related("correction__edition")
        page = Paginator(tasks, PER_PAGE).get_page(request.GET.get("page"))
        context = {
            **self.admin_site.each_context(request),
            "title": _("Languages that have to follow"),
            "opts": self.opts,
            "page": page,
            "rows": with_editions(page.object_list, request.user),
            "chosen": language,
            "filters": filters(),
        }
        return TemplateResponse(request, "admin/news/article/tasks.html", context)


def filters():
    """(language or "", its name, number of open tasks) for the links that filter, all languages first."""
    counts = dict(Task.objects.open().order_by().values_list("language").annotate(Count("pk")))
    found = [(language, language_name(language), counts.get(language, 0)) for language in LANGUAGES]
    return [("", gettext_lazy("All"), sum(counts.values())), *found]


def with_editions(tasks, user):
    """(task, the edition that it is about, whether `user` may answer it) of each; one query."""
    tasks = list(tasks)
    found = Edition.objects.filter(article__in={task.article_id for task in tasks}).select_related("newest_revision")
    names = ("article_id", "language", "visibility", "expires_at", "newest_revision__title")
    editions = {(edition.article_id, edition.language): edition for edition in found.only(*names)}
    return [
        (task, editions.get((task.article_id, task.language)), user.has_perm(f"news.publish_{task.language}"))
        for task in tasks
    ]


class Record(KeysMixin, admin.ModelAdmin):
    """A list of rows that nobody adds, changes or deletes by hand; who may see stories sees it."""

    actions = None
    list_per_page = 100
    show_full_result_count = False
    list_display_links = None

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("news.view_article")

    def has_add_permission(self, request):
        return False

    def has_change_permission(self, request, obj=None):
        return False

    def has_delete_permission(self, request, obj=None):
        return False


@admin.register(Correction)
class CorrectionAdmin(Record):
    list_display = ["at", "language", "text", "by", "taken_back_at", "taken_back_by"]
    list_filter = ["edition__language", "at"]
    list_select_related = ["edition", "by", "taken_back_by"]
    ordering = ["-at", "-pk"]

    @admin.display(description=gettext_lazy("language"))
    def language(self, correction):
        return language_name(correction.edition.language)


@admin.register(Task)
class TaskAdmin(Record):
    list_display = ["created_at", "language", "kind", "from_language", "closed_at", "closed_by", "outcome", "reason"]
    list_filter = ["language", "kind", "outcome"]
    list_select_related = ["closed_by"]
    ordering = ["-pk"]
