"""What a copy kept elsewhere has to take down."""

from datetime import UTC, datetime

from django.db.models import DateTimeField

from news.models import Edition

from ...found.feeds.identity import entry_id
from ..addresses import api_url
from ..editions import moment
from ..endpoint import Answer, endpoint
from ..pages import PAGING, CursorPage, other_pages, page_data
from ..parameters import language_in, moment_in

USUAL = 100
EVER = datetime(1, 1, 2, tzinfo=UTC)


class WithdrawalPage(CursorPage):
    """The rows of Edition.objects.gone_since(), in the order in which they went."""

    def fields(self):
        went_at = DateTimeField()
        went_at.set_attributes_from_name("went_at")
        return [("went_at", went_at), ("pk", self.rows.model._meta.pk)]


@endpoint("language", "since", *PAGING)
def withdrawal_list(request):
    """Editions that were public and are so no more, oldest first, without a word of theirs: the slug is one."""
    params = request.GET
    language = language_in(params)
    gone = Edition.objects.gone_since(language, moment_in(params, "since") or EVER)
    page = WithdrawalPage(gone.only("language", "article_id"), params, USUAL, ("went_at", "pk"))
    links = page.links("withdrawal_list", params)
    return Answer(page_data([withdrawal(edition) for edition in page], links), language, links=other_pages(links))


def withdrawal(edition):
    """One of them, with `went_at`, as a dict."""
    return {
        "id": entry_id(edition),
        "article": edition.article_id,
        "language": edition.language,
        "withdrawn_at": moment(edition.went_at),
        "api_url": api_url("edition_detail", edition.article_id, edition.language),
    }
