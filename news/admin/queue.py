"""The queue: what waits for whom, claimed, assigned and handed back; and what each wants of the desk."""

import re
from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from people.languages import LANGUAGES, about, language_name

from ..errors import NewsError
from ..forms.queue import AssignForm, PreferenceForm, QueueForm
from ..models import Article, DeskPreference, WorkItem
from ..queue.rows import rows_of
from ..queue.waiting import MOST_SHOWN, PER_PAGE, Waiting
from ..queue.words import KIND_SIGNS
from .acts import did


class QueuePages:
    """For ArticleAdmin: article/queue/ and what is done from it."""

    def get_urls(self):
        def own(route, view, name):
            return path(route, self.admin_site.admin_view(view), name=f"news_queue{name}")

        asking = require_http_methods(["GET", "POST"])
        work = "queue/<key:pk>/<str:language>"
        return [
            own("queue/", require_safe(self.queue_view), ""),
            own("queue/preferences/", asking(self.preferences_view), "_preferences"),
            own(f"{work}/claim/", require_POST(self.claim_view), "_claim"),
            own(f"{work}/hand-back/", require_POST(self.hand_back_view), "_hand_back"),
            own(f"{work}/assign/", asking(self.assign_view), "_assign"),
            *super().get_urls(),
        ]

    def desk_context(self, request, title, **context):
        """What every page of the desk shows; only for those who may see stories. Raises PermissionDenied."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return {**self.admin_site.each_context(request), "opts": self.opts, "title": title, **context}

    def queue_view(self, request):
        context = self.desk_context(request, _("The queue"))
        form = QueueForm(request.GET)
        context |= {"form": form, "query": request.GET.urlencode()}
        if not form.is_valid():
            return TemplateResponse(request, "admin/news/article/queue.html", context, status=422)
        number, wanted = page_number(request), form.wanted()
        items, has_more = Waiting(request.user, wanted).page(number)
        if number > 1 and not items:
            return self.first_page(request)  # the last row of this page was just taken, say
        is_last = number * PER_PAGE >= MOST_SHOWN
        context |= {
            "rows": [(row, acts_of(row, request.user)) for row in rows_of(items, timezone.now())],
            "counts": by_language(Waiting(request.user, replace(wanted, language="", kind="")).counts()),
            "whose": wanted.whose,
            "previous": page_query(request, number - 1) if number > 1 else "",
            "next": page_query(request, number + 1) if has_more and not is_last else "",
            "is_cut": has_more and is_last,
        }
        return TemplateResponse(request, "admin/news/article/queue.html", context)

    def find_item(self, request, pk, language):
        """The WorkItem, of somebody who may see stories. Raises Http404, PermissionDenied."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        if language not in LANGUAGES:
            raise Http404
        get_object_or_404(Article.objects.only("id"), pk=pk)
        # A language in which nothing waits any more says so when it is locked; there need be no row.
        return WorkItem.objects.filter(article=pk, language=language).first() or WorkItem(
            article_id=pk, language=language
        )

    def claim_view(self, request, pk, language):
        item = self.find_item(request, pk, language)

        def claim():
            item.claim(request.user)
            return _("Taken: it waits for you now."), did(gettext_noop("%(language)s: claimed."), item)

        return self.do_work(request, item, claim)

    def hand_back_view(self, request, pk, language):
        item = self.find_item(request, pk, language)

        def hand_back():
            name = str(item.hand_back(request.user))
            logged = did(gettext_noop("%(language)s: handed back; %(name)s had it."), item, name=name)
            return _("Handed back: it waits for whoever comes."), logged

        return self.do_work(request, item, hand_back)

    def assign_view(self, request, pk, language):
        item = self.find_item(request, pk, language)
        if not item.may_assign(request.user):
            raise PermissionDenied
        form = AssignForm(item, request.POST if request.method == "POST" else None)
        if request.method == "POST" and form.is_valid():
            return self.do_work(request, item, lambda: assign(item, request.user, form.cleaned_data))
        (row,) = rows_of([item], timezone.now()) if item.pk else (None,)
        context = self.desk_context(
            request,
            about(language_name(language), _("who does this?")),
            form=form,
            row=row,
            query=request.GET.urlencode(),
        )
        return TemplateResponse(request, "admin/news/article/assign.html", context, status=422 if form.errors else 200)

    def do_work(self, request, item, act):
        """Call `act`, which returns (sentence for the person, item for the log); what it refuses is said instead."""
        try:
            with transaction.atomic():
                sentence, logged = act()
                self.log_change(
                    request, Article.objects.only("id", "source_language").get(pk=item.article_id), [logged]
                )
        except NewsError as error:
            self.message_user(request, about(language_name(item.language), str(error)), messages.ERROR)
        else:
            self.message_user(request, about(language_name(item.language), sentence), messages.SUCCESS)
        return HttpResponseRedirect(f"{reverse('admin:news_queue')}?{request.GET.urlencode()}".rstrip("?"))

    def first_page(self, request):
        query = request.GET.copy()
        del query["page"]
        return HttpResponseRedirect(f"{reverse('admin:news_queue')}?{query.urlencode()}".rstrip("?"))

    def preferences_view(self, request):
        context = self.desk_context(request, _("What I want of the desk"))
        form = PreferenceForm(
            request.POST if request.method == "POST" else None, instance=DeskPreference.of(request.user)
        )
        if request.method == "POST" and form.is_valid():
            form.save()
            self.message_user(request, _("Your choices are saved."), messages.SUCCESS)
            return HttpResponseRedirect(reverse("admin:news_queue"))
        context |= {"form": form, "has_address": bool(request.user.email)}
        return TemplateResponse(
            request, "admin/news/article/preferences.html", context, status=422 if form.errors else 200
        )


def assign(item, by, cleaned):
    """Give `item` as a valid AssignForm says; (sentence, item for the log). Raises a NewsError."""
    assignee, due_on = cleaned["assignee"], cleaned["due_on"]
    item.assign(assignee, by=by, due_on=due_on, note=cleaned["note"], seen=cleaned["seen"])
    name = str(assignee)
    if due_on:
        logged = gettext_noop("%(language)s: assigned to %(name)s, due on %(day)s.")
        return _("Assigned to %(name)s.") % {"name": name}, did(logged, item, name=name, day=due_on.isoformat())
    return _("Assigned to %(name)s.") % {"name": name}, did(
        gettext_noop("%(language)s: assigned to %(name)s."), item, name=name
    )


def acts_of(row, user):
    """Which buttons `user` gets on a Row: any of translate, claim, hand_back, assign."""
    may_assign = row.item.may_assign(user)
    is_translation = row.item.kind in (WorkItem.Kind.TRANSLATE, WorkItem.Kind.UPDATE)
    acts = ["translate"] if is_translation and user.has_perm(f"news.write_{row.item.language}") else []
    acts += ["claim"] if row.holder is None and row.item.may_do(user) else []
    if row.holder and (row.holder.assignee_id == user.pk or may_assign):
        acts.append("hand_back")
    return [*acts, "assign"] if may_assign else acts


def by_language(counts):
    """The counts of Waiting as the page shows them: a list with one dict for each language."""
    shown = []
    for language in LANGUAGES:
        own = [(kind, n) for code, kind, n in counts if code == language]
        kinds = [
            {"kind": kind, "sign": KIND_SIGNS[kind], "label": WorkItem.Kind(kind).label, "count": n}
            for kind, n in own
            if kind and n
        ]
        shown.append({"language": language, "name": language_name(language), "kinds": kinds})
    return shown


def page_number(request):
    """The number of the page asked for. Raises Http404 on what is none."""
    value = request.GET.get("page", "1")
    if not re.fullmatch("[1-9][0-9]?", value) or int(value) > MOST_SHOWN // PER_PAGE:
        raise Http404
    return int(value)


def page_query(request, number):
    query = request.GET.copy()
    query["page"] = number
    return query.urlencode()
