"""A file from outside made safe to read: its size, its encoding, and XML without a DTD, before any other parser."""

import re
from xml.parsers import expat

from django.utils.translation import gettext_lazy as _

from .problems import Unreadable

MOST_BYTES = 2_500_000
MOST_ELEMENTS = 200_000
MOST_NESTED = 100
# What CAT tools save; the rest of the world's encodings would each need a reader to trust.
MARKS = {b"\xef\xbb\xbf": "utf-8-sig", b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}
DECLARATION = re.compile(r"<\?xml[^>]*\?>")
DECLARED = re.compile(r"""encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
NAMESPACES = {"urn:oasis:names:tc:xliff:document:1.2": "xliff1", "urn:oasis:names:tc:xliff:document:2.0": "xliff2"}


def safe(data):
    """(name of the format, UTF-8 bytes without a byte order mark or XML declaration) of `data`, bytes.

    Lines keep their numbers. Raises Unreadable.
    """
    if len(data) > MOST_BYTES:
        raise Unreadable(_("The file is larger than 2.5 MB: send fewer stories in one file."))
    text = decoded(data)
    if not text.strip():
        raise Unreadable(_("The file is empty."))
    if not text.lstrip().startswith("<"):
        return "po", text.encode()
    # Read as UTF-8 from here on, whatever it declared.
    body = DECLARATION.sub(lambda found: "\n" * found[0].count("\n"), text.lstrip("\n"), count=1)
    body = "\n" * (len(text) - len(text.lstrip("\n"))) + body
    return checked_xml(body.encode()), body.encode()


def decoded(data):
    if data.startswith(b"PK\x03\x04"):
        raise Unreadable(_("This is a packed file (ZIP): unpack it and bring in what is inside."))
    encoding = next((name for mark, name in MARKS.items() if data.startswith(mark)), "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise Unreadable(_("The file is not UTF-8 text: save it as UTF-8."), line) from None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise Unreadable(_("The file holds a NUL character: it is no text."), line)
    declaration = DECLARATION.match(text.lstrip())
    declared = declaration and DECLARED.search(declaration[0])
    if declared and declared[1].lower() not in {"utf-8", "utf8", "utf-16", "us-ascii"}:
        raise Unreadable(_("The file is not UTF-8 text: save it as UTF-8."), 1)
    return text


def checked_xml(data):
    """The name of the format of `data`. Raises Unreadable, at the first DTD before anything in it is read."""
    parser = expat.ParserCreate(namespace_separator=" ")
    root, depth, count = [], 0, 0

    def start(name, attributes):
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if not root:
            root.append(name)
        if depth > MOST_NESTED or count > MOST_ELEMENTS:
            raise Unreadable(_("The file has too many elements, or too many within each other."), line(parser))

    def end(name):
        nonlocal depth
        depth -= 1

    def refuse(*_anything):
        raise Unreadable(_("The file has a document type declaration (DTD), which is refused."), line(parser))

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = refuse
    try:
        parser.Parse(data, True)
    except expat.ExpatError as error:
        raise Unreadable(_("The file is no sound XML here."), error.lineno) from None
    namespace, _blank, name = root[0].rpartition(" ")
    if name != "xliff" or namespace not in NAMESPACES:
        raise Unreadable(_("The file is neither XLIFF 1.2 nor XLIFF 2.0 nor PO."), 1)
    return NAMESPACES[namespace]


def line(parser):
    return parser.CurrentLineNumber
