"""{% moment %}: an instant on the desk, in Rabat time; js/moments.js adds the editor's own where it differs."""

from datetime import UTC

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext

from ..forms.moment import minutes_east

register = template.Library()


@register.simple_tag
def moment(at, style="SHORT_DATETIME_FORMAT"):
    """A <time> with `at`, an aware datetime, in Rabat time, which it names. style: the name of a date format."""
    shown = format_html("<bdi>{}</bdi>", date_format(timezone.localtime(at), style))
    return format_html(
        '<time datetime="{}" data-rabat-offset="{}" data-own="{}">{}</time>',
        at.astimezone(UTC).isoformat(timespec="seconds"),
        minutes_east(at, timezone.get_default_timezone()),
        gettext("(your time: {at})"),
        format_html(gettext("{at} (Rabat time)"), at=shown),
    )
