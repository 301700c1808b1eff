"""The content security policies: one for public pages, one for the admin. No nonce, so pages stay cacheable."""

import base64
import hashlib
from functools import cache

PUBLIC = {
    "default-src": ["'none'"],
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "font-src": ["'self'"],
    "connect-src": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'none'"],
    "frame-ancestors": ["'none'"],
}
# The one style element that the editor's library injects (tiptap), by its digest: it changes with the editor's
# version, and the browser test of the article form tells when.
EDITOR_STYLE = "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"


def policy(directives):
    """The header's value for a dict of directive → list of sources."""
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())


def digest_source(text):
    """The source expression that allows exactly this inline text."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@cache
def public_policy():
    return policy(PUBLIC)


def import_map_source():
    """The source expression of the import map that the editor's pages carry: file names change with each release."""
    # Asked for late: the names are known once static files are collected.
    from news.forms.body import IMPORT_MAP

    text = IMPORT_MAP.render().partition(">")[2].rpartition("</script>")[0]
    return digest_source(text)


@cache
def admin_policy():
    """The public policy, with pictures as data (the admin's icons) and the editor's two fixed digests."""
    return policy(
        {
            **PUBLIC,
            "script-src": ["'self'", import_map_source()],
            "style-src": ["'self'", EDITOR_STYLE],
            "img-src": ["'self'", "data:"],
        }
    )
