"""A story's markup as it stands in a feed: every link absolute, pictures plain, nothing that only our pages know."""

from html import escape
from html.parser import HTMLParser
from urllib.parse import urljoin

VOID = {"br", "img", "hr", "source", "wbr"}
# A picture's other copies and how the page loads it are the page's business; readers get the plain one.
DROPPED_TAGS = {"picture", "source"}
KEPT = {"href", "hreflang", "src", "alt", "width", "height", "lang", "dir", "title", "cite", "datetime"}
ADDRESSES = {"href", "src", "cite"}


class PortableMarkup(HTMLParser):
    """Writes markup anew: feed() it the page's sanitised HTML, then read `parts`."""

    def __init__(self, address):
        super().__init__(convert_charrefs=True)
        self.address = address
        self.parts = []

    def handle_starttag(self, tag, attributes):
        if tag in DROPPED_TAGS:
            return
        kept = [(name, value or "") for name, value in attributes if name in KEPT]
        said = "".join(f' {name}="{escape(self.portable(name, value))}"' for name, value in kept)
        self.parts.append(f"<{tag}{said}>")

    def handle_endtag(self, tag):
        if tag not in DROPPED_TAGS | VOID:
            self.parts.append(f"</{tag}>")

    def handle_data(self, text):
        self.parts.append(escape(text, quote=False))

    def portable(self, name, value):
        return urljoin(self.address, value) if name in ADDRESSES else value


def portable(markup, address):
    """`markup`, the HTML of a part of the page at the absolute `address`, for readers elsewhere: a str."""
    writer = PortableMarkup(address)
    writer.feed(markup)
    writer.close()
    return "".join(writer.parts)
