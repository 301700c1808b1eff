"""Publishing, scheduling and withdrawing many: first a page that says, edition by edition, what would happen."""

from dataclasses import dataclass, field

from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, ngettext

from people.languages import LANGUAGES, about, language_name

from ..errors import NewsError
from ..forms.moment import MomentField
from ..models import Article, Edition, Revision
from ..withdrawals import withdraw_languages
from .acts import did, publish

MOST_ARTICLES = 100
TITLES = {
    "publish": gettext_lazy("Publish these texts?"),
    "schedule": gettext_lazy("Schedule these texts?"),
    "withdraw": gettext_lazy("Withdraw these texts?"),
}
BUTTONS = {
    "publish": gettext_lazy("Publish the chosen texts"),
    "schedule": gettext_lazy("Schedule the chosen texts"),
    "withdraw": gettext_lazy("Withdraw the chosen texts"),
}


class BulkForm(forms.Form):
    languages = forms.MultipleChoiceField(label=gettext_lazy("Languages"), widget=forms.CheckboxSelectMultiple)
    due_at = MomentField(label=gettext_lazy("Publish at"), help_text=gettext_lazy("Rabat time."))
    is_minor = forms.BooleanField(
        label=gettext_lazy("Minor edit"),
        required=False,
        help_text=gettext_lazy(
            "Nothing that translations should follow: a comma, a misprint. It makes no translation behind."
        ),
    )

    def __init__(self, kind, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["languages"].choices = [(code, language_name(code)) for code in LANGUAGES]
        if kind != "schedule":
            del self.fields["due_at"]
        if kind == "withdraw":
            del self.fields["is_minor"]

    def clean_due_at(self):
        if self.cleaned_data["due_at"] <= timezone.now():
            raise forms.ValidationError(_("Choose a time to come."))
        return self.cleaned_data["due_at"]


@dataclass
class Row:
    """What would happen to one edition. `key` names the edition and the revision that was shown."""

    edition: Edition
    revision: Revision
    will: str
    blockers: list = field(default_factory=list)

    @property
    def key(self):
        return f"{self.edition.pk}:{self.revision.pk}"


def rows_of(articles, kind, user, languages):
    """A Row for each edition of `articles` in `languages`, in their order."""
    editions = Edition.objects.filter(article__in=articles, language__in=languages)
    editions = editions.select_related("article", "newest_revision__follows", "live_revision")
    by_article = {}
    # A text before those that translate it, which were written later: so it is public when they are published.
    for edition in editions.defer("live_revision__body", "newest_revision__follows__body").order_by(
        "newest_revision_id"
    ):
        edition.newest_revision.article = edition.article
        by_article.setdefault(edition.article_id, []).append(edition)
    return [row for article in articles for row in rows_of_story(by_article.get(article.pk, ()), kind, user)]


def rows_of_story(editions, kind, user):
    rows = []
    for edition in editions:
        # Each is published on its own, now; only a release schedules texts that go together.
        before = [row.revision for row in rows if kind == "publish" and not row.blockers]
        rows.append(row_of(edition, kind, user, before))
    return rows


def row_of(edition, kind, user, before=()):
    """before: revisions of the same story that are published before this one."""
    name, newest, live = language_name(edition.language), edition.newest_revision, edition.live_revision
    blockers = []
    if not user.has_perm(f"news.publish_{edition.language}"):
        blockers.append(_("You may not publish in %(language)s.") % {"language": name})
    if kind == "withdraw":
        if edition.visibility != Edition.Visibility.PUBLIC:
            blockers.append(_("It is not public."))
        return Row(
            edition,
            live or newest,
            _("Revision %(number)s is taken down.") % {"number": (live or newest).number},
            blockers,
        )
    blockers += map(str, edition.blockers(newest, together=before))
    return Row(edition, newest, what_happens(edition, newest, live), blockers)


def what_happens(edition, newest, live):
    if edition.first_public_at is None:
        return _("Revision %(number)s becomes public for the first time.") % {"number": newest.number}
    if edition.visibility == Edition.Visibility.WITHDRAWN:
        return _("Revision %(number)s becomes public again.") % {"number": newest.number}
    return _("Revision %(number)s replaces revision %(old)s.") % {"number": newest.number, "old": live.number}


class BulkActions:
    """For ArticleAdmin: the three actions of the list."""

    actions = ["publish_selected", "schedule_selected", "withdraw_selected"]

    def has_publish_permission(self, request):
        """Whether this person may publish in any language; each text asks for the right to its own."""
        return any(request.user.has_perm(f"news.publish_{language}") for language in LANGUAGES)

    @admin.action(description=gettext_lazy("Publish…"), permissions=["publish"])
    def publish_selected(self, request, queryset):
        return self.bulk_page(request, queryset, "publish")

    @admin.action(description=gettext_lazy("Schedule…"), permissions=["publish"])
    def schedule_selected(self, request, queryset):
        return self.bulk_page(request, queryset, "schedule")

    @admin.action(description=gettext_lazy("Withdraw…"), permissions=["publish"])
    def withdraw_selected(self, request, queryset):
        return self.bulk_page(request, queryset, "withdraw")

    def bulk_page(self, request, queryset, kind):
        """The page that says what would happen; with `apply` in the POST, does it to the chosen ones."""
        articles = list(queryset.order_by("-pk")[: MOST_ARTICLES + 1])
        if len(articles) > MOST_ARTICLES:
            self.message_user(request, _("Choose at most 100 stories at a time."), messages.ERROR)
            return None
        is_answer = "apply" in request.POST or "show" in request.POST
        form = BulkForm(kind, request.POST if is_answer else None, initial={"languages": list(LANGUAGES)})
        if "apply" in request.POST and form.is_valid():
            self.apply_bulk(request, articles, kind, form.cleaned_data)
            return HttpResponseRedirect(request.get_full_path())
        languages = (
            [code for code in request.POST.getlist("languages") if code in LANGUAGES] if is_answer else LANGUAGES
        )
        context = {
            **self.admin_site.each_context(request),
            "title": TITLES[kind],
            "button": BUTTONS[kind],
            "opts": self.opts,
            "kind": kind,
            "articles": articles,
            "rows": rows_of(articles, kind, request.user, languages),
            "form": form,
            "back": request.get_full_path(),
        }
        # A first showing has nothing to correct; a refused answer keeps what was chosen.
        context["chosen"] = request.POST.getlist("edition") if "apply" in request.POST else None
        return TemplateResponse(request, "admin/news/article/bulk.html", context)

    def apply_bulk(self, request, articles, kind, cleaned):
        """Do it to the chosen editions that nothing blocks, each in a transaction of its own, and report."""
        chosen, done = set(request.POST.getlist("edition")), 0
        for row in rows_of(articles, kind, request.user, cleaned["languages"]):
            if row.key not in chosen:
                continue
            problem = " ".join(row.blockers) or self.apply_row(request, row, kind, cleaned)
            if problem:
                self.message_user(request, about(str(row.edition), problem), messages.ERROR)
            else:
                done += 1
            chosen.discard(row.key)
        if chosen:
            self.message_user(request, changed_meanwhile(len(chosen)), messages.WARNING)
        self.message_user(request, report(kind, done), messages.SUCCESS if done else messages.WARNING)

    def apply_row(self, request, row, kind, cleaned):
        """Do it to one edition; returns the sentence that says why not, or ''."""
        edition = row.edition
        try:
            with transaction.atomic():
                Article.objects.select_for_update(of=("self",)).only("id").get(pk=edition.article_id)
                if kind == "withdraw":
                    withdraw_languages(edition, by=request.user)
                    item = did(gettext_noop("%(language)s withdrawn."), edition)
                else:
                    due_at = cleaned.get("due_at")
                    _sentence, item = publish(edition, request.user, due_at, cleaned["is_minor"], row.revision)
                self.log_change(request, edition.article, [item])
        except NewsError as error:
            return str(error)
        return ""


def changed_meanwhile(count):
    return ngettext(
        "%(count)d text was saved again since you looked, or its language is not chosen: nothing was done to it.",
        "%(count)d texts were saved again since you looked, or their language is not chosen: nothing was done to them.",
        count,
    ) % {"count": count}


def report(kind, count):
    """How many were done, as a sentence."""
    sentences = {
        "publish": ngettext("%(count)d text is public now.", "%(count)d texts are public now.", count),
        "schedule": ngettext("%(count)d text is scheduled.", "%(count)d texts are scheduled.", count),
        "withdraw": ngettext("%(count)d text is withdrawn.", "%(count)d texts are withdrawn.", count),
    }
    return sentences[kind] % {"count": count}
