from django import template
from django.utils.formats import number_format
from django.utils.translation import gettext, pgettext

from ..forms import widget

register = template.Library()


@register.inclusion_tag("feedback/_rating_form.html", takes_context=True)
def rating_form(context):
    """The five-point question about the page being shown. Needs `request`; costs no query and no cookie."""
    return widget(context["request"].path)


@register.filter
def percent(share, decimals=1):
    """A fraction 0–1 as a localised percentage; a dash for None."""
    if share is None:
        return "–"
    # Translators: a share, such as 81.5%
    return gettext("{number}%").format(number=number_format(100 * share, decimals))


@register.filter
def score(value):
    """A mean score 1–5, localised, with two decimals; a dash for None."""
    return "–" if value is None else number_format(value, 2)


@register.filter
def points(share):
    """A difference of shares as percentage points with its sign, such as +3.2; a dash for None."""
    if share is None:
        return "–"
    return f"{'−' if share < 0 else '+'}{number_format(abs(100 * share), 1)}"


@register.filter
def band(pair, kind):
    """A band (low, high) as one text, such as 78.1–84.3%. kind: `percent` or `score`; a dash for None."""
    if pair is None:
        return "–"
    show = percent if kind == "percent" else score
    # Translators: from one number to another, such as 78.1%–84.3%
    return pgettext("band", "{low}–{high}").format(low=show(pair[0]), high=show(pair[1]))
