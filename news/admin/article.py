"""Stories in the admin: facts, a panel per language, and what is public of them."""

from django.contrib import admin
from django.db import transaction
from django.db.models import DateField
from django.forms import CheckboxInput
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from people.admin.entity import DayInput, LoggedChangesMixin
from people.admin.keys import KeysMixin
from people.admin.log import before_and_after
from people.admin.tabs import LanguageFieldsMixin
from people.languages import LANGUAGES, language_name

from ..forms.article import ArticleForm
from ..forms.panel import RIGHTS
from ..models import Article, OpenText
from . import search
from .acts import did
from .at_work import AtWorkPages, open_sentence
from .bin import BinPages
from .blockers import mends
from .board import BoardPages
from .bulk import BulkActions
from .buttons import PanelButtons
from .calendar import CalendarPages
from .changelist import COLUMNS, ArticleList, CappedPaginator, title_column
from .checks import CheckPages
from .comparison import ComparisonPages, conflict
from .corrections import tell_of_corrections
from .desk import EditionPages
from .exchange import SendingPages
from .exchange_import import ImportingPages
from .facts import AppearanceInline, AttachmentInline, AttachmentPages, GalleryInline, VideoInline
from .filters import STATE_FILTERS, EventYearFilter, SectorFilter, ToReviewFilter
from .memory import MemoryPages
from .pictures import image
from .previews import PreviewPages
from .proposals import ProposalPages, open_proposals
from .queue import QueuePages
from .ready import ReadyPages, count_warnings
from .release import ReleasePages, order_of
from .tasks import TaskPages
from .translation import TranslationPages

FACT_FIELDS = ArticleForm.Meta.fields
NEW_TAGS = ("new_tags", "new_tags_language")
LOGGED_FIELDS = ("slug", "permalink_on", "expires_at")


@admin.register(Article)
class ArticleAdmin(
    AtWorkPages,
    BinPages,
    AttachmentPages,
    BoardPages,
    ComparisonPages,
    MemoryPages,
    TranslationPages,
    CheckPages,
    SendingPages,
    ImportingPages,
    PreviewPages,
    ReadyPages,
    ProposalPages,
    ReleasePages,
    CalendarPages,
    QueuePages,
    TaskPages,
    EditionPages,  # after the others: its addresses are the least particular
    BulkActions,
    PanelButtons,
    KeysMixin,
    LoggedChangesMixin,
    LanguageFieldsMixin,
    admin.ModelAdmin,
):
    form = ArticleForm
    inlines = [AppearanceInline, GalleryInline, VideoInline, AttachmentInline]
    autocomplete_fields = ["dateline", "lead_picture", "sectors", "member_states"]
    formfield_overrides = {DateField: {"widget": DayInput}}
    fieldsets = [
        (
            gettext_lazy("Facts, the same in all languages"),
            {
                "fields": [
                    "source_language",
                    "dateline",
                    ("event_date", "event_ends_on"),
                    "lead_picture",
                    "lead_preview",
                    "sectors",
                    "member_states",
                    "tags",
                    NEW_TAGS,
                ]
            },
        )
    ]
    readonly_fields = ["lead_preview"]
    list_display = COLUMNS
    list_display_links = [title_column]
    list_filter = [*STATE_FILTERS, "source_language", SectorFilter, ToReviewFilter, EventYearFilter, "created_at"]
    search_fields = ["pk"]  # opens the search box; get_search_results() does the finding
    search_help_text = gettext_lazy("Words of the newest text in any language.")
    ordering = ["-pk"]
    list_per_page = 50
    # No page may look at every story: see decision 28.
    paginator = CappedPaginator
    show_full_result_count = False
    show_facets = admin.ShowFacets.NEVER
    save_on_top = False
    change_list_template = "admin/news/article/change_list.html"
    change_form_template = "admin/news/article/change_form.html"

    class Media:
        js = [*LanguageFieldsMixin.Media.js, "admin/js/article_form.js", "admin/js/at_work.js"]

    # The list

    def get_changelist(self, request, **kwargs):
        return ArticleList

    def get_queryset(self, request):
        # The words of three languages stay in the database: the desk shows revisions.
        return super().get_queryset(request).kept().only("id", *Article.fact_columns())

    def get_search_results(self, request, queryset, search_term):
        return (search.found_by(queryset, search_term) if search_term.strip() else queryset), False

    def action_checkbox(self, article):
        # Django's own asks the article for its name, one query a row; the list has read the titles already.
        label = _("Choose “%(title)s”") % {"title": title_column(article)}
        return CheckboxInput({"class": "action-select", "aria-label": label}, lambda value: False).render(
            "_selected_action", str(article.pk)
        )

    def has_delete_permission(self, request, obj=None):
        # What was public is withdrawn, what never was waits for the bin.
        return False

    def has_view_permission(self, request, obj=None):
        return super().has_view_permission(request, obj) or works_at_texts(request.user)

    def has_change_permission(self, request, obj=None):
        # The right to change a story is that to change its facts; each text asks for the right to its language.
        return super().has_change_permission(request, obj) or works_at_texts(request.user)

    def get_readonly_fields(self, request, obj=None):
        if obj is None or request.user.has_perm("news.change_article"):
            return self.readonly_fields
        return [*self.readonly_fields, *FACT_FIELDS]

    def get_fieldsets(self, request, obj=None):
        (title, options), *others = super().get_fieldsets(request, obj)
        if set(FACT_FIELDS) <= set(self.get_readonly_fields(request, obj)):
            fields = [field for field in options["fields"] if field != NEW_TAGS]
            options = {**options, "fields": fields}
        return [(title, options), *others]

    # The form

    @admin.display(description=gettext_lazy("What it shows"))
    def lead_preview(self, article):
        # Django prints a None as such in a form, whatever the empty value.
        return image(article.lead_picture, "thumbnail") if article.lead_picture else "—"

    def get_object(self, request, object_id, from_field=None):
        article = super().get_object(request, object_id, from_field)
        if article and request.method == "POST" and transaction.get_connection().in_atomic_block:
            # Held until the answer: what the form is checked against stays true until it is saved.
            Article.objects.select_for_update(of=("self",)).only("id").get(pk=article.pk)
            article.refresh_from_db(fields=Article.fact_columns())
        return article

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.user = request.user
        return form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        form = context["adminform"].form
        context["panels"] = form.panels
        tell_of_corrections(form.panels, obj)
        context["live_languages"] = "" if add else form.live_languages
        context["may_link"] = bool(obj) and request.user.has_perm("news.change_article")
        context["proposals"] = open_proposals(obj) if context["may_link"] else ()
        context["show_save_and_add_another"] = False
        was_public = any(state.edition and state.edition.first_public_at for state in form.states.values())
        context["can_be_binned"] = not add and not was_public and request.user.has_perm("news.change_article")
        open_texts = OpenText.others(obj, request.user) if obj else ()
        for panel in form.panels:
            panel.others = [open_sentence(row) for row in open_texts if row.language == panel.language]
            if panel.unsaved and request.method == "GET" and request.GET.get("typed") == panel.language:
                panel.take_up()
            panel.to_mend, panel.order = mends(panel), order_of(panel)
            panel.conflict = conflict(panel) if panel.stale else None
        count_warnings(form.panels, form.instance)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def get_changeform_initial_data(self, request):
        return {"source_language": request.LANGUAGE_CODE, **super().get_changeform_initial_data(request)}

    def save_model(self, request, obj, form, change):
        if not change:
            obj.created_by = request.user
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        super().save_related(request, form, formsets, change)
        form.revisions = form.save_texts()
        form.said = [self.tell(request, form, revision) for revision in form.revisions]
        self.obey_button(request, form)

    def tell(self, request, form, revision):
        """Say what a new revision means for readers; returns the item for the log."""
        edition = form.instance.edition(revision.language)
        if f"_publish_{revision.language}" not in request.POST and edition.is_live():
            sentence = _("%(language)s: saved as revision %(number)s. Readers still see the text published before.")
            values = {"language": language_name(revision.language), "number": revision.number}
            self.message_user(request, sentence % values)
        return did(gettext_noop("%(language)s: revision %(number)s saved."), edition, number=revision.number)

    def construct_change_message(self, request, form, formsets, add=False):
        message = super().construct_change_message(request, form, formsets, add)
        for panel in form.panels:
            message += logged_changes(panel)
        return [*message, *form.said]


def works_at_texts(user):
    """Whether `user` has any right to the texts of any language."""
    return any(user.has_perm(f"news.{right}_{language}") for right in RIGHTS for language in LANGUAGES)


def logged_changes(panel):
    """Items for the log: the address, stage and time of going that a panel changed, before and after."""
    found = []
    names = [name for name in LOGGED_FIELDS if name in panel.changed_data]
    for label, (before, after) in before_and_after(panel, names).items():
        sentence = gettext_noop("%(language)s, %(field)s: “%(before)s”, now “%(after)s”.")
        found.append(did(sentence, panel, field=label, before=before, after=after))
    return found
