"""Links of the source that the translation doesn't have."""

import re
from collections import Counter
from urllib.parse import unquote, urlsplit

from django.utils.translation import gettext as _

from .items import Finding

# en.wikipedia.org and ar.wikipedia.org, www.example.org and example.org are one place.
ONLY_A_LANGUAGE = re.compile(r"^(?:www\.)?(?:(?:ar|en|fr)\.)?(?:www\.)?")


def check(pair):
    """Findings for the addresses of the source that neither are in the translation nor have one of their host there.

    A page often has an address of its own in each language, so what is not linked alike is paired off by host.
    """
    linked = {same(address): address for address in pair.links}
    wanted = {same(address): address for address in pair.source_links}
    spare = Counter(host(address) for key, address in linked.items() if key not in wanted)
    for key, address in wanted.items():
        if key in linked:
            continue
        if spare[host(address)]:
            spare[host(address)] -= 1
        else:
            sentence = _("The link “%(address)s” of the source is missing from the translation.")
            yield Finding("links", address, sentence % {"address": unquote(address)})


def same(address):
    """One spelling for addresses that lead to the same page."""
    return unquote(re.sub(r"^https?://(?:www\.)?", "//", address.strip())).rstrip("/")


def host(address):
    """Where an address leads: a host, what stands behind the @ of a mailbox, "" for the site's own pages."""
    address = address.strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    if parts.netloc:
        return ONLY_A_LANGUAGE.sub("", parts.netloc.lower())
    if parts.scheme == "mailto":
        return "mailto:" + parts.path.rpartition("@")[2].lower()
    return f"{parts.scheme}:{parts.path}" if parts.scheme else ""
