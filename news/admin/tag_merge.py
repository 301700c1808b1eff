"""Merging tags in the admin: a page that says what will happen, and the act itself. It can't be undone."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop, ngettext

from people.admin.log import said
from people.languages import LANGUAGES, column, language_name, listed

from ..errors import NewsError
from ..forms.tag import MergeForm
from ..tag_merge import TagMerge
from ..tag_rights import languages_without_right

MOST_TAGS = 20


class MergeAction:
    """For TagAdmin: the action "Merge…" of the list."""

    actions = ["merge_selected"]

    def has_merge_permission(self, request):
        return self.has_change_permission(request) and self.has_delete_permission(request)

    @admin.action(description=gettext_lazy("Merge…"), permissions=["merge"])
    def merge_selected(self, request, queryset):
        """The page that says what would happen; with `apply` in the POST, does it."""
        tags = list(
            queryset.order_by().annotate(story_count=Count("tagged")).order_by("-story_count", "pk")[: MOST_TAGS + 1]
        )
        if not 2 <= len(tags) <= MOST_TAGS:
            self.message_user(request, _("Choose from 2 to 20 tags to merge."), messages.ERROR)
            return None
        is_answer = "apply" in request.POST or "show" in request.POST
        form = MergeForm(tags, request.POST if is_answer else None, initial={"survivor": tags[0].pk})
        merge = merge_of(tags, request.POST.get("survivor", ""))
        form.offer_labels(merge)
        if "apply" in request.POST and form.is_valid():
            if form.cleaned_data["shown"] != str(merge.survivor.pk):
                self.message_user(request, _("Look at what will happen now, then merge."), messages.WARNING)
            elif not (blockers := lacking_rights(request.user, merge)):
                return self.merge(request, merge, form.labels_from(merge))
            else:
                raise PermissionDenied(" ".join(blockers))
        return TemplateResponse(request, "admin/news/tag/merge.html", self.merge_context(request, form, merge))

    def merge_context(self, request, form, merge):
        return {
            **self.admin_site.each_context(request),
            "title": _("Merge these tags?"),
            "opts": self.opts,
            "media": self.media,
            "back": request.get_full_path(),
            "headings": [language_name(language) for language in LANGUAGES],
            "form": form,
            "merge": merge,
            "tags": form.tags,
            "labels": [form[name] for name in form.fields if name.startswith("label_")],
            "consequences": consequences(merge),
            "blockers": lacking_rights(request.user, merge),
        }

    def merge(self, request, merge, labels_from):
        """Do it, tell and log it; back to the list."""
        merge.labels_from = labels_from
        merged, keys = list(merge.others), [tag.pk for tag in merge.others]
        names = listed(f"“{tag}”" for tag in merged)
        count = merge.gained_count()
        try:
            merge.do()
        except NewsError as error:
            self.message_user(request, str(error), messages.ERROR)
            return HttpResponseRedirect(request.get_full_path())
        for tag, key in zip(merged, keys, strict=True):
            # The log knows what is gone by its key.
            tag.pk = key
        self.log_deletions(request, merged)
        item = said(
            gettext_noop("Merged into this tag: %(names)s. Stories gained: %(count)s."), names=names, count=count
        )
        self.log_change(request, merge.survivor, [item])
        sentence = ngettext(
            "Merged: %(count)d story more carries “%(tag)s” now.",
            "Merged: %(count)d stories more carry “%(tag)s” now.",
            count,
        )
        self.message_user(request, sentence % {"count": count, "tag": merge.survivor}, messages.SUCCESS)
        return HttpResponseRedirect(request.get_full_path())


def merge_of(tags, survivor):
    """The TagMerge of `tags` into the one with the key `survivor`, a str; into the first when it is none of them."""
    chosen = next((tag for tag in tags if str(tag.pk) == survivor), tags[0])
    return TagMerge(chosen, [tag for tag in tags if tag is not chosen])


def consequences(merge):
    """Sentences that say what the merge does."""
    count, gained = merge.story_count(), merge.gained_count()
    told = [
        ngettext("%(count)d story will carry “%(tag)s”.", "%(count)d stories will carry “%(tag)s”.", count)
        % {"count": count, "tag": merge.survivor},
        ngettext("%(count)d of them does not yet.", "%(count)d of them do not yet.", gained) % {"count": gained},
    ]
    for tag in merge.others:
        paths = [path for language in LANGUAGES if (path := getattr(tag, column("path", language)))]
        if paths:
            told.append(
                _("Addresses of “%(tag)s” will lead to “%(survivor)s”: %(paths)s")
                % {"tag": tag, "survivor": merge.survivor, "paths": listed(map(isolated, paths))}
            )
    told.append(_("The other tags are deleted. This can’t be undone."))
    return told


def isolated(text):
    """`text` between marks that keep its direction to itself: paths of two scripts stand in one sentence."""
    return f"\u2068{text}\u2069"


def lacking_rights(user, merge):
    """Sentences that say why `user` may not merge: tags on public stories are public facts."""
    sentence = _("Readers see these tags in %(language)s, and you may not publish in that language.")
    return [sentence % {"language": language_name(code)} for code in languages_without_right(user, merge.tags)]
