"""Files that mean harm are refused with a sentence and a line, and nothing outside them is read."""

import time

import pytest

from news.exchange.problems import Unreadable
from news.exchange.safe import MOST_BYTES, safe

XLIFF = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">{}</xliff>'
LAUGHS = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
BOMB = f'<!DOCTYPE xliff [<!ENTITY a0 "ha">{LAUGHS}]>' + XLIFF.format("&a9;")
EXTERNAL = '<!DOCTYPE xliff [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + XLIFF.format("&e;")
PARAMETER = '<!DOCTYPE xliff [<!ENTITY % p SYSTEM "file:///etc/passwd"> %p;]>' + XLIFF.format("")
DTD = '<!DOCTYPE xliff SYSTEM "http://127.0.0.1:9/x.dtd">' + XLIFF.format("")
IN_UTF_16 = EXTERNAL.encode("utf-16")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (BOMB, "document type"),
        (EXTERNAL, "document type"),
        (PARAMETER, "document type"),
        (DTD, "document type"),
        (IN_UTF_16, "document type"),
        (XLIFF.format("<g>" * 5_000 + "</g>" * 5_000), "too many"),
        (XLIFF.format("<g/>" * 300_000), "too many"),
        (XLIFF.format("&lol;"), "no sound XML"),
        (XLIFF.format("<file>"), "no sound XML"),
        ("<html></html>", "neither XLIFF"),
        (XLIFF.replace("1.2", "1.1").format(""), "neither XLIFF"),
        (b'<?xml version="1.0" encoding="utf-7"?>' + XLIFF.format("").encode(), "not UTF-8"),
        (b"\n\n\xff\xe9 msgid", "Line 3"),
        (b"\xff\xfe\x00", "not UTF-8"),
        ('msgid "a"\nmsgstr "\0"', "NUL"),
        (XLIFF.format("\0"), "NUL"),
        (b"PK\x03\x04" + bytes(100), "ZIP"),
        (b"x" * (MOST_BYTES + 1), "larger"),
        (b" \n", "empty"),
        (b"", "empty"),
    ],
)
def test_a_hostile_file_is_refused(data, said):
    started = time.monotonic()

    with pytest.raises(Unreadable) as refused:
        safe(data.encode() if isinstance(data, str) else data)

    assert said in str(refused.value)
    assert time.monotonic() - started < 5


def test_xml_is_told_from_po_and_keeps_its_lines():
    name, text = safe(
        b'\xef\xbb\xbf<?xml version="1.0"\n encoding="UTF-8"?>\r\n' + XLIFF.format("\r\n<file/>").encode()
    )

    assert name == "xliff1"
    assert text.split(b"\n")[3].startswith(b"<file/>")
