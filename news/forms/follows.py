"""What a translation may say it follows: a revision of another language, or the text saved with the same form."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from people.languages import LANGUAGES, language_name

from ..models import Revision

MOST_OFFERED = 5  # per language; the one that is public and the one followed now come on top of these
NOW = "now:"  # "now:en" is the English text as this save leaves it


def usual_follows(source_language, states):
    """What a new translation follows unless told otherwise: the source's public text, else its newest."""
    source = states[source_language].edition
    if source is None:
        return f"{NOW}{source_language}"
    return str(source.live_revision_id if source.is_live() else source.newest_revision_id)


def follow_choices(article, language, states, newest):
    """Choices of the field for a text in `language` whose newest revision is `newest` (or None)."""
    choices = [("", pgettext("translated from", "nothing: it is an original"))]
    others = [other for other in LANGUAGES if other != language]
    kept = {newest.follows_id} if newest else set()
    for other in others:
        edition = states[other].edition
        kept |= {edition.live_revision_id, edition.newest_revision_id} if edition else set()
    if article.pk:
        revisions = Revision.objects.filter(article=article, language__in=others).only("language", "number", "article")
        offered = {}
        for revision in revisions.order_by("language", "-number"):
            count = offered.get(revision.language, 0)
            if count < MOST_OFFERED or revision.pk in kept:
                offered[revision.language] = count + 1
                choices.append((str(revision.pk), name_of(revision, states)))
    for other in others:
        name = _("%(language)s, as saved with this form") % {"language": language_name(other)}
        choices.append((f"{NOW}{other}", name))
    return choices


def name_of(revision, states):
    """ "English, revision 3 (public now)"."""
    edition = states[revision.language].edition
    if edition and edition.live_revision_id == revision.pk and edition.is_live():
        return _("%(revision)s (public now)") % {"revision": revision}
    if edition and edition.newest_revision_id == revision.pk:
        return _("%(revision)s (newest)") % {"revision": revision}
    return str(revision)


def language_followed_now(choice):
    """ "en" for the choice "now:en", else None."""
    return choice.removeprefix(NOW) if choice and choice.startswith(NOW) else None


def resolve_follows(article, choice):
    """The Revision that a choice names, or None. Raises ValidationError when that language has no text."""
    if not choice:
        return None
    language = language_followed_now(choice)
    if language is None:
        return Revision.objects.get(article=article, pk=int(choice))
    edition = article.edition(language)
    if edition is None:
        raise ValidationError(_("There is no %(language)s text to follow.") % {"language": language_name(language)})
    return edition.newest_revision
