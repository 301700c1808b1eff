"""The way from the home page to a page."""

from django.urls import reverse
from django.utils.translation import gettext

from icesco.found import publisher
from icesco.found.links import absolute

# The list that a kind of page belongs to: its route and its name, a function since it is in the page's language.
PARENTS = {
    "news:edition_detail": ("news:edition_list", lambda: gettext("News")),
    "news:month_archive": ("news:edition_list", lambda: gettext("News")),
    "news:tag_detail": ("news:edition_list", lambda: gettext("News")),
    "news:person_detail": ("news:person_list", lambda: gettext("People")),
    "news:member_state_detail": ("news:member_state_list", lambda: gettext("Member states")),
    "news:sector_detail": ("news:sector_list", lambda: gettext("Sectors")),
}


def breadcrumb_list(context, name, meta):
    """The BreadcrumbList of the page with route `name`, or None on the home page."""
    if name == "home":
        return None
    steps = [(publisher.newsroom_name(), publisher.home_address())]
    if name in PARENTS:
        route, label = PARENTS[name]
        steps.append((label(), absolute(reverse(route))))
    steps.append((meta["title"], meta["canonical"]))
    return {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": label, "item": address}
            for position, (label, address) in enumerate(steps, 1)
        ],
    }
