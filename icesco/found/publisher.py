"""Who publishes: the organisation's names, mark and card in the active language."""

from django.conf import settings
from django.templatetags.static import static
from django.utils.translation import get_language, gettext

from .links import absolute

CARD_WIDTH_PX, CARD_HEIGHT_PX = 1200, 630
LOGO_SIDE_PX = 512


def newsroom_name():
    return gettext("ICESCO newsroom")


def organisation_name():
    return gettext("Islamic World Educational, Scientific and Cultural Organization")


def home_address():
    return absolute(f"/{get_language()}/")


def logo_address():
    return absolute(static("img/logo.png"))


def card():
    """The picture for links to pages without one: {"url", "width", "height", "type", "alt"}."""
    return {
        "url": absolute(static(f"img/card-{get_language()}.png")),
        "width": CARD_WIDTH_PX,
        "height": CARD_HEIGHT_PX,
        "type": "image/png",
        "alt": newsroom_name(),
    }


def organisation_id():
    """What other nodes of structured data call the organisation by, the same on every page."""
    return f"{settings.SITE_ORIGIN}/#organization"
