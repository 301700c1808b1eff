"""What a request says of who sends it, read once and never stored: the network address, the browser, the device."""

import ipaddress
import re
from dataclasses import dataclass

from django.conf import settings

from .models import Rating

TABLETS = re.compile(r"iPad|Tablet|PlayBook|Silk|Android(?!.*Mobile)")
PHONES = re.compile(r"Mobi|iPhone|iPod|Android|Opera Mini|KaiOS")
COMPUTERS = re.compile(r"Windows NT|Macintosh|X11|CrOS")
LONGEST = 500  # of a header that goes into a hash


@dataclass(frozen=True)
class Client:
    """address: of the network, an IPv6 one cut to the /64 that one household has; "" where there is none.

    user_agent, languages: headers as sent, cut; fetch: {name: value} of the Sec-Fetch headers, lower case.
    """

    address: str
    user_agent: str
    languages: str
    fetch: dict

    @property
    def device(self):
        """A Rating.Device, by the words that browsers say of it."""
        for device, pattern in (
            (Rating.Device.TABLET, TABLETS),
            (Rating.Device.PHONE, PHONES),
            (Rating.Device.COMPUTER, COMPUTERS),
        ):
            if pattern.search(self.user_agent):
                return device
        return Rating.Device.UNKNOWN


def client_of(request):
    """The Client that sent `request`."""
    headers = request.headers
    names = ("site", "mode", "dest", "user")
    return Client(
        network_of(address_of(request)),
        headers.get("User-Agent", "")[:LONGEST],
        headers.get("Accept-Language", "")[:LONGEST],
        {name: value for name in names if (value := headers.get(f"Sec-Fetch-{name.title()}", ""))},
    )


def address_of(request):
    """The address of who sent `request`.

    FEEDBACK_TRUSTED_PROXIES (default 0) says how many proxies of ours stand in front: so many entries at the end of
    X-Forwarded-For are theirs to write. What comes before was written by the sender, and is nothing to go by.
    """
    trusted = getattr(settings, "FEEDBACK_TRUSTED_PROXIES", 0)
    forwarded = [entry.strip() for entry in request.headers.get("X-Forwarded-For", "").split(",") if entry.strip()]
    if trusted and len(forwarded) >= trusted:
        return forwarded[-trusted]
    return request.META.get("REMOTE_ADDR", "")


def network_of(address):
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return ""
    if found.version == 6:
        mapped = found.ipv4_mapped
        return str(mapped or ipaddress.ip_network((found, 64), strict=False))
    return str(found)
