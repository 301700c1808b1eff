"""The words of the daily mail, as plain text and as HTML, in the active language."""

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext

from icesco.text.direction import direction
from people.languages import about, language_name

from .words import waiting_sentence

ISOLATE, END_OF_ISOLATE = "\u2068", "\u2069"  # a title keeps to itself whatever direction it has
RIGHT_TO_LEFT_MARK = "\u200f"  # a line of an Arabic mail runs from the right though a foreign title begins it


def subject_of(digest):
    return about(gettext("ICESCO newsroom"), waiting_sentence(digest.count))


def sections(digest):
    """(heading, Rows, how many more there are) of each part that has any, in the order of urgency."""
    headings = (
        gettext("Overdue"),
        gettext("Assigned to you"),
        gettext("New since the last mail"),
        gettext("Translations behind their source"),
    )
    parts = zip(headings, digest.parts, strict=True)
    return [(heading, part.rows, max(part.count - len(part.rows), 0)) for heading, part in parts if part.rows]


def links():
    """The pages of the desk that the mail leads to, as absolute addresses."""
    return {name: absolute(f"admin:news_queue{part}") for name, part in (("queue", ""), ("choices", "_preferences"))}


def absolute(name, *args):
    return settings.SITE_ORIGIN + reverse(name, args=args)


def address_of(row):
    """The form of the story, opened at the language that waits."""
    return f"{absolute('admin:news_article_change', row.item.article_id)}#{row.item.language}"


def said_of(row):
    """What waits, in which language, for how long, till when: "French: to translate · 3 days"."""
    said = [about(language_name(row.item.language), row.label), row.age]
    if row.holder and row.holder.due_on:
        said.append(gettext("due on %(day)s") % {"day": date_format(row.holder.due_on, "SHORT_DATE_FORMAT")})
    return " · ".join(map(str, said))


def text_of(digest, language):
    """The mail as plain text."""
    lines = [waiting_sentence(digest.count), ""]
    for heading, rows, more in sections(digest):
        lines += [heading, "=" * len(heading)]
        for row in rows:
            lines += [f"– {ISOLATE}{row.title}{END_OF_ISOLATE}", said_of(row), address_of(row), ""]
        lines += [more_of(more), ""] if more else []
    lines += [gettext("The whole queue:"), links()["queue"], ""]
    lines += [gettext("You get this mail once a day, when something waits. Change its language or end it:")]
    lines += [links()["choices"], ""]
    return "\n".join(in_direction(line, language) for line in lines)


def in_direction(line, language):
    """`line` marked where an Arabic mail would turn it round; addresses stay as they are, to be followed."""
    is_turned = direction(language) == "rtl" and line and not line.startswith("http")
    return f"{RIGHT_TO_LEFT_MARK}{line}" if is_turned else line


def more_of(count):
    return gettext("and more: %(count)d") % {"count": count}


def html_of(digest, language):
    """The mail as HTML, in the direction of its language."""
    shown = [
        (heading, [(row, said_of(row), address_of(row)) for row in rows], more_of(more) if more else "")
        for heading, rows, more in sections(digest)
    ]
    context = {
        "language": language,
        "direction": direction(language),
        "subject": subject_of(digest),
        "sentence": waiting_sentence(digest.count),
        "sections": shown,
        **links(),
    }
    return render_to_string("news/mail/digest.html", context)
