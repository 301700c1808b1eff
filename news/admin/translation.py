"""The translation desk: one language of a story beside its source, passage by passage."""

from contextlib import suppress

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods, require_POST

from icesco.text.direction import direction
from people.admin.keys import known_keys
from people.languages import LANGUAGES, about, language_name

from ..errors import NewsError
from ..forms.translation import TranslationForm
from ..memory.source import revision_to_translate
from ..models import Article, Revision, TypedText
from ..translating.checking import Checks, checks_in
from ..translating.names import NameBook, linked_to
from ..translating.rows import rows_of
from ..translating.work import DeskWork
from .acts import did
from .at_work import check_words, keep, others_at, told
from .buttons import not_done
from .comparison import comparison
from .desk import change_url


class TranslationPages:
    """For ArticleAdmin: article/<id>/<language>/translate/, whether there is a text in that language or not."""

    def get_urls(self):
        def own(route, view, name):
            return path(route, self.admin_site.admin_view(view), name=f"news_edition_{name}")

        return [
            own(
                "<key:pk>/<str:language>/translate/",
                require_http_methods(["GET", "POST"])(self.translation_view),
                "translate",
            ),
            own(
                "<key:pk>/<str:language>/translate/at-work/",
                require_POST(self.translation_typing_view),
                "translate_at_work",
            ),
            *super().get_urls(),
        ]

    def find_to_translate(self, request, pk, language):
        """The Article. Raises Http404, and PermissionDenied unless this person may write in `language`."""
        if language not in LANGUAGES:
            raise Http404
        if not (self.has_view_permission(request) and request.user.has_perm(f"news.write_{language}")):
            raise PermissionDenied
        return get_object_or_404(self.get_queryset(request), pk=pk)

    def translation_view(self, request, pk, language):
        article = self.find_to_translate(request, pk, language)
        if request.method == "POST":
            return self.save_translation(request, article, language)
        newest, source = newest_of(article, language), source_asked_for(request, article, language)
        if source is None:
            return self.translation_page(request, article, language)
        return self.translation_page(
            request, article, language, TranslationForm(DeskWork(source, language, newest), newest)
        )

    def save_translation(self, request, article, language):
        """Save the passages as a new revision, and send it to review where that button was pressed."""
        with transaction.atomic():
            Article.objects.select_for_update(of=("self",)).only("id").get(pk=article.pk)
            form = TranslationForm(posted_work(request, article, language), newest_of(article, language), request.POST)
            saved = form.is_valid() and self.write_translation(request, article, form)
        if not saved:
            if form.is_stale:
                with suppress(ValidationError):  # characters that can't be kept are told of at their field
                    keep_typed(request.user, article, form)
            return self.translation_page(request, article, language, form)
        if "_submit" in request.POST:
            return self.submit_translation(request, article, language)
        return HttpResponseRedirect(desk_url(article, language))

    def write_translation(self, request, article, form):
        """Write it and say so; whether that was possible: what stands in the way is an error of the form."""
        try:
            revision = form.save(request.user)
        except (NewsError, ValidationError) as error:
            form.add_error(None, error if isinstance(error, ValidationError) else str(error))
            return False
        TypedText.of(article, form.work.language, request.user).delete()
        if revision is None:
            self.message_user(request, _("Nothing was changed: the text says this already."))
            return True
        edition = article.edition(revision.language)
        sentence = gettext_noop("%(language)s: revision %(number)s saved.")
        self.log_change(request, article, [did(sentence, edition, number=revision.number)])
        said = _("Saved as revision %(number)d, a draft.") % {"number": revision.number}
        self.message_user(request, about(language_name(revision.language), said))
        return True

    def submit_translation(self, request, article, language):
        edition = article.edition(language)
        try:
            edition.submit(request.user, edition.newest_revision)
        except NewsError as error:
            self.message_user(request, not_done(language_name(language), "submit", error), messages.ERROR)
            return HttpResponseRedirect(desk_url(article, language) + "#checks")
        number = edition.newest_revision.number
        sentence = gettext_noop("%(language)s: revision %(number)s sent to review.")
        self.log_change(request, article, [did(sentence, edition, number=number)])
        self.message_user(request, about(language_name(language), _("Sent to review.")))
        return HttpResponseRedirect(change_url(article.pk, language))

    def translation_page(self, request, article, language, form=None):
        """The page; without a form, where there is nothing to translate from."""
        context = {
            **self.admin_site.each_context(request),
            "opts": self.opts,
            "original": article,
            "target_language": language,
            "target_name": language_name(language),
            "target_direction": direction(language),
            "back": change_url(article.pk, language),
            "title": _("Translate into %(language)s") % {"language": language_name(language)},
        }
        if form:
            context |= self.translation_context(request, article, form)
        status = 422 if form and form.errors else 200
        return TemplateResponse(request, "admin/news/article/translate.html", context, status=status)

    def translation_context(self, request, article, form):
        work = form.work
        book = NameBook(work.source.language, work.language, linked_to(article))
        checks = checks_in(work, article, book) if work.target else Checks()
        rows = rows_of(work, book, checks, form)
        return {
            "form": form,
            "work": work,
            "source_direction": direction(work.source.language),
            "sources": other_sources(article, work),
            "rows": rows,
            "done_count": sum(bool(row.bound.value()) for row in rows if not row.is_own),
            "row_count": sum(not row.is_own for row in rows),
            "checks": checks,
            "change": source_change(work),
            "theirs": their_change(form) if form.is_stale else None,
            "typed": TypedText.of(article, work.language, request.user).first(),
            "others": others_at(article, work.language, request.user),
        }

    def translation_typing_view(self, request, pk, language):
        """Keep what is typed at the desk; answers as AtWorkPages.typing_view()."""
        article = self.find_to_translate(request, pk, language)
        if not any(name.startswith("unit_") for name in request.POST):
            return told(request, article, language)
        form = TranslationForm(posted_work(request, article, language), None, request.POST)
        form.full_clean()
        try:
            kept = keep_typed(request.user, article, form)
        except ValidationError as error:
            return JsonResponse({"refused": " ".join(error.messages)}, status=422)
        return told(request, article, language, kept)


def keep_typed(user, article, form):
    """Keep what was typed beside the revisions; returns the sentence that says so. Raises ValidationError."""
    words = form.words_to_keep
    check_words(words)
    return keep(article, form.work.language, user, words, form.work.target)


def newest_of(article, language):
    """The newest Revision of `language` with what it follows, or None: there is no text yet."""
    return Revision.objects.filter(newest_in__article=article, language=language).select_related("follows").first()


def source_asked_for(request, article, language):
    """The Revision to translate: of the language in ?from=, else of the one that the text follows; None: there is none.

    Raises Http404 on a language that has no text.
    """
    asked = request.GET.get("from")
    if not asked:
        return owned(revision_to_translate(article, language), article)
    edition = article.edition(asked) if asked in LANGUAGES and asked != language else None
    if edition is None:
        raise Http404
    return owned(edition.live_revision if edition.is_live() else edition.newest_revision, article)


def owned(revision, article):
    if revision:
        revision.article = article
    return revision


def posted_work(request, article, language):
    """The DeskWork that the page was made of. Raises Http404 on revisions that aren't of this story."""
    # The page's own script tells the source in the address.
    key = request.POST.get("source") or request.GET.get("source")
    source = revision_named(key, article, [code for code in LANGUAGES if code != language])
    if source is None:
        raise Http404
    target = revision_named(request.POST.get("based_on"), article, [language])
    if request.POST.get("based_on") and target is None:
        raise Http404
    return DeskWork(owned(source, article), language, target)


def revision_named(key, article, languages):
    if not key or not known_keys([key]):
        return None
    revisions = Revision.objects.filter(article=article, language__in=languages, pk=key)
    return revisions.select_related("follows").first()


def desk_url(article, language):
    return reverse("admin:news_edition_translate", args=[article.pk, language])


def their_change(form):
    """What somebody else changed since the page was made, as comparison()."""
    return comparison(form.work.target or Revision(language=form.work.language), form.newest)


def other_sources(article, work):
    """Languages that the text could be translated from instead."""
    others = {edition.language for edition in article.editions.all()} - {work.language, work.source.language}
    return [(code, language_name(code)) for code in LANGUAGES if code in others]


def source_change(work):
    """What changed in the source since the revision that the translation follows, as comparison(); None: nothing."""
    follows = work.target and work.target.follows
    if not follows or follows.language != work.source.language or follows.pk == work.source.pk:
        return None
    found = comparison(follows, work.source)
    return None if found["same_words"] else found
