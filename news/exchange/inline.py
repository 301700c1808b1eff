"""Texts as the content of an XML element: XLIFF 1.2 says <g> and <x/>, XLIFF 2.0 <pc> and <ph/>."""

from lxml import etree

from .marks import CLOSE, OPEN, SINGLE, STRANGE, Mark, joined

# What kind of tag it is, for the translator's tool: ctype in XLIFF 1.2; type and subType in XLIFF 2.0.
CTYPES = {"strong": "bold", "em": "italic", "a": "link", "br": "lb", "img": "image"}
TYPES = {
    "strong": ("fmt", "xlf:b"),
    "em": ("fmt", "xlf:i"),
    "br": ("fmt", "xlf:lb"),
    "a": ("link", ""),
    "img": ("image", ""),
}


class Dialect:
    """namespace: of the elements. pair, single: names of the elements that stand for tags."""

    def __init__(self, namespace, pair, single, describe):
        self.namespace, self.pair, self.single, self.describe = namespace, pair, single, describe

    def named(self, name):
        return f"{{{self.namespace}}}{name}"

    def fill(self, element, text, tags):
        """Put `text` into an empty `element`."""
        opened, last = [element], None
        for part in text:
            if isinstance(part, str):
                say(opened[-1], last, part)
            elif part.kind == CLOSE:
                last = opened.pop()
            else:
                name = self.pair if part.kind == OPEN else self.single
                last = etree.SubElement(opened[-1], self.named(name), id=part.key, **self.describe(tags[part.key]))
                if part.kind == OPEN:
                    opened.append(last)
                    last = None

    def read(self, element):
        """The text in `element`; STRANGE marks for what it holds beside words and our tags."""
        return joined(self.parts(element))

    def parts(self, element):
        yield element.text or ""
        for child in element:
            yield from self.parts_of_child(child)
            yield child.tail or ""

    def parts_of_child(self, child):
        """What one element within a text says. Of a tool's own marks of segments and comments (mrk) only the words."""
        if not isinstance(child.tag, str):
            return  # an XML comment or instruction
        qname, key = etree.QName(child), child.get("id", "")
        if qname.namespace == self.namespace and qname.localname == "mrk":
            yield from self.parts(child)
        elif qname.namespace == self.namespace and qname.localname == self.pair:
            yield Mark(OPEN, key)
            yield from self.parts(child)
            yield Mark(CLOSE, key)
        elif qname.namespace == self.namespace and qname.localname == self.single and not child.text and not len(child):
            yield Mark(SINGLE, key)
        elif qname.namespace == self.namespace and self.pair == "pc" and qname.localname in {"sc", "ec"}:
            # A tool may write a pair as its two ends.
            yield Mark(OPEN, key) if qname.localname == "sc" else Mark(CLOSE, child.get("startRef", ""))
        else:
            yield Mark(STRANGE, qname.localname)


def say(element, last, words):
    """Add words at the end of `element`, whose last child is `last` (None: it has none)."""
    if last is None:
        element.text = (element.text or "") + words
    else:
        last.tail = (last.tail or "") + words


def ctype(tag):
    return {"ctype": CTYPES.get(tag.name, f"x-{tag.name}")}


def types(tag):
    kind, subtype = TYPES.get(tag.name, ("other", ""))
    return {"type": kind, "subType": subtype} if subtype else {"type": kind}


XLIFF_1 = Dialect("urn:oasis:names:tc:xliff:document:1.2", "g", "x", ctype)
XLIFF_2 = Dialect("urn:oasis:names:tc:xliff:document:2.0", "pc", "ph", types)
