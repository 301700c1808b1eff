"""Stories in the admin: facts, a panel per language, and what is public of them."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import DateField
from django.forms import CheckboxInput
from django.http import HttpResponseRedirect
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from people.admin.entity import DayInput, LoggedChangesMixin
from people.admin.keys import KeysMixin
from people.admin.log import before_and_after
from people.admin.tabs import LanguageFieldsMixin
from people.languages import LANGUAGES, language_name

from ..errors import NewsError, NotPublishable
from ..forms.article import ArticleForm
from ..models import Article
from . import search
from .acts import did, publish
from .blockers import mends
from .bulk import BulkActions
from .changelist import COLUMNS, ArticleList, title_column
from .comparison import ComparisonPages
from .desk import EditionPages, change_url
from .facts import AppearanceInline, AttachmentInline, AttachmentPages, GalleryInline, VideoInline
from .filters import STATE_FILTERS, SectorFilter, ToReviewFilter
from .memory import MemoryPages
from .pictures import image
from .proposals import ProposalPages, open_proposals

LOGGED_FIELDS = ("stage", "slug", "permalink_on", "expires_at")


@admin.register(Article)
class ArticleAdmin(
    AttachmentPages,
    ComparisonPages,
    MemoryPages,
    EditionPages,
    ProposalPages,
    BulkActions,
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
                    ("new_tags", "new_tags_language"),
                ]
            },
        )
    ]
    readonly_fields = ["lead_preview"]
    list_display = COLUMNS
    list_display_links = [title_column]
    list_filter = [*STATE_FILTERS, "source_language", SectorFilter, ToReviewFilter, "created_at"]
    date_hierarchy = "event_date"
    search_fields = ["pk"]  # opens the search box; get_search_results() does the finding
    search_help_text = gettext_lazy("Words of the newest text in any language.")
    ordering = ["-pk"]
    list_per_page = 50
    show_full_result_count = False
    save_on_top = False
    change_form_template = "admin/news/article/change_form.html"

    class Media:
        js = [*LanguageFieldsMixin.Media.js, "admin/js/article_form.js"]

    # The list

    def get_changelist(self, request, **kwargs):
        return ArticleList

    def get_queryset(self, request):
        # The words of three languages stay in the database: the desk shows revisions.
        return super().get_queryset(request).only("id", *Article.fact_columns())

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
        context["live_languages"] = "" if add else form.live_languages
        context["proposals"] = open_proposals(obj) if obj and self.has_change_permission(request, obj) else ()
        context["show_save_and_add_another"] = False
        for panel in form.panels:
            panel.to_mend = mends(panel)
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
        self.obey_buttons(request, form)

    def tell(self, request, form, revision):
        """Say what a new revision means for readers; returns the item for the log."""
        edition = form.instance.edition(revision.language)
        if f"_publish_{revision.language}" not in request.POST and edition.is_live():
            sentence = _("%(language)s: saved as revision %(number)s. Readers still see the text published before.")
            values = {"language": language_name(revision.language), "number": revision.number}
            self.message_user(request, sentence % values)
        return did(gettext_noop("%(language)s: revision %(number)s saved."), edition, number=revision.number)

    def obey_buttons(self, request, form):
        """Publish or schedule the language whose button was pressed, after saving; what blocks is said, not raised."""
        for panel in form.panels:
            is_now = f"_publish_{panel.language}" in request.POST
            if not (is_now or f"_schedule_{panel.language}" in request.POST):
                continue
            edition = form.instance.edition(panel.language)
            if not panel.may("publish"):
                raise PermissionDenied
            if edition is None:
                self.message_user(request, _("There is no text to publish yet."), messages.ERROR)
                continue
            due_at = None if is_now else panel.cleaned_data["due_at"]
            try:
                sentence, item = publish(edition, request.user, due_at, panel.cleaned_data["is_minor"])
            except NewsError as error:
                self.message_user(request, not_published(panel, error), messages.ERROR)
            else:
                form.said.append(item)
                self.message_user(request, sentence, messages.SUCCESS)

    def construct_change_message(self, request, form, formsets, add=False):
        message = super().construct_change_message(request, form, formsets, add)
        for panel in form.panels:
            message += logged_changes(panel)
        return [*message, *form.said]

    def response_add(self, request, obj, post_url_continue=None):
        return self.response_to_button(request, obj) or super().response_add(request, obj, post_url_continue)

    def response_change(self, request, obj):
        return self.response_to_button(request, obj) or super().response_change(request, obj)

    def response_to_button(self, request, obj):
        """Back to the tab whose button was pressed; None when it was a plain save."""
        for language in LANGUAGES:
            if {f"_publish_{language}", f"_schedule_{language}"} & request.POST.keys():
                return HttpResponseRedirect(change_url(obj.pk, language))
        return None


def not_published(panel, error):
    """What blocks a publication, as a list."""
    blockers = error.blockers if isinstance(error, NotPublishable) else [error]
    items = format_html_join("", "<li>{}</li>", ((str(blocker),) for blocker in blockers))
    sentence = _("%(language)s: the text is saved and not published, because:") % {"language": panel.name}
    return format_html("{}<ul>{}</ul>", sentence, items)


def logged_changes(panel):
    """Items for the log: the address, stage and time of going that a panel changed, before and after."""
    found = []
    names = [name for name in LOGGED_FIELDS if name in panel.changed_data]
    for label, (before, after) in before_and_after(panel, names).items():
        sentence = gettext_noop("%(language)s, %(field)s: “%(before)s”, now “%(after)s”.")
        found.append(did(sentence, panel, field=label, before=before, after=after))
    return found
