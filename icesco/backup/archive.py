"""Reading an archive that may be damaged or hostile: everything is checked before anything of it is used."""

import gzip
import hashlib
import json
import os
import stat
import tarfile
import zlib
from contextlib import contextmanager

from . import values
from .errors import DamagedArchive, RestoreRefused
from .format import MANIFEST, MANIFEST_DIGEST, MOST_LINE_BYTES, MOST_MANIFEST_BYTES, Manifest, digest_of, member_of
from .tar import BLOCK, chunks_of

MOST_EXTENDED_BYTES = 16 * 1024  # of a header: a long name
# A "size" in an extended header would make Python's reader take as headers what was checked as data.
PAX_NAMES = {b"path", b"mtime"}


@contextmanager
def open_archive(path):
    """An Archive of the file `path`, its manifest read. Raises RestoreRefused, DamagedArchive."""
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):  # a pipe would let us wait
            raise RestoreRefused(f"{path} is no plain file.")
        file = open(path, "rb")  # noqa: SIM115  (closed below; here its own errors alone are caught)
    except OSError as error:
        raise RestoreRefused(f"{path} can’t be read ({error.strerror}).") from None
    with file:
        yield read_archive(file)


def read_archive(file):
    try:
        check_headers(file)
        return Archive(tarfile.open(fileobj=file, mode="r:"))
    except (tarfile.TarError, ValueError, OverflowError):
        raise DamagedArchive("it is no whole tar file") from None


def pax_names(data):
    """The names in the records of an extended header, bytes: each record is "length name=value" and a line end."""
    return {record.partition(b" ")[2].partition(b"=")[0] for record in data.split(b"\n") if record}


def check_headers(file):
    """Walk over the headers without keeping anything: regular members only, each within the file.

    Python's own reader would take a header of any length into memory and follow every kind of member.
    """
    size = file.seek(0, os.SEEK_END)
    position = 0
    while position < size:
        file.seek(position)
        block = file.read(BLOCK)
        if block.count(b"\0") == BLOCK:
            break
        info = tarfile.TarInfo.frombuf(block, "utf-8", "surrogateescape")
        is_extended = info.type == tarfile.XHDTYPE
        if info.type != tarfile.REGTYPE and not is_extended:
            raise DamagedArchive("it has a link, a device or something else that is no plain file")
        if info.size < 0 or (is_extended and info.size > MOST_EXTENDED_BYTES):
            raise DamagedArchive("it has a header of an absurd size")
        if is_extended and not pax_names(file.read(info.size)) <= PAX_NAMES:
            raise DamagedArchive("it has a header that no backup has")
        position += BLOCK + info.size + (-info.size % BLOCK)
        if position > size:
            raise DamagedArchive("it ends too early")
    file.seek(0)


class Archive:
    """manifest: a Manifest. Every member is of the manifest, and the other way round."""

    def __init__(self, tar):
        self.tar, self.members = tar, {}
        for member in tar.getmembers():
            if not member.isreg() or member.issparse() or member.size < 0 or member.name in self.members:
                raise DamagedArchive("it has a link, a device or a name twice")
            self.members[member.name] = member
        data = self.whole(MANIFEST, MOST_MANIFEST_BYTES)
        if self.whole(MANIFEST_DIGEST, 64).decode("ascii", "replace") != digest_of(data):
            raise DamagedArchive("its manifest was changed")
        self.manifest = Manifest.read(data)
        if self.manifest.members != self.members.keys():
            raise DamagedArchive("what is in it isn’t what its manifest says")
        folders = {path.rsplit("/", depth)[0] for path in self.manifest.files for depth in range(1, path.count("/"))}
        if folders & self.manifest.files.keys():
            raise DamagedArchive("a file in it is a folder too")

    def whole(self, name, most):
        """The bytes of a member, `most` at most."""
        member = self.members.get(name)
        if member is None or member.size > most:
            raise DamagedArchive("it has no manifest" if member is None else "its manifest has an absurd size")
        return self.tar.extractfile(member).read()

    def check(self, say=lambda sentence: None):
        """Read everything and compare it with the manifest. Raises DamagedArchive."""
        for name in self.manifest.tables:
            for _line in self.lines(name):
                pass
        say(f"checked: {len(self.manifest.tables)} tables")
        self.check_files()
        say(f"checked: {len(self.manifest.files)} files")

    def check_files(self):
        """Read every file and compare it with the manifest. Raises DamagedArchive."""
        for path in self.manifest.files:
            for _chunk in self.file_chunks(path):
                pass

    def lines(self, table):
        """The lines of a table's rows, bytes. Raises DamagedArchive, in the end, unless the manifest fits them.

        A line is never held unless it is of a bearable length, nor anything read beyond the bytes that there should be.
        """
        said = self.manifest.tables[table]
        digest, left, rows = hashlib.sha256(), said["bytes"], -1  # the first line has the columns
        try:
            with gzip.open(self.tar.extractfile(self.members[member_of(table)])) as member:
                while line := member.readline(min(left + 1, MOST_LINE_BYTES)):
                    left, rows = left - len(line), rows + 1
                    if left < 0 or not line.endswith(b"\n"):
                        raise DamagedArchive(f"the table {table} is longer than it should be")
                    digest.update(line)
                    if rows:
                        yield line
                    elif json.loads(line) != said["columns"]:
                        raise DamagedArchive(f"the table {table} has other columns than it should have")
        except (EOFError, gzip.BadGzipFile, zlib.error, ValueError, RecursionError):
            raise DamagedArchive(f"the table {table} can’t be read") from None
        if left or rows != said["rows"] or digest.hexdigest() != said["sha256"]:
            raise DamagedArchive(f"the table {table} isn’t what it was")

    def rows(self, table):
        """The values of each row of a Table, see tables.py. Raises DamagedArchive."""
        decoders = [values.decoder(kind) for kind in table.kinds]
        for number, line in enumerate(self.lines(table.name), 1):
            try:
                row = values.values_of(line, decoders)
                if row[0] is None:
                    raise ValueError("no key")  # SQLite would make one up
            except (ValueError, OverflowError):
                raise DamagedArchive(f"row {number} of the table {table.name} makes no sense") from None
            yield row

    def file_chunks(self, path):
        """The bytes of a file in pieces. Raises DamagedArchive, in the end, unless they are what the manifest says."""
        said, member, digest = self.manifest.files[path], self.members[path], hashlib.sha256()
        if member.size != said["bytes"]:
            raise DamagedArchive(f"the file {path} isn’t as long as it was")
        for chunk in chunks_of(self.tar.extractfile(member)):
            digest.update(chunk)
            yield chunk
        if digest.hexdigest() != said["sha256"]:
            raise DamagedArchive(f"the file {path} isn’t what it was")
