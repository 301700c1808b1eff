"""How a page is found and followed: its head, and a link to its feed."""

from django import template

from icesco.found.feeds.addresses import page_feeds
from icesco.found.page_meta import page_meta as meta_of

register = template.Library()


@register.inclusion_tag("found/_page_meta.html", takes_context=True)
def page_meta(context):
    """All that the page's head says to search engines, feed readers and sites that show a card of a link to it."""
    return meta_of(context)


@register.inclusion_tag("found/_feed_link.html", takes_context=True)
def feed_link(context):
    """A link to the feed of the stories on this page, if there is one."""
    return {"feed": next(iter(page_feeds(context)), None)}
