"""Writing an archive member by member, so that one which failed can be taken back."""

import tarfile
import time

from .format import CHUNK_BYTES

BLOCK = tarfile.BLOCKSIZE


class TarWriter:
    """Appends regular members to `out`, a binary file that can be moved about in."""

    def __init__(self, out):
        self.out, self.now = out, int(time.time())

    def add(self, name, size, chunks, modified_at=None):
        """Append the member `name` of `size` bytes, which `chunks` yields. modified_at: seconds since 1970.

        Raises SizeChanged, having taken the member back, when there are more bytes or fewer.
        """
        start = self.out.tell()
        info = tarfile.TarInfo(name)
        info.size, info.mode, info.mtime = size, 0o600, self.now if modified_at is None else int(modified_at)
        self.out.write(info.tobuf(tarfile.PAX_FORMAT, "utf-8", "strict"))
        written = 0
        for chunk in chunks:
            written += len(chunk)
            if written > size:
                break
            self.out.write(chunk)
        if written != size:
            self.take_back(start)
            raise SizeChanged(name)
        self.out.write(b"\0" * (-size % BLOCK))
        return start

    def take_back(self, start):
        """Forget everything from the member on that begins at `start`, as add() returned it."""
        self.out.seek(start)
        self.out.truncate()

    def add_bytes(self, name, data):
        self.add(name, len(data), [data])

    def finish(self):
        self.out.write(b"\0" * (2 * BLOCK))
        self.out.write(b"\0" * (-self.out.tell() % tarfile.RECORDSIZE))


class SizeChanged(Exception):
    """What was read isn't as long as it was said to be."""


def chunks_of(file):
    """The bytes of a binary file in pieces, read to its end."""
    while chunk := file.read(CHUNK_BYTES):
        yield chunk
