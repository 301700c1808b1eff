"""The page on which languages of a story are marked to become public together, approved one by one, or called off."""

from dataclasses import dataclass

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods

from people.admin.log import said
from people.languages import LANGUAGES, language_name

from ..errors import NewsError, ReleaseChanged
from ..failures import reasons
from ..forms.release import ReleaseForm
from ..models import Article, Edition, Release, ReleasePart
from ..models.release import goes_as_it_stands
from ..releasing import call_off, settle
from .acts import LANGUAGE_NAMES
from .desk import change_url


@dataclass(frozen=True)
class Line:
    """One marked language on the page. obstacles: sentences; [] when it is ready. may_approve: by who looks."""

    part: ReleasePart
    edition: Edition | None
    obstacles: list
    may_approve: bool

    @property
    def name(self):
        return language_name(self.part.language)

    @property
    def has_newer_draft(self):
        return self.part.revision_id is not None and self.edition.newest_revision_id != self.part.revision_id


def lines_of(release, user):
    """A Line for each language of an open release, in the order of the site's languages."""
    editions = release.editions()
    obstacles = dict(release.obstacles(editions))
    lines = []
    for part in sorted(release.in_order(), key=lambda part: LANGUAGES.index(part.language)):
        edition = editions.get(part.language)
        newest = edition and edition.newest_revision_id
        is_public = edition and edition.is_live() and edition.live_revision_id == newest
        has_something = edition is not None and not is_public and newest != part.revision_id
        may_approve = has_something and user.has_perm(f"news.publish_{part.language}")
        lines.append(Line(part, edition, obstacles.get(part.language, []), may_approve))
    return lines


class ReleasePages:
    """For ArticleAdmin: article/<id>/release/."""

    def get_urls(self):
        view = self.admin_site.admin_view(require_http_methods(["GET", "POST"])(self.release_view))
        return [path("<key:pk>/release/", view, name="news_article_release"), *super().get_urls()]

    def release_view(self, request, pk):
        """What goes together and what is in its way (GET); arrange, approve or call off (POST)."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        with transaction.atomic():
            articles = Article.objects.kept().only("id", *Article.fact_columns())
            if request.method == "POST":
                articles = articles.select_for_update(of=("self",))
            article = get_object_or_404(articles, pk=pk)
            release = Release.objects.open().filter(article=article).first()
            if request.method == "GET":
                return self.release_page(request, article, release, self.release_form(request, article, release))
            if not self.has_publish_permission(request):
                raise PermissionDenied
            return self.obey(request, article, release)

    def obey(self, request, article, release):
        if "call_off" in request.POST:
            return self.call_off_release(request, article, release)
        if language := next((code for code in LANGUAGES if f"approve_{code}" in request.POST), None):
            return self.approve_part(request, article, release, language)
        if "arrange" not in request.POST:
            raise Http404
        form = self.release_form(request, article, release, request.POST)
        if not form.is_valid():
            return self.release_page(request, article, release, form)
        return self.arrange(request, article, release, form.cleaned_data)

    def release_form(self, request, article, release, data=None):
        editions = {edition.language: edition for edition in article.editions.all()}
        return ReleaseForm(request.user, release, editions, data)

    def release_page(self, request, article, release, form):
        context = {
            **self.admin_site.each_context(request),
            "title": _("Release languages together"),
            "opts": self.opts,
            "original": article,
            "back": change_url(article.pk),
            "form": form,
            "release": release,
            "lines": lines_of(release, request.user) if release else (),
            "reasons": reasons(release.failure) if release and release.failed_at else (),
            "may_arrange": self.has_change_permission(request) and may_publish_some(request.user),
            "may_call_off": bool(release) and self.has_change_permission(request) and may_stop(request.user, release),
        }
        status = 422 if form.errors else 200
        return TemplateResponse(request, "admin/news/article/release.html", context, status=status)

    # What is done

    def arrange(self, request, article, release, cleaned):
        """Set or change the release. Taking a language out of it takes the right in that language too."""
        languages, due_at = cleaned["languages"], cleaned["due_at"]
        dropped = {part.language for part in release.parts.all()} - set(languages) if release else set()
        if not all(request.user.has_perm(f"news.publish_{language}") for language in dropped):
            raise PermissionDenied
        release = Release.arrange(article, languages, due_at, by=request.user)
        if due_at:
            sentence = gettext_noop("%(language)s: to be released with other languages at %(at)s.")
            items = [logged(sentence, language, at=due_at.isoformat()) for language in languages]
        else:
            sentence = gettext_noop("%(language)s: to be released with other languages once all are approved.")
            items = [logged(sentence, language) for language in languages]
        self.log_change(request, article, items)
        self.message_user(request, _("The languages are marked to go together."), messages.SUCCESS)
        return self.after(request, article, release)

    def approve_part(self, request, article, release, language):
        """Approve the newest text of `language` as it stands, for the release; the number seen must still be it."""
        if not request.user.has_perm(f"news.publish_{language}"):
            raise PermissionDenied
        edition = article.editions.select_related("newest_revision").filter(language=language).first()
        is_marked = release is not None and release.parts.filter(language=language).exists()
        seen = request.POST.get(f"approve_{language}")
        if edition is None or not is_marked or seen != str(edition.newest_revision.number):
            self.message_user(request, str(ReleaseChanged()), messages.WARNING)
            return back_to(article)
        if edition.asks_approval:
            try:
                edition.approve(request.user, edition.newest_revision)
            except NewsError as error:
                self.message_user(request, str(error), messages.ERROR)
                return back_to(article)
        if goes_as_it_stands(edition):
            number = edition.newest_revision.number
            sentence = gettext_noop("%(language)s: revision %(number)s approved for the release.")
            self.log_change(request, article, [logged(sentence, language, number=number)])
            told = _("%(language)s: revision %(number)s is approved.")
            self.message_user(request, told % {"language": language_name(language), "number": number}, messages.SUCCESS)
        return self.after(request, article, release)

    def after(self, request, article, release):
        """Let a release that waits for nothing but approval go at once."""
        if release.due_at is None and settle(release.pk, timezone.now()):
            self.message_user(request, _("All its languages are public now."), messages.SUCCESS)
        return back_to(article)

    def call_off_release(self, request, article, release):
        """Whoever may publish in one of its languages may stop it: nothing becomes public by that."""
        if release is None:
            self.message_user(request, str(ReleaseChanged()), messages.WARNING)
            return back_to(article)
        if not may_stop(request.user, release):
            raise PermissionDenied
        call_off(release, by=request.user)
        sentence = gettext_noop("%(language)s: release with other languages called off.")
        self.log_change(request, article, [logged(sentence, part.language) for part in release.parts.all()])
        self.message_user(request, _("Called off."), messages.SUCCESS)
        return back_to(article)


def order_of(panel):
    """What is arranged for one language of the form, for admin/news/article/_order.html; None when nothing is.

    release: the open Release that marks it; failed_at and reasons: of what did not go at its hour.
    """
    release, edition = panel.state.release, panel.edition
    if release:
        return {"release": release, "failed_at": release.failed_at, "reasons": reasons(release.failure)}
    if not panel.state.has_failed:
        return None
    failed = edition.publications.pending().filter(failed_at__isnull=False).order_by("-failed_at").first()
    return {"failed_at": failed.failed_at, "due_at": failed.due_at, "reasons": reasons(failed.failure)}


def may_publish_some(user):
    return sum(user.has_perm(f"news.publish_{language}") for language in LANGUAGES) > 1


def may_stop(user, release):
    return any(user.has_perm(f"news.publish_{part.language}") for part in release.parts.all())


def logged(sentence, language, **values):
    return said(sentence, language=LANGUAGE_NAMES[language], **values)


def back_to(article):
    return HttpResponseRedirect(reverse("admin:news_article_release", args=[article.pk]))
