"""Which PDF files are let in."""

import zlib

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from icesco.demo.pdf import write_pdf
from news import pdf
from news.pdf import check_pdf, checked_pdf
from tests.factories import pdf_file

SOUND = write_pdf("Minutes (draft)", ["One line.", r"Another \ line."])


def with_object(content):
    return SOUND.replace(b"%%EOF", b"9 0 obj\n" + content + b"\nendobj\n%%EOF")


def packed(content, words=b"/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode"):
    return b"<< %s >>\nstream\n%s\nendstream" % (words, content)


def test_a_plain_pdf_is_let_in():
    check_pdf(SOUND)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"%PDF-",
        b"\xff\xd8\xff" + SOUND,
        b"<html>" + SOUND,
        b"%PDF-9.9\n%%EOF",
        SOUND[: len(SOUND) // 2],
        SOUND + b"\0" * 2000,
    ],
    ids=["empty", "short", "a JPEG before", "a page before", "odd version", "truncated", "a tail"],
)
def test_what_is_no_whole_pdf_is_refused(data):
    with pytest.raises(ValidationError, match="Only PDF"):
        check_pdf(data)


@pytest.mark.parametrize(
    "content",
    [
        b"<< /S /JavaScript /JS (app.alert(1)) >>",
        b"<< /S /JavaScript/JS(x) >>",
        b"<< /S /Java#53cript /JS (x) >>",
        b"<< /S /#4aavaScript /JS (x) >>",
        b"<< /S /Launch /F (cmd.exe) >>",
        b"<< /Type /EmbeddedFile >>",
        b"<< /Names << /EmbeddedFiles 3 0 R >> >>",
        b"<< /Subtype /RichMedia >>",
        b"<< /S /SubmitForm >>",
        b"<< /S /Rendition /JS (x) >>",
        packed(zlib.compress(b"1 0 << /S /JavaScript /JS (x) >>")),
        packed(zlib.compress(b"1 0 << /S /Launch >>"), b"/Type /#4fbjStm /Filter /FlateDecode"),
    ],
)
def test_active_content_is_refused(content):
    with pytest.raises(ValidationError, match="holds a script"):
        check_pdf(with_object(content))


@pytest.mark.parametrize("content", [b"<< /Encrypt 4 0 R >>", b"<< /#45ncrypt 4 0 R >>"])
def test_an_encrypted_pdf_is_refused(content):
    with pytest.raises(ValidationError, match="encrypted"):
        check_pdf(with_object(content))


@pytest.mark.parametrize(
    "content", [b"<< /Launched true >>", b"<< /Title (JavaScript for all) >>", packed(zlib.compress(b"1 0 << /A 1 >>"))]
)
def test_harmless_words_are_let_in(content):
    check_pdf(with_object(content))


def test_packed_objects_that_cannot_be_read_are_refused():
    with pytest.raises(ValidationError, match="checked"):
        check_pdf(with_object(packed(b"not packed")))


DECOY = b"stream\n" + zlib.compress(b"1 0 << /A 1 >>")


@pytest.mark.parametrize(
    "words",
    [
        b"/Type /ObjStm /Hidden (%s) /Filter /FlateDecode" % DECOY,
        b"/Type /ObjStm %%%s\n/Filter /FlateDecode" % DECOY,
        b"/Type /ObjStm " + b" " * 5000,
    ],
    ids=["in a string", "in a comment", "padded"],
)
def test_a_decoy_before_packed_objects_does_not_hide_them(words):
    with pytest.raises(ValidationError):
        check_pdf(with_object(packed(zlib.compress(b"1 0 << /S /Launch >>"), words)))


def test_a_bomb_is_not_unpacked_to_the_end(monkeypatch):
    monkeypatch.setattr(pdf, "MOST_UNPACKED_BYTES", 1000)

    with pytest.raises(ValidationError, match="checked"):
        check_pdf(with_object(packed(zlib.compress(b" " * 5000))))


def test_a_large_file_is_refused_before_it_is_read(monkeypatch):
    monkeypatch.setattr(pdf, "MOST_BYTES", 100)

    with pytest.raises(ValidationError, match="20 MB"):
        checked_pdf(pdf_file())


def is_let_in(data):
    try:
        check_pdf(data)
    except ValidationError:
        return False
    return True


@given(st.binary(max_size=400))
def test_any_bytes_are_let_in_or_refused(data):
    for content in (data, b"%PDF-1.4\n" + data + b"%%EOF", with_object(data)):
        assert content.startswith(b"%PDF") or not is_let_in(content)
