"""Pictures in the admin: upload, texts per language, rights, take-down, and the views that show them to staff only."""

from django import forms
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import Q
from django.http import FileResponse, Http404, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import get_language, gettext_noop
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.admin.entity import LoggedChangesMixin
from people.admin.focal import OriginalFieldMixin, focal_preview, original_preview
from people.admin.log import said
from people.admin.tabs import LanguageFieldsMixin, language_fieldsets
from people.languages import LANGUAGES, columns, language_name, listed
from people.templatetags.people import marked

from ..forms.body import picture_address
from ..models import Picture
from ..pictures.uses import MOST_SHOWN, languages_without_alt, other_uses, uses_of, with_use
from .picture_filters import TakenDownFilter, UsedFilter, WithoutAltFilter

MOST_OFFERED = 24
PREVIEW_WIDTH_PX = 960
SEARCHED = (*columns("alt", "caption", "credit"), "rights_holder", "licence")


class PictureForm(forms.ModelForm):
    """A picture that public texts say nothing of can't stop being decorative."""

    def clean_is_decorative(self):
        is_decorative = self.cleaned_data["is_decorative"]
        was_decorative = self.instance.pk and self.initial.get("is_decorative")
        missing = languages_without_alt(self.instance) if was_decorative and not is_decorative else []
        if missing:
            sentence = _("Public texts show it without alt text in: %(languages)s. Write it there first.")
            names = {"languages": listed(map(language_name, missing))}
            raise forms.ValidationError(sentence, params=names)
        return is_decorative


@admin.register(Picture)
class PictureAdmin(OriginalFieldMixin, LoggedChangesMixin, LanguageFieldsMixin, admin.ModelAdmin):
    form = PictureForm
    list_display = ["thumbnail", "described", "credited", "licence", "is_used", "is_shown_to_readers", "created_at"]
    list_display_links = ["described"]
    list_filter = [UsedFilter, TakenDownFilter, WithoutAltFilter, "is_decorative"]
    search_fields = SEARCHED
    search_help_text = _("Words of the alt text, caption, credit, rights holder or licence, in any language.")
    readonly_fields = ["preview"]
    ordering = ["-pk"]
    list_per_page = 30
    change_form_template = "admin/news/picture/change_form.html"

    class Media:
        js = [*LanguageFieldsMixin.Media.js, *OriginalFieldMixin.Media.js]

    def get_queryset(self, request):
        return with_use(super().get_queryset(request))

    def get_fieldsets(self, request, obj=None):
        file = ["preview", "original", ("focal_x", "focal_y")] if obj else ["original", ("focal_x", "focal_y")]
        return [
            (None, {"fields": [*file, "is_decorative", "rights_holder", "licence"]}),
            *language_fieldsets("alt", "caption", "credit"),
        ]

    def get_form(self, request, obj=None, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        if change and "original" in form.base_fields:
            field = form.base_fields["original"]
            field.label = _("Replace the file")
            field.help_text = _("A new file takes the place of this one wherever it is used; the old one is removed.")
        return form

    def render_change_form(self, request, context, add=False, change=False, form_url="", obj=None):
        if obj:
            context |= uses_context(obj)
        return super().render_change_form(request, context, add, change, form_url, obj)

    def has_delete_permission(self, request, obj=None):
        # Revisions name pictures by their key for ever: a picture is taken down, not deleted.
        return False

    @admin.display(description=_("credit"))
    def credited(self, picture):
        return marked(picture.credit_in, picture.languages)

    @admin.display(description=_("picture"))
    def thumbnail(self, picture):
        return image(picture, "thumbnail")

    @admin.display(description=_("picture"))
    def preview(self, picture):
        return focal_preview(picture_address(picture.pk))

    @admin.display(description=_("alt text"), empty_value="—")
    def described(self, picture):
        texts = [picture.alt_in(get_language()), *map(picture.alt_in, LANGUAGES)]
        return format_html('<bdi dir="auto">{}</bdi>', next(filter(None, texts), "—"))

    @admin.display(description=_("used"), boolean=True)
    def is_used(self, picture):
        return picture.is_used

    @admin.display(description=_("shown"), boolean=True)
    def is_shown_to_readers(self, picture):
        return picture.is_shown

    def get_urls(self):
        def own(route, view, name):
            return path(route, self.admin_site.admin_view(view), name=f"news_picture_{name}")

        return [
            own("chooser/", require_safe(self.chooser_view), "chooser"),
            own("<key:pk>/file/", require_safe(self.file_view), "file"),
            own("<key:pk>/take-down/", require_http_methods(["GET", "POST"])(self.take_down_view), "take_down"),
            own("<key:pk>/put-back/", require_POST(self.put_back_view), "put_back"),
            *super().get_urls(),
        ]

    def file_view(self, request, pk):
        """The picture as staff see it, taken down or not: a rendition, else a copy of the private original."""
        picture = self.seen_picture(request, pk)
        whole = [r for r in picture.renditions if not r.get("crop") and r["format"] == "jpeg"]
        if not whole:
            return original_preview(picture)
        name = [r for r in whole if r["width"] <= PREVIEW_WIDTH_PX or r is whole[0]][-1]["name"]
        if not default_storage.exists(name):
            raise Http404
        return FileResponse(default_storage.open(name), content_type="image/jpeg")

    def seen_picture(self, request, pk):
        if not self.has_view_permission(request):
            raise PermissionDenied
        return get_object_or_404(Picture, pk=pk)

    def chooser_view(self, request):
        """The newest pictures that may be shown, as JSON for the editor: ?language= of the story, ?q= words."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        language = request.GET.get("language")
        if language not in LANGUAGES:
            raise Http404
        pictures = Picture.objects.filter(taken_down_at__isnull=True).order_by("-pk")
        for word in request.GET.get("q", "")[:200].split()[:8]:
            conditions = Q()
            for name in SEARCHED:
                conditions |= Q(**{f"{name}__icontains": word})
            pictures = pictures.filter(conditions)
        return JsonResponse({"pictures": [described(picture, language) for picture in pictures[:MOST_OFFERED]]})

    def take_down_view(self, request, pk):
        picture = self.seen_picture(request, pk)
        if not self.has_change_permission(request, picture):
            raise PermissionDenied
        back = reverse("admin:news_picture_change", args=[pk])
        if request.method == "POST":
            with transaction.atomic():
                if picture.take_down():
                    self.log_change(request, picture, [said(gettext_noop("Taken down."))])
            self.message_user(request, _("The picture is shown nowhere any more."), messages.SUCCESS)
            return HttpResponseRedirect(back)
        context = {
            **self.admin_site.each_context(request),
            **uses_context(picture),
            "title": _("Take this picture down?"),
            "opts": self.opts,
            "original": picture,
            "address": picture_address(pk),
            "back": back,
        }
        return TemplateResponse(request, "admin/news/picture/take_down.html", context)

    def put_back_view(self, request, pk):
        picture = self.seen_picture(request, pk)
        if not self.has_change_permission(request, picture):
            raise PermissionDenied
        try:
            with transaction.atomic():
                if picture.put_back():
                    self.log_change(request, picture, [said(gettext_noop("Put back."))])
        except (OSError, ValidationError):
            self.message_user(request, _("Its file can’t be read any more: upload it anew."), messages.ERROR)
        else:
            self.message_user(request, _("The picture is shown again wherever it is used."), messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:news_picture_change", args=[pk]))


def uses_context(picture):
    """What admin/news/picture/_uses.html needs."""
    uses = uses_of(picture)
    return {
        "uses": uses[:MOST_SHOWN],
        "has_more_uses": len(uses) > MOST_SHOWN,
        "other_uses": [use for use in other_uses() if use.picture == picture.pk],
    }


def image(picture, kind):
    """An img element for staff, or None before there is a file."""
    if not picture.pk:
        return None
    return format_html('<img class="{}" src="{}" alt="">', kind, picture_address(picture.pk))


def described(picture, language):
    """What the editor needs to put `picture` into a text in `language`."""
    return {
        "id": picture.pk,
        "src": picture_address(picture.pk),
        "name": next(filter(None, map(picture.alt_in, (language, *LANGUAGES))), str(picture)),
        "alt": picture.alt_in(language),
        "caption": picture.caption_in(language),
    }
