"""Style sheets: of which components each kind of page is made, and the one file that is served for it.

To add a component: write static/css/components/<name>.css and add one line to COMPONENTS.
"""

import os
import posixpath
import re

from django.conf import settings
from django.contrib.staticfiles.finders import BaseFinder
from django.core.checks import Error, register
from django.core.files.storage import FileSystemStorage

KINDS = ("home", "story", "list", "entity", "directory", "text", "search", "plain")
# What every page begins with, beside the components.
FOUNDATIONS = ("css/tokens.css", "css/base.css")
# {component: kinds of page that have it}, in the order in which they stand in the served file.
COMPONENTS = {
    "skip-link": KINDS,
    "site-header": KINDS,
    "site-search": KINDS,
    "language-switch": KINDS,
    "main-nav": KINDS,
    "breadcrumbs": KINDS,
    "button": KINDS,
    "section": KINDS,
    "badge": ("home", "story", "list", "entity", "plain", "search"),
    "lead": ("home",),
    "headlines": ("home",),
    "card": ("home", "story", "list", "entity"),
    "feed-link": ("home", "list", "entity"),
    "filters": ("list", "search"),
    "pages": ("list", "entity", "directory", "search"),
    "archive": ("list",),
    "state": ("story", "entity", "directory"),
    "entity": ("entity",),
    "directory": ("directory",),
    "portrait": ("entity", "directory"),
    "other-languages": ("entity", "plain", "search"),
    "message": ("plain",),
    "prose": ("story", "text"),
    "code": ("text",),
    "story": ("story",),
    "media": ("story",),
    "provenance": ("story",),
    "links": ("story",),
    "search": ("search",),
    "reading": ("story",),
    "institution": ("text",),
    "rating": KINDS,
    "site-footer": KINDS,
    "print": KINDS,
}
PAGES = "css/pages/"
SOURCES = settings.BASE_DIR / "static"

COMMENTS = re.compile(r"""(?P<text>"[^"\n]*"|'[^'\n]*')|/\*.*?\*/""", re.DOTALL)
PIECES = re.compile(
    r"""(?P<url>url\(\s*["']?(?P<target>[^"')]+)["']?\s*\))
    |(?P<text>"[^"\n]*"|'[^'\n]*')
    |\s*(?P<mark>[{};,])\s*
    |(?P<colon>:)[ ]
    |(?P<space>\s+)""",
    re.DOTALL | re.VERBOSE,
)


def sources(kind):
    """Names of the files, below static/, that the style sheet of a kind of page is made of, in order."""
    components = [name for name, kinds in COMPONENTS.items() if kind in kinds]
    return [*FOUNDATIONS, *(f"css/components/{name}.css" for name in components)]


def stylesheet(kind):
    """The style sheet of a kind of page: its sources one after the other, without comments and idle space."""
    return "".join(condensed((SOURCES / name).read_text(encoding="utf-8"), name) for name in sources(kind)) + "\n"


def condensed(css, name):
    """`css`, the file `name` below static/, as it reads within css/pages/: url() leads to the same file as before."""

    def shorter(piece):
        if piece["url"]:
            return f'url("{from_pages(piece["target"], name)}")'
        return piece["text"] or piece["mark"] or piece["colon"] or " "

    css = COMMENTS.sub(lambda piece: piece["text"] or " ", css)
    return PIECES.sub(shorter, css).strip().replace(";}", "}")


def from_pages(target, name):
    """The address `target`, relative to the file `name`, relative to css/pages/ instead; others as they are."""
    if re.match(r"[a-z]+:|[/#]", target):
        return target
    return posixpath.relpath(posixpath.join(posixpath.dirname(name), target), PAGES)


def page_stylesheet(kind):
    """The name below static/ of the one style sheet of a kind of page. Raises KeyError on a kind that isn't one."""
    if kind not in KINDS:
        raise KeyError(kind)
    return f"{PAGES}{kind}.css"


def built():
    """The folder of style sheets once they are made: who serves or collects static files wants them on disk."""
    return settings.VAR_DIR / "stylesheets"


def build(kind):
    """Write the style sheet of a kind of page unless it stands there already; returns its path."""
    css, path = stylesheet(kind), built() / page_stylesheet(kind)
    # Left alone when the same: collectstatic goes by the time of the last change.
    if not path.exists() or path.read_text(encoding="utf-8") != css:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Aside and renamed: two processes may build at once.
        draft = path.with_suffix(f".{os.getpid()}")
        draft.write_text(css, encoding="utf-8")
        draft.replace(path)
    return path


class PageStylesheets(BaseFinder):
    """Finds css/pages/<kind>.css, made of its components when asked for."""

    def check(self, **kwargs):
        return []

    def find(self, path, find_all=False, **kwargs):
        kind = posixpath.splitext(path.removeprefix(PAGES))[0]
        found = [str(build(kind))] if kind in KINDS and path == page_stylesheet(kind) else []
        return found[0] if found and not find_all else found

    def list(self, ignore_patterns):
        for kind in KINDS:
            build(kind)
            yield page_stylesheet(kind), FileSystemStorage(location=built())


@register
def components_exist(app_configs, **kwargs):
    """Every file that a style sheet is made of is there, and every component is part of a kind of page."""
    named = {name for kind in KINDS for name in sources(kind)}
    missing = sorted(name for name in named if not (SOURCES / name).is_file())
    written = {f"css/components/{path.name}" for path in (SOURCES / "css" / "components").glob("*.css")}
    unused = sorted(written - named)
    strange = sorted({kind for kinds in COMPONENTS.values() for kind in kinds} - set(KINDS))
    hint = "See COMPONENTS in icesco/stylesheets.py."
    return [
        *(
            Error(f"static/{name} is part of a style sheet but missing.", hint=hint, id="icesco.E001")
            for name in missing
        ),
        *(Error(f"static/{name} is part of no style sheet.", hint=hint, id="icesco.E002") for name in unused),
        *(Error(f"“{kind}” is no kind of page.", hint=hint, id="icesco.E003") for kind in strange),
    ]
