"""Whether title and summary fit where they are shown: lists, cards of shared links, search results."""

from django.utils.translation import gettext as _

from .items import warning

LONGEST_TITLE = 110
LONGEST_SUMMARY = 300


def lengths(text):
    title, summary = len(text.revision.title), len(text.revision.summary.strip())
    if title > LONGEST_TITLE:
        sentence = _("The title has %(count)s characters; over %(most)s it is cut where links to it are shown.")
        yield warning(sentence % {"count": title, "most": LONGEST_TITLE}, "draft_title")
    if not summary:
        yield warning(_("The summary is missing: lists and shared links show the title alone."), "draft_summary")
    if summary > LONGEST_SUMMARY:
        sentence = _("The summary has %(count)s characters; over %(most)s it is too long for lists and shared links.")
        yield warning(sentence % {"count": summary, "most": LONGEST_SUMMARY}, "draft_summary")
