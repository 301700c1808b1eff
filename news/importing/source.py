"""Getting the text of a listing from a file, or saying in one sentence why not."""

from pathlib import Path

MOST_BYTES = 5_000_000


class UnreadableListing(Exception):
    """A file that can't be imported; str() is one sentence for the person who named it."""


def read_file(path):
    """The text of the file at `path` (str), UTF-8 with or without a byte order mark. Raises UnreadableListing."""
    file = Path(path)
    try:
        if file.is_dir():
            raise UnreadableListing(f"{path} is a folder: name the listing's file.")
        with file.open("rb") as opened:
            data = opened.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise UnreadableListing(f"There is no file {path}.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "its name is not one"
        raise UnreadableListing(f"{path} can’t be read: {reason}.") from None
    if len(data) > MOST_BYTES:
        raise UnreadableListing(f"{path} is larger than {MOST_BYTES // 1_000_000} MB: split it into several listings.")
    return decoded(data, path)


def decoded(data, path):
    """The text of `data`, bytes. Raises UnreadableListing for what is no text in UTF-8, and for what holds no words."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableListing(f"{path} is not UTF-8 text (byte {error.start + 1}): save it as UTF-8.") from None
    if "\0" in text:
        raise UnreadableListing(f"{path} is not a text file.")
    if not text.strip():
        raise UnreadableListing(f"{path} is empty.")
    if text.lstrip()[:200].lower().startswith(("<!doctype", "<html", "<?xml")):
        raise UnreadableListing(f"{path} is a web page: save it as plain text.")
    return text
