"""A translated file comes back: first a page that says, story by story, what would happen; then it is done."""

from functools import cached_property

from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods

from icesco.text.direction import direction
from people.languages import LANGUAGES, language_name

from ..exchange import HOW_TO_INSTALL, is_installed
from ..exchange.landing import HasProblems, land, question
from ..exchange.plan import plans_of
from ..exchange.problems import Unreadable
from ..exchange.reading import read_file
from ..exchange.safe import safe
from ..forms.exchange import LandForm, UploadForm, packed, unpacked
from ..models import Revision
from .acts import did
from .comparison import LABELS, comparison
from .desk import change_url, readable

TEMPLATE = "admin/news/article/exchange_import.html"


class ImportingPages:
    """For ArticleAdmin: article/exchange/import/."""

    def get_urls(self):
        view = self.admin_site.admin_view(require_http_methods(["GET", "POST"])(self.import_view))
        return [path("exchange/import/", view, name="news_exchange_import"), *super().get_urls()]

    def import_view(self, request):
        if not any(request.user.has_perm(f"news.write_{language}") for language in LANGUAGES):
            raise PermissionDenied
        if not is_installed():
            return self.import_page(request, how_to_install=HOW_TO_INSTALL)
        if request.method != "POST":
            return self.import_page(request, form=UploadForm())
        return self.land_view(request) if "packed" in request.POST else self.preview(request)

    def preview(self, request):
        """What the file would do, and a form to say yes."""
        form = UploadForm(request.POST, request.FILES)
        if form.is_valid():
            try:
                _format, data = safe(form.cleaned_data["file"].read())
                plans = plans_of(read_file(data), request.user)
                kept = packed(data, request.user)
                if kept is None:
                    raise Unreadable(_("The file is larger than 2.5 MB: send fewer stories in one file."))
                return self.show_plans(request, plans, LandForm(initial={"packed": kept}))
            except Unreadable as error:
                form.add_error("file", str(error))
        return self.import_page(request, status=422, form=form)

    def land_view(self, request):
        data = unpacked(request.POST["packed"], request.user)
        if data is None:
            problem = _("Choose the file again: more than a day has passed, or it was somebody else’s.")
            return self.import_page(request, status=422, form=UploadForm(), problem=problem)
        stories = read_file(data)
        form = LandForm(request.POST)
        if not form.is_valid():
            return self.show_plans(request, plans_of(stories, request.user), form, status=422)
        cleaned = form.cleaned_data
        try:
            landed = land(stories, request.user, cleaned["origin"], cleaned["note"], Answers(request.POST))
        except HasProblems as error:
            return self.show_plans(request, error.plans, form, status=422)
        for one in landed:
            if one.revision:
                self.log_change(request, one.plan.article, [log_item(one)])
        return self.import_page(request, landed=[Result(one) for one in landed])

    def show_plans(self, request, plans, form, status=200):
        has_problems = any(plan.problems for plan in plans)
        context = {
            "rows": [Row(plan, request.POST) for plan in plans],
            "land_form": form,
            "has_problems": has_problems,
            "may_land": not has_problems and any(plan.is_possible for plan in plans),
        }
        return self.import_page(request, status=422 if has_problems else status, **context)

    def import_page(self, request, status=200, **context):
        context = {
            **self.admin_site.each_context(request),
            "title": _("Bring a translation in"),
            "opts": self.opts,
            "back": reverse("admin:news_article_changelist"),
            **context,
        }
        return TemplateResponse(request, TEMPLATE, context, status=status)


class Answers:
    """What a person ticked, each tick naming what they had before their eyes."""

    def __init__(self, posted):
        self.posted = posted

    def __call__(self, plan, name):
        return self.posted.get(field(plan, name)) == shown(plan, name)


def field(plan, name):
    return f"{name}_{plan.article.pk}_{plan.work.language}"


def shown(plan, name):
    """What a tick stands for: the revision that was shown, or how many passages."""
    value = plan.questions[name]
    return str(value if name == "partial" else value.pk if value else 0)


def log_item(landed):
    sentence = gettext_noop("%(language)s: revision %(number)s brought in from a translation file.")
    return did(sentence, landed.revision, number=landed.revision.number)


class Row:
    """A plan as the page shows it."""

    def __init__(self, plan, posted):
        self.plan, self.posted = plan, posted
        reference = plan.reference
        self.title, self.source_language = plan.title, reference and reference.source_language
        self.source_direction = reference and direction(reference.source_language)
        self.blockers = plan.blockers

    @property
    def problems(self):
        return [(problem.line, unit_name(problem.unit), problem.reason) for problem in self.plan.problems]

    @property
    def will(self):
        """What would happen, as a sentence; "" where nothing can."""
        plan = self.plan
        if plan.is_unchanged:
            return _("It says what the text says: nothing to do.")
        if not plan.is_possible:
            return ""
        return _("%(draft)s becomes a draft. It follows: %(source)s.") % {
            "draft": self.draft,
            "source": plan.work.source,
        }

    @property
    def questions(self):
        answers = Answers(self.posted)
        return [
            {
                "field": field(self.plan, name),
                "value": shown(self.plan, name),
                "sentence": question(self.plan, name),
                "label": LABELS_OF_QUESTIONS[name](),
                "is_ticked": answers(self.plan, name),
            }
            for name in (self.plan.questions if self.plan.is_possible else ())
        ]

    @property
    def lays_out_anew(self):
        return self.plan.is_possible and self.plan.work.lays_out_anew

    @cached_property
    def draft(self):
        return self.plan.draft()

    @property
    def moved(self):
        """The source as it was sent and as it is: {"language", "sent", "now"}, or None."""
        now = self.plan.questions.get("moved")
        return now and {"language": now.language, "sent": self.plan.work.source.number, "now": now.number}

    @property
    def theirs(self):
        """What others changed since the file was made, as comparison(), or None."""
        newest = self.plan.questions.get("over")
        return newest and comparison(self.plan.work.target or Revision(language=newest.language), newest)

    @property
    def ours(self):
        """What the file changes of the text there is, as comparison(), or None for a first text."""
        if not (self.plan.is_possible and self.plan.newest):
            return None
        return comparison(self.plan.work.target or Revision(language=self.plan.work.language), self.draft)

    @property
    def reading(self):
        """A first text, to be read."""
        return readable(self.draft) if self.plan.is_possible and not self.plan.newest else None


LABELS_OF_QUESTIONS = {
    "moved": lambda: _("Bring it in all the same: it follows the revision that was sent"),
    "over": lambda: _("I have read both: the text of the file takes the place of theirs, which stays in the history"),
    "partial": lambda: _("Bring in what is translated"),
}


class Result:
    """What became of a story, as the page shows it."""

    def __init__(self, landed):
        self.row, self.sentence = Row(landed.plan, {}), landed.sentence
        if landed.revision:
            language = landed.revision.language
            self.sentence = _("%(draft)s is a draft now.") % {"draft": landed.revision}
            self.url, self.language = change_url(landed.plan.article.pk, language), language_name(language)


def unit_name(key):
    """A unit as a person at the desk calls it."""
    kind, _dot, number = key.partition(".")
    if kind == "body":
        return _("Passage %(number)s of the body") % {"number": number}
    if kind == "alt":
        return _("Alt text of picture %(number)s in the body") % {"number": number}
    return LABELS.get(key, key)
