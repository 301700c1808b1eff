from django.contrib import admin
from django.db.models import F
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from taggit.models import Tag as UntranslatedTag

from icesco.text.folding import fold
from people.admin.entity import LoggedChangesMixin, name_column
from people.admin.tabs import LanguageFieldsMixin, language_fieldsets
from people.languages import LANGUAGES, column

from ..forms.tag import TagForm
from ..models import Tag
from ..tag_rights import languages_without_right
from .tag_merge import MergeAction

LABEL_COLUMNS = [name_column(language, "label", "label") for language in LANGUAGES]

# The library's own tags are not ours: nobody should write labels there.
if admin.site.is_registered(UntranslatedTag):
    admin.site.unregister(UntranslatedTag)


@admin.register(Tag)
class TagAdmin(MergeAction, LoggedChangesMixin, LanguageFieldsMixin, admin.ModelAdmin):
    """Labels per language; the untranslated key that the tag library needs is made of the first label."""

    form = TagForm
    list_display = [*LABEL_COLUMNS]
    search_fields = ["search_text"]
    search_help_text = _("A label in any language.")
    fieldsets = language_fieldsets("label", "address")

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        form.user = request.user
        return form

    def has_delete_permission(self, request, obj=None):
        is_seen = obj is not None and languages_without_right(request.user, [obj])
        return super().has_delete_permission(request, obj) and not is_seen

    def get_ordering(self, request):
        return [F(column("label", get_language())).asc(nulls_last=True), "pk"]

    def get_search_results(self, request, queryset, search_term):
        return queryset.found_by(search_term), False

    def other_names_of(self, tag):
        labels = dict.fromkeys(filter(None, map(tag.label_in, LANGUAGES)))
        return [label for label in labels if label != str(tag)]

    def reads_like(self, tag, words):
        """Whether a label of `tag` reads like `words`, so that a new tag of that label would be this one."""
        return fold(words) in tag.search_text.split("\n")
