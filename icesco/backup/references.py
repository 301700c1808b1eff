"""The files that rows name: one that the archive lacks is told, not passed over."""

import json

from .format import FOLDERS

RENDITIONS = "renditions"  # a JSON column: [{"name": …, …}, …]


class Mentioned:
    """Collects the names of files from rows as they go by."""

    def __init__(self):
        self.names = set()

    def reader_of(self, table):
        """A function that takes the values of a row of `table` and notes the files that it names."""
        plain = [place for place, kind in enumerate(table.kinds) if kind == "FileField"]
        lists = [place for place, column in enumerate(table.columns) if column == RENDITIONS]

        def look(row):
            self.names.update(filter(None, (row[place] for place in plain)))
            for place in lists:
                self.names.update(rendition["name"] for rendition in json.loads(row[place] or "[]"))

        return look

    def not_among(self, files):
        """{name: why} of what is in neither folder."""
        names = (name for name in self.names if not any(f"{folder}/{name}" in files for folder in FOLDERS))
        return dict.fromkeys(sorted(names), "a row names it, but it isn’t there")
