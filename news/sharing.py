"""Links that hand a page on: plain addresses at other sites, which learn nothing before a reader follows one."""

from urllib.parse import quote, urlencode

from django.utils.translation import gettext_lazy as _

PLACES = (
    ("email", _("E-mail")),
    ("whatsapp", _("WhatsApp")),
    ("telegram", _("Telegram")),
    ("x", _("X (Twitter)")),
    ("facebook", _("Facebook")),
    ("linkedin", _("LinkedIn")),
)


def share_links(title, url):
    """Links that pass `url`, absolute and percent-encoded, on under `title`: a list of {name, label, url}."""
    both = f"{title}\n{url}"
    addresses = {
        # RFC 6068: in a mailto a plus is a plus, and a line ends with CR LF.
        "email": f"mailto:?{encoded(subject=title, body=both.replace(chr(10), chr(13) + chr(10)))}",
        "whatsapp": f"https://wa.me/?{encoded(text=both)}",
        "telegram": f"https://t.me/share/url?{encoded(url=url, text=title)}",
        "x": f"https://x.com/intent/post?{encoded(text=title, url=url)}",
        "facebook": f"https://www.facebook.com/sharer/sharer.php?{encoded(u=url)}",
        "linkedin": f"https://www.linkedin.com/sharing/share-offsite/?{encoded(url=url)}",
    }
    return [{"name": name, "label": label, "url": addresses[name]} for name, label in PLACES]


def encoded(**values):
    """A query of `values`, every sign with a meaning of its own escaped, blanks as %20."""
    return urlencode(values, quote_via=quote, safe="")
