"""What kept a text from going at its hour: kept in each language of the desk, and told to whom it concerns."""

import logging
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language, gettext, override

from people.languages import LANGUAGES, about, language_name

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class Reason:
    """Why the text in `language` couldn't go: `sentences` in the language that is active now."""

    language: str
    sentences: list

    @property
    def said(self):
        """Each sentence with the language it is about: "Arabic: the body is missing."."""
        return [about(language_name(self.language), sentence) for sentence in self.sentences]


def written_down(find):
    """What `find()` answers, [(language, sentences)], said in each language of the desk: data for a JSON column.

    find: called once per language, with that language active, since some sentences are not lazy.
    """
    said = {}
    for language in LANGUAGES:
        with override(language):
            said[language] = [(concerned, list(map(str, sentences))) for concerned, sentences in find()]
    concerned = [language for language, _sentences in said[LANGUAGES[0]]]
    return [
        {"language": language, "said": {reader: said[reader][index][1] for reader in LANGUAGES}}
        for index, language in enumerate(concerned)
    ]


def reasons(failure):
    """What written_down() made, in the language that is active now: a list of Reason."""
    reader = get_language() if get_language() in LANGUAGES else settings.LANGUAGE_CODE
    return [Reason(item["language"], item["said"][reader]) for item in failure]


def owners(by, revisions, languages):
    """Whom a failure concerns: who gave the order and who wrote the texts; without any of them, the publishers.

    by: a User or None. Returns a list of active users with an e-mail address.
    """
    users = get_user_model().objects.filter(is_active=True).exclude(email="")
    keys = {revision.author_id for revision in revisions} | {by and by.pk}
    found = list(users.filter(pk__in=keys - {None}).order_by("pk"))
    if found:
        return found
    may_publish = {
        user.pk for language in languages for user in users.model.objects.with_perm(f"news.publish_{language}")
    }
    return list(users.filter(pk__in=may_publish).order_by("pk"))


def tell_owners(article, failure, due_at, users):
    """Write to `users`, each in their language, once what was decided is kept. A failing mail server is logged.

    due_at: the hour it was due, or None for a release without one. The database keeps the failure in any case.
    """
    transaction.on_commit(
        lambda: [tell(user, article, lambda: letter_on_failure(article, failure, due_at)) for user in users]
    )


def tell_called_off(article, by, users):
    """Write to `users` that `by` (None: a withdrawal) called the release of `article` off, once that is kept."""
    transaction.on_commit(lambda: [tell(user, article, lambda: letter_on_calling_off(article, by)) for user in users])


def tell(user, article, write):
    """Send `user` what `write()` answers, (subject, text), in their language."""
    with override(language_of(user)):
        try:
            send_mail(*write(), None, [user.email])
        except Exception:
            # The text stays marked on the desk; an hour's other publications must not suffer.
            logger.exception("User %s could not be told of article %s", user.pk, article.pk)


def language_of(user):
    """The language that `user` reads the desk in, where it is known; else the site's."""
    chosen = getattr(user, "desk_language", None)
    return chosen if chosen in LANGUAGES else settings.LANGUAGE_CODE


def one_line(text):
    # A title with a line break would be a header of its own.
    return " ".join(str(text).split())


def letter_on_calling_off(article, by):
    said = {"title": one_line(article), "who": by and (by.get_full_name() or by.get_username())}
    if by:
        text = gettext("%(who)s called off the release of “%(title)s”. None of its languages will be published by it:")
    else:
        text = gettext("The release of “%(title)s” is called off, since one of its languages was withdrawn:")
    return gettext("Release called off: %(title)s") % said, "\n".join([text % said, address_of(article), ""])


def address_of(article):
    return settings.SITE_ORIGIN + reverse("admin:news_article_change", args=[article.pk])


def letter_on_failure(article, failure, due_at):
    title = one_line(article)
    lines = [line for reason in reasons(failure) for line in reason.said]
    if due_at:
        at = date_format(timezone.localtime(due_at), "DATETIME_FORMAT")
        opening = gettext("“%(title)s” was due on %(at)s (Rabat time) and was not published:")
        opening %= {"title": title, "at": at}
    else:
        opening = gettext("“%(title)s” was ready to be released and was not published:") % {"title": title}
    closing = gettext("Nothing is tried again until somebody mends it and publishes or schedules it anew:")
    text = "\n".join([opening, "", *(f"- {line}" for line in lines), "", closing, address_of(article), ""])
    return gettext("Not published: %(title)s") % {"title": title}, text
