"""The nodes of a page's structured data, by the kind of page."""

from django.conf import settings
from django.urls import NoReverseMatch, reverse
from django.utils.translation import get_language

from icesco.found import publisher
from icesco.found.links import absolute

from .breadcrumbs import breadcrumb_list
from .story import story_node
from .subjects import subject_node

KINDS_OF_SUBJECT = ("person", "member_state", "sector", "tag")


def page_nodes(context, meta):
    """What the page with this template context is: a list of dicts. meta: title, description, canonical …"""
    match = context["request"].resolver_match
    name = match.view_name if match else ""
    if context.get("edition"):
        nodes = [story_node(context, meta), organisation()]
    elif name == "home":
        nodes = [website(meta), organisation()]
    else:
        nodes = [page_node(context, name, meta)]
    return [without_empty(node) for node in [*nodes, breadcrumb_list(context)] if node]


def page_node(context, name, meta):
    """A page that is not a story: one about a subject, a list, or any other."""
    kind = next((kind for kind in KINDS_OF_SUBJECT if name == f"news:{kind}_detail"), None)
    is_list = kind or name.endswith(("_list", "_archive"))
    return {
        "@type": "ProfilePage" if kind == "person" else "CollectionPage" if is_list else "WebPage",
        "@id": meta["canonical"],
        "url": meta["canonical"],
        "name": meta["title"],
        "description": meta["description"],
        "inLanguage": get_language(),
        "isPartOf": {"@id": website_id()},
        "mainEntity" if kind == "person" else "about": subject_node(kind, context[kind], meta) if kind else None,
    }


def website_id():
    return f"{publisher.home_address()}#website"


def website(meta):
    """The site in this language, with how to search it where that can be done."""
    return {
        "@type": "WebSite",
        "@id": website_id(),
        "url": publisher.home_address(),
        "name": publisher.newsroom_name(),
        "description": meta["description"],
        "inLanguage": get_language(),
        "publisher": {"@id": publisher.organisation_id()},
        "potentialAction": search_action(),
    }


def search_action():
    try:
        address = absolute(reverse("search"))
    except NoReverseMatch:
        return None
    return {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{address}?q={{search_term_string}}"},
        "query-input": "required name=search_term_string",
    }


def organisation():
    return {
        "@type": "Organization",
        "@id": publisher.organisation_id(),
        "name": publisher.organisation_name(),
        "alternateName": "ICESCO",
        "url": f"{settings.SITE_ORIGIN}/",
        "logo": {
            "@type": "ImageObject",
            "url": publisher.logo_address(),
            "width": publisher.LOGO_SIDE_PX,
            "height": publisher.LOGO_SIDE_PX,
        },
    }


def without_empty(value):
    """`value` without entries that say nothing, however deep."""
    if isinstance(value, dict):
        kept = {name: without_empty(inner) for name, inner in value.items()}
        return {name: inner for name, inner in kept.items() if inner not in (None, "", [], {})}
    return [without_empty(inner) for inner in value] if isinstance(value, list) else value
