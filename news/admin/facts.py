"""Facts of a story with rows of their own, as parts of its form: people, gallery, video, documents."""

from django.contrib import admin
from django.contrib.admin.widgets import AdminIntegerFieldWidget
from django.core.exceptions import PermissionDenied
from django.db.models import PositiveSmallIntegerField
from django.forms import FileInput
from django.shortcuts import get_object_or_404
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from people.admin.keys import KeysMixin
from people.admin.tabs import LanguageFieldsMixin
from people.languages import LANGUAGES, columns

from ..forms.facts import AppearanceFormSet, DescribedFormSet, FactFormSet, GalleryForm, VideoForm
from ..models import Appearance, Attachment, GalleryPicture, Video
from ..views.attachment import pdf_response
from .pictures import image


class FactInline(KeysMixin, LanguageFieldsMixin, admin.StackedInline):
    """Rows that who may change the story may change, with the words of each language on a line."""

    formset = FactFormSet
    extra = 0
    labels_say_language = True
    classes = ["facts"]
    # What PostgreSQL has room for; SQLite would take any number.
    formfield_overrides = {PositiveSmallIntegerField: {"widget": AdminIntegerFieldWidget, "max_value": 32767}}

    def get_formset(self, request, obj=None, **kwargs):
        formset = super().get_formset(request, obj, **kwargs)
        formset.user = request.user
        return formset

    def has_add_permission(self, request, obj=None):
        return request.user.has_perm("news.change_article") or request.user.has_perm("news.add_article")

    has_change_permission = has_delete_permission = has_add_permission

    def has_view_permission(self, request, obj=None):
        return request.user.has_perm("news.view_article") or self.has_add_permission(request, obj)


class AppearanceInline(FactInline):
    """The people of a story, each with the honorific and role of that day in each language."""

    model = Appearance
    formset = AppearanceFormSet
    autocomplete_fields = ["person"]
    classes = ["facts", "appearances"]
    fieldsets = [
        (None, {"fields": [("person", "position"), *((f"honorific_{code}", f"role_{code}") for code in LANGUAGES)]})
    ]


class GalleryInline(FactInline):
    model = GalleryPicture
    form = GalleryForm
    formset = DescribedFormSet
    autocomplete_fields = ["picture"]
    readonly_fields = ["shown"]
    fieldsets = [
        (
            None,
            {
                "fields": [
                    ("shown", "picture", "position"),
                    *((f"alt_{code}", f"caption_{code}") for code in LANGUAGES),
                ]
            },
        )
    ]

    @admin.display(description=_("What it shows"))
    def shown(self, row):
        return image(row.picture, "thumbnail") if row.picture_id else "—"


class VideoInline(FactInline):
    model = Video
    form = VideoForm
    formset = DescribedFormSet
    max_num = 1
    autocomplete_fields = ["poster"]
    fieldsets = [(None, {"fields": [("address", "poster"), *((f"title_{code}", f"alt_{code}") for code in LANGUAGES)]})]


class PdfInput(FileInput):
    """The browser's own: the file of a row that exists is beside it, to be opened."""

    def __init__(self, attrs=None):
        super().__init__({"accept": "application/pdf", **(attrs or {})})


class AttachmentInline(FactInline):
    model = Attachment
    view_on_site = False  # it has no page; the link beside it opens the file
    readonly_fields = ["document"]
    fieldsets = [(None, {"fields": [("document", "file"), ("language", "position"), columns("title")]})]

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        if db_field.name == "file":
            kwargs["widget"] = PdfInput
        return super().formfield_for_dbfield(db_field, request, **kwargs)

    @admin.display(description=_("Document"))
    def document(self, row):
        if not row.pk:
            return "—"
        address = reverse("admin:news_attachment_file", args=[row.article_id, row.pk])
        return format_html('<a href="{}"><bdi>{}</bdi></a>', address, row)


class AttachmentPages:
    """For ArticleAdmin: a story's documents for staff, public or not."""

    def get_urls(self):
        view = self.admin_site.admin_view(require_safe(self.attachment_view))
        return [path("<key:pk>/attachments/<key:attachment>/", view, name="news_attachment_file"), *super().get_urls()]

    def attachment_view(self, request, pk, attachment):
        if not self.has_view_permission(request):
            raise PermissionDenied
        found = get_object_or_404(Attachment, pk=attachment, article=pk, article__binned_at__isnull=True)
        return pdf_response(found)
