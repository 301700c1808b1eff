"""What PDF files are let in: bounded, whole, readable by all, and without content that does something by itself.

A simple check, not a parser: docs/for-staff.md says what it looks for, and decision 0013 what it can't see.
"""

import re
import zlib

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

MOST_BYTES = 20 * 1024 * 1024
MOST_UNPACKED_BYTES = 40 * 1024 * 1024


def name(word):
    """A pattern for the PDF name `word`, each letter of which may be written as #xx."""
    letters = "".join(f"(?:{letter}|#{ord(letter):02x}|#{ord(letter):02X})" for letter in word)
    return re.compile(f"/{letters}(?![A-Za-z0-9])".encode())


ENCRYPTION = name("Encrypt")
ACTIVE = [
    name(word)
    for word in (
        "JavaScript",
        "Launch",
        "EmbeddedFile",
        "EmbeddedFiles",
        "RichMedia",
        "Rendition",
        "SubmitForm",
        "ImportData",
        "GoToE",
        "XFA",
    )
]
OBJECT_STREAM = name("ObjStm")
# From the name of such an object to its content: a dictionary of names, numbers and references. A string or a comment
# could hold the word "stream" and hide where the real one begins.
REST_OF_DICTIONARY = re.compile(rb"[^()%]{0,4096}?>>\s*stream\r?\n")


def checked_pdf(file):
    """The field's validator. Raises ValidationError with a sentence that says what is wrong with `file`."""
    if getattr(file, "_committed", False):
        return
    if file.size > MOST_BYTES:
        raise ValidationError(_("The file is larger than 20 MB."))
    file.seek(0)
    data = file.read(MOST_BYTES + 1)
    file.seek(0)
    check_pdf(data)


def check_pdf(data):
    """Raises ValidationError unless `data`, bytes, is a PDF that may be published."""
    if not re.match(rb"%PDF-[12]\.[0-9][\r\n]", data) or b"%%EOF" not in data[-1024:]:
        raise ValidationError(_("Only PDF files can be attached, and this is none, or is not whole."))
    if ENCRYPTION.search(data):
        raise ValidationError(_("The PDF is encrypted: save it without a password."))
    if any(pattern.search(part) for part in (data, *packed_objects(data)) for pattern in ACTIVE):
        sentence = _("The PDF holds a script, a form that sends data or an embedded file. Print it anew as a PDF.")
        raise ValidationError(sentence)


def packed_objects(data):
    """The contents of the streams of objects in `data`, unpacked, one after the other.

    Raises ValidationError on one that isn't written or packed in the usual way: nobody could tell what is in it.
    """
    left = MOST_UNPACKED_BYTES
    for found in OBJECT_STREAM.finditer(data):
        begin = REST_OF_DICTIONARY.match(data, found.end())
        if not begin:
            raise unreadable()
        try:
            unpacked = zlib.decompressobj().decompress(data[begin.end() :], left)
        except zlib.error as error:
            raise unreadable() from error
        left -= len(unpacked)
        if left <= 0:
            raise unreadable()
        yield unpacked


def unreadable():
    return ValidationError(_("The PDF can’t be checked. Print it anew as a PDF."))
