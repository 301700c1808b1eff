"""What the desk says of work that waits."""

from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext

from news.queue.waiting import MOST_COUNTED, Waiting
from news.queue.words import waiting_sentence

register = template.Library()


@register.filter
def capped(count):
    """A number that is not counted beyond 1,000, in words where it is more."""
    if count > MOST_COUNTED:
        return gettext("more than %(count)s") % {"count": number_format(MOST_COUNTED, 0, force_grouping=True)}
    return number_format(count, 0, force_grouping=True)


@register.simple_tag
def waiting_for(user):
    """How many texts wait for `user`, as a sentence; '' for none. One query."""
    count = Waiting(user).count()
    return waiting_sentence(count) if count else ""
