"""What the form tells while somebody types: that a text is open, and the words not saved yet (js/at_work.js)."""

from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from people.admin.keys import known_keys
from people.admin.tabs import validate_characters
from people.languages import LANGUAGES

from ..forms.body import with_keys
from ..forms.conflict import DRAFT
from ..models import Article, OpenText, Revision, TypedText
from ..models.article import WORDS
from .desk import change_url

MOST_LETTERS = 300_000


class AtWorkPages:
    """For ArticleAdmin: the addresses to which the form tells, and where what was typed is thrown away."""

    def get_urls(self):
        def own(route, view, name):
            return path(route, self.admin_site.admin_view(require_POST(view)), name=name)

        return [
            own("add/<str:language>/at-work/", self.typing_view, "news_new_text_at_work"),
            own("add/<str:language>/at-work/forget/", self.forget_view, "news_new_text_forget"),
            own("<key:pk>/<str:language>/at-work/", self.typing_view, "news_text_at_work"),
            own("<key:pk>/<str:language>/at-work/forget/", self.forget_view, "news_text_forget"),
            *super().get_urls(),
        ]

    def find_text(self, request, pk, language):
        """The Article (an unsaved one for a new story). Raises Http404, PermissionDenied."""
        if language not in LANGUAGES:
            raise Http404
        may_write = request.user.has_perm(f"news.write_{language}")
        if not (self.has_view_permission(request) if pk else self.has_add_permission(request) and may_write):
            raise PermissionDenied
        return get_object_or_404(Article.objects.kept().only("id"), pk=pk) if pk else Article()

    def typing_view(self, request, language, pk=None):
        """Note that the text is open, keep the words if any were sent; answers who else has it open.

        JSON: {"others": [sentence…], "kept": sentence or ""}, or 422 with {"refused": sentence}.
        """
        article = self.find_text(request, pk, language)
        kept = ""
        if request.POST.keys() & set(DRAFT.values()):
            if not request.user.has_perm(f"news.write_{language}"):
                raise PermissionDenied
            try:
                words = clean_words(request.POST)
            except ValidationError as error:
                return JsonResponse({"refused": " ".join(error.messages)}, status=422)
            base = base_of(article, language, request.POST.get("based_on"))
            kept = keep(article, language, request.user, words, base)
        return told(request, article, language, kept)

    def forget_view(self, request, language, pk=None):
        article = self.find_text(request, pk, language)
        TypedText.of(article, language, request.user).delete()
        self.message_user(request, _("What you had typed and not saved is thrown away."))
        back = change_url(pk, language) if pk else reverse("admin:news_article_add")
        return HttpResponseRedirect(back)


def keep(article, language, user, words, base):
    """Keep what was typed over the Revision `base` (or None); returns the sentence that says so."""
    TypedText.keep(article, language, user, words, base)
    return _("What you typed is kept: %(time)s.") % {"time": time_of(timezone.now())}


def told(request, article, language, kept=""):
    """The answer to a page that told what is typed there: see typing_view()."""
    if article.pk:
        OpenText.heard(article, language, request.user)
    return JsonResponse({"kept": kept, "others": others_at(article, language, request.user)})


def clean_words(data):
    """The words typed, as revisions keep them. Raises ValidationError on what can't be stored."""
    words = {word: data.get(DRAFT[word], "").replace("\r\n", "\n") for word in WORDS}
    check_words(words)
    return {**words, "body": with_keys(words["body"])}


def check_words(words):
    """Raise ValidationError on words, a dict, that can't be stored."""
    if sum(map(len, words.values())) > MOST_LETTERS:
        raise ValidationError(_("This text is too long to be kept while you type: save it in parts."))
    for text in words.values():
        validate_characters(text)


def base_of(article, language, key):
    """The Revision that the form was loaded from, or None."""
    if not article.pk or not known_keys([key or ""]):
        return None
    return Revision.objects.filter(article=article, language=language, pk=key).first()


def others_at(article, language, user):
    """Sentences: who else has the text open and since when."""
    if not article.pk:
        return []
    return [open_sentence(row) for row in OpenText.others(article, user) if row.language == language]


def open_sentence(row):
    values = {"name": row.user.get_full_name() or row.user.get_username(), "time": time_of(row.opened_at)}
    return _("%(name)s has had this text open since %(time)s.") % values


def time_of(moment):
    """The time of day in Rabat; with the day when that isn't today."""
    local = timezone.localtime(moment)
    is_today = local.date() == timezone.localdate()
    return date_format(local, "TIME_FORMAT" if is_today else "SHORT_DATETIME_FORMAT")
