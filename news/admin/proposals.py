"""Links that are proposed: found by an import or on demand, shown on the form, decided with one click each."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext
from django.views.decorators.http import require_POST

from people.admin.log import said

from ..errors import NewsError
from ..forms.facts import lacks_right
from ..models import Article, Edition, LinkProposal
from ..suggesting import suggest
from .desk import change_url


class ProposalPages:
    """For ArticleAdmin: the two addresses that decide on a proposal."""

    def get_urls(self):
        def own(route, does_accept, name):
            view = require_POST(lambda request, pk, proposal: self.decide(request, pk, proposal, does_accept))
            return path(route, self.admin_site.admin_view(view), name=f"news_proposal_{name}")

        find = self.admin_site.admin_view(require_POST(self.find_view))
        return [
            path("<key:pk>/proposals/find/", find, name="news_proposals_find"),
            own("<key:pk>/proposals/<key:proposal>/accept/", True, "accept"),
            own("<key:pk>/proposals/<key:proposal>/dismiss/", False, "dismiss"),
            *super().get_urls(),
        ]

    def find_view(self, request, pk):
        """Look for people, states, sectors and tags in the newest texts; what is found is listed on the form."""
        if not request.user.has_perm("news.change_article"):
            raise PermissionDenied
        article = get_object_or_404(Article.objects.kept(), pk=pk)
        with transaction.atomic():
            Article.objects.select_for_update(of=("self",)).only("id").get(pk=pk)
            found = len(suggest(article))
        if found:
            sentence = ngettext(
                "%(count)d name is found that the story is not linked to yet.",
                "%(count)d names are found that the story is not linked to yet.",
                found,
            )
            self.message_user(request, sentence % {"count": found}, messages.SUCCESS)
        else:
            self.message_user(request, _("Nothing is found that the story isn’t linked to already."))
        return HttpResponseRedirect(change_url(pk))

    def decide(self, request, pk, proposal, does_accept):
        """Accept or dismiss; an accepted link of a live story is public at once, so it takes the right to publish."""
        if not request.user.has_perm("news.change_article"):
            raise PermissionDenied
        proposals = LinkProposal.objects.filter(article__binned_at__isnull=True).select_related("article")
        proposal = get_object_or_404(proposals, pk=proposal, article=pk)
        try:
            with transaction.atomic():
                # Held until the link is made: a story that isn't public now isn't public then.
                Article.objects.select_for_update(of=("self",)).only("id").get(pk=pk)
                if does_accept and proposal.new_name and not request.user.has_perm("people.add_person"):
                    raise PermissionDenied
                if does_accept and any(lacks_right(request.user, e) for e in Edition.objects.live().filter(article=pk)):
                    raise PermissionDenied
                decision = proposal.accept if does_accept else proposal.dismiss
                decision(by=request.user)
                sentence = gettext_noop("Link accepted: %(name)s.") if does_accept else NOT_LINKED
                self.log_change(request, proposal.article, [said(sentence, name=str(proposal.target))])
        except NewsError as error:
            self.message_user(request, str(error), messages.WARNING)
        else:
            sentence = _("Linked: %(name)s.") if does_accept else _("Not linked: %(name)s.")
            self.message_user(request, sentence % {"name": proposal.target}, messages.SUCCESS)
        return HttpResponseRedirect(change_url(pk))


NOT_LINKED = gettext_noop("Link dismissed: %(name)s.")


def open_proposals(article):
    """The article's open proposals with what they propose."""
    proposals = LinkProposal.objects.open().filter(article=article)
    return proposals.select_related("member_state", "sector", "person", "tag").order_by("pk")
