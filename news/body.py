"""The body of a story as HTML: what markup it may hold, and what is read out of it.

A picture in a body is `<img src="picture:12" alt="…">` inside a figure: the number is a Picture's key, so
nothing in a text names an address that may change or leak. Pages and the editor put the address in.
"""

import html
import re

import nh3

TAGS = {
    "p",
    "br",
    "h2",
    "h3",
    "ul",
    "ol",
    "li",
    "blockquote",
    "strong",
    "em",
    "sub",
    "sup",
    "a",
    "figure",
    "figcaption",
    "img",
    "bdi",
    "span",
}
ATTRIBUTES = {"*": {"dir", "lang"}, "a": {"href", "hreflang"}, "img": {"src", "alt"}}
PICTURE = re.compile(r'<img\b[^>]*?\bsrc="picture:([0-9]{1,18})"[^>]*>')
FIGURE = re.compile(r"<figure\b[^>]*>.*?</figure>", re.DOTALL)
FIGURE_PART = re.compile(r"(<figure\b[^>]*>|</figure>|<img\b)")
ALT = re.compile(r'\balt="([^"]*)"')
SPAN_TAG = re.compile(r"</?span\b[^>]*>")
EMPTY_PARAGRAPH = re.compile(r"<p>(?:\s|&nbsp;|<br>)*</p>")


def keep_attribute(tag, attribute, value):
    """nh3's filter: the value to keep, or None to drop the attribute."""
    if attribute == "dir":
        return value.lower() if value.lower() in {"ltr", "rtl", "auto"} else None
    if attribute in {"lang", "hreflang"}:
        return value if re.fullmatch(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*", value) else None
    if (tag, attribute) == ("img", "src"):
        return value if re.fullmatch(r"picture:[0-9]{1,18}", value) else None
    if (tag, attribute) == ("a", "href"):
        # Browsers drop tabs and line ends from an address and read a backslash as a slash.
        is_own = re.match(r"(https?://|mailto:|/(?!\s*/)|#)", value) and "\\" not in value
        return value if is_own else None
    return value


def clean_body(text):
    """`text` with nothing but the allowed markup: idempotent, whatever came in.

    Word's headings keep their rank (h1 becomes h2, h4 and deeper h3); b and i become strong and em;
    pictures that are not ours go, with their empty figures.
    """
    for old, new in (("h1", "h2"), ("h4", "h3"), ("h5", "h3"), ("h6", "h3"), ("b", "strong"), ("i", "em")):
        text = re.sub(rf"<(/?){old}(?=[\s>/])", rf"<\1{new}", text, flags=re.IGNORECASE)
    previous = None
    while previous != text:
        previous = text
        text = nh3.clean(
            text,
            tags=TAGS,
            attributes=ATTRIBUTES,
            attribute_filter=keep_attribute,
            url_schemes={"http", "https", "mailto", "picture"},
            link_rel="noopener",
        )
        text = EMPTY_PARAGRAPH.sub("", re.sub(r"<img(?![^>]*\bsrc=)[^>]*>", "", text))
        text = without_bare_spans(text)
        text = without_empty_figures(text)
    return text.strip()


def without_bare_spans(text):
    """Well-formed `text` without the spans that say nothing, each in one go however deep they are nested."""
    is_bare = []

    def tag(match):
        if match[0] != "</span>":
            is_bare.append(match[0] == "<span>")
            return "" if is_bare[-1] else match[0]
        return "" if is_bare and is_bare.pop() else match[0]

    return SPAN_TAG.sub(tag, text)


def without_empty_figures(text):
    """Well-formed `text` without the figures that hold no picture, in one go however deep they are nested."""
    kept, begun = [], []  # begun: for each open figure [where it begins in `kept`, whether it holds a picture]
    for piece in FIGURE_PART.split(text):
        kept.append(piece)
        if piece.startswith("<figure"):
            begun.append([len(kept) - 1, False])
        elif piece.startswith("<img") and begun:
            begun[-1][1] = True
        elif piece == "</figure>" and begun:
            start, has_picture = begun.pop()
            if not has_picture:
                del kept[start:]
            elif begun:
                begun[-1][1] = True
    return "".join(kept)


def without_figures(body):
    """The body without its pictures and their texts: what tells whether the words changed."""
    return PICTURE.sub("", FIGURE.sub("", body))


def picture_texts(body):
    """Pictures in `body`, in order: a list of (key, alt text)."""
    found = []
    for match in PICTURE.finditer(body):
        alt = ALT.search(match[0])
        found.append((int(match[1]), html.unescape(alt[1]) if alt else ""))
    return found


def plain_text(body):
    """The words of `body`, a paragraph a line, without markup."""
    spaced = re.sub(r"</(p|h2|h3|li|blockquote|figcaption)>|<br>", "\n", body)
    return html.unescape(re.sub(r"<[^>]+>", "", spaced)).strip()
