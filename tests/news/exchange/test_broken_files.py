"""Files that can't be what they seem are refused in a sentence, whatever the toolkit says of them."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

pytest.importorskip("translate", reason="the optional extra for exchange is not installed")

from news.exchange.problems import Unreadable
from news.exchange.reading import read_file

ONE = '<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">{}</xliff>'
TWO = '<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0">{}</xliff>'


@pytest.mark.parametrize(
    "data",
    [
        ONE.format(""),
        ONE.format("<trans-unit/>"),
        ONE.format("<file/>"),
        ONE.replace("1.2", "2.0", 1).format("<file/>"),
        TWO.format(""),
        TWO.format("<unit/>"),
        TWO.format("<segment/>"),
        TWO.replace("2.0", "1.2", 1).format("<file/>"),
        "hello",
        'msgid "x',
        'msgid "a"\nmsgid "b"\n',
        'msgstr "a"\n',
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-7\\n"\n',
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=none-such\\n"\n\nmsgid "a"\nmsgstr "é"\n',
    ],
)
def test_a_broken_file_is_refused(data):
    with pytest.raises(Unreadable):
        read_file(data.encode())


UNITS = ["<source>", "</source>", "<target>", "</target>", '<trans-unit id="title">', "</trans-unit>", "<unit>"]
SCRAPS = [*UNITS, "</unit>", "<segment>", "</segment>", "<file>", "</file>", "<body>", "</body>", "words", "<!-- -->"]


@given(st.sampled_from([ONE, TWO]), st.lists(st.sampled_from(SCRAPS), max_size=12).map("".join))
def test_any_xml_is_read_or_refused(form, inner):
    with suppress(Unreadable):
        read_file(form.format(inner).encode())


PO = [
    'msgid "a"',
    'msgstr "b"',
    'msgctxt "c"',
    '"d"',
    "#, fuzzy",
    "#~ ",
    'msgid_plural "e"',
    'msgstr[0] "f"',
    "#| ",
    "\\",
]


@given(st.lists(st.sampled_from(PO), max_size=8).map("\n".join))
def test_any_po_is_read_or_refused(text):
    with suppress(Unreadable):
        read_file(text.encode())
