"""Characters that nobody sees: which are refused in a text, which are dropped to compare texts."""

import re

# All that has no shape of its own: Unicode's "default ignorable" characters (soft hyphen, joiners, direction marks,
# isolates, variation selectors, tags, byte order mark), a few other format characters, controls that are no white
# space, and halves of surrogate pairs, which no database and no file can hold.
INVISIBLE = re.compile(
    "["
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb"
    "\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
    "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ud800-\udfff"
    "]"
)

# What each refused character is; the order is that of the groups in REFUSED.
KINDS = ("control", "surrogate", "override", "lost")
REFUSED = re.compile(
    # Controls (not tab, line feed, carriage return) and the two non-characters can't stand in an XML feed.
    "([\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff])"
    "|([\ud800-\udfff])"
    # Embeddings and overrides can show a text in another order than it has, up to the end of the paragraph.
    "|([\u202a-\u202e])"
    # What is put where bytes were no text: letters were lost on the way here.
    "|(\ufffd)"
)

ISOLATES = re.compile("[\u2066-\u2069]")
POP_ISOLATE = "\u2069"


class UnsafeCharacter(ValueError):
    """A text holds a character that is refused everywhere.

    kind: "control", "surrogate", "override", "lost" or "isolate" (opened and not closed, or closed and not opened).
    position: index of the character in the text. code_point: its name in the form "U+202E".
    """

    def __init__(self, kind, text, position):
        self.kind = kind
        self.position = position
        self.code_point = f"U+{ord(text[position]):04X}"
        super().__init__(f"{self.code_point} ({kind}) at position {position}")


def refuse_unsafe(text):
    """Give `text` back as it is, or raise UnsafeCharacter at its first refused character.

    Refused: NUL and other controls but tab and line ends, lone surrogates, U+202A–202E, U+FFFD (letters that were lost
    before they came here), isolates without their pair.
    Direction marks, joiners and isolates in pairs are welcome: Arabic with Latin names needs them.
    """
    if found := REFUSED.search(text):
        raise UnsafeCharacter(KINDS[found.lastindex - 1], text, found.start())
    open_isolates = []
    for isolate in ISOLATES.finditer(text):
        if isolate[0] != POP_ISOLATE:
            open_isolates.append(isolate.start())
        elif open_isolates:
            open_isolates.pop()
        else:
            raise UnsafeCharacter("isolate", text, isolate.start())
    if open_isolates:
        raise UnsafeCharacter("isolate", text, open_isolates[0])
    return text


def has_letter(text):
    """Whether `text` holds a letter or a digit of any script: something to read, to sort by and to find."""
    return any(map(str.isalnum, text))


def without_invisible(text):
    """Return `text` without its invisible characters; white space, line ends included, stays."""
    return INVISIBLE.sub("", text)


# What XML 1.0 lets stand in a document: its production Char, turned round.
NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def for_xml(text):
    """`text` without the characters that no XML document can hold, not even escaped."""
    return NOT_IN_XML.sub("", text)
