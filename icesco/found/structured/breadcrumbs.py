"""The way from the home page to a page, as its breadcrumbs show it."""

from icesco.breadcrumbs import trail
from icesco.found.links import absolute


def breadcrumb_list(context):
    """The BreadcrumbList of the page with this template context, or None where it has no breadcrumbs."""
    steps = trail(context["request"], context)
    return steps and {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": step.label, "item": absolute(step.url)}
            for position, step in enumerate(steps, 1)
        ],
    }
