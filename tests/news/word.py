"""What Word puts on the clipboard, shortened: conditional comments, office tags, classes, inline styles, a list,
a table, text in Arabic, and a picture on somebody's disk."""

from pathlib import Path

WORD_CLIPBOARD = (Path(__file__).parent / "word_clipboard.html").read_text()
