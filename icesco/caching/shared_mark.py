"""A mark that all processes of this machine see at once: pages made before it last moved are not shown again."""

import mmap
import time
from functools import cached_property

from django.conf import settings

from icesco.watching.shared_files import reserve

SIZE_BYTES = 8


class SharedMark:
    """A number in a file that each process has in its memory: reading it costs no system call.

    Where the folder can't be written, each process has a mark of its own: its pages then live their second out.
    """

    def __init__(self, path):
        """path: where the file is or will be; None: a mark of this process alone."""
        self.path = path

    @cached_property
    def cells(self):
        return memoryview(self.mapped() or bytearray(SIZE_BYTES)).cast("Q")

    def mapped(self):
        """The file in memory, or None."""
        if self.path is None:
            return None
        try:
            # A hole in a file on a disk that is full would end the process when the mark moves.
            reserve(self.path, SIZE_BYTES)
            with self.path.open("r+b") as file:
                file.truncate(SIZE_BYTES)  # its size where nothing can be reserved
                return mmap.mmap(file.fileno(), SIZE_BYTES)
        except OSError:
            return None

    @property
    def value(self):
        return self.cells[0]

    def move(self):
        """To a number that was never there before."""
        self.cells[0] = time.time_ns()


mark = SharedMark(None if settings.RUNNING_TESTS else settings.VAR_DIR / "pages-changed")
