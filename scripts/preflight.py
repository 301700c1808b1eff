"""What can be known to be wrong before anything is installed: port, folders, database address."""

import errno
import os
import socket
import tempfile
from pathlib import Path

from icesco import environment
from scripts.refusal import Refused

SOCKET_FOLDERS = ("/var/run/postgresql", "/tmp")  # where libpq looks when no host is named


def free_port(text):
    """The port named by `text`, 1–65535, free on 127.0.0.1. Raises Refused."""
    if not (text.isascii() and text.isdigit() and 1 <= int(text) <= 65535):
        raise Refused(f"PORT must be a number from 1 to 65535, not {text!r}.")
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        # A port that was left a moment ago is free; one that is listened on still is not.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(text)))
        except PermissionError:
            raise Refused(
                f"Port {text} needs an administrator’s rights: make run PORT=8931 takes another one."
            ) from None
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            other = int(text) + 1 if int(text) < 65535 else 8931
            raise Refused(
                f"Port {text} is taken by another program: make run PORT={other} takes another one."
            ) from None
    return int(text)


def writable_folder(folder, purpose):
    """`folder`, made when it is missing and tried by writing a file into it. Raises Refused."""
    folder = Path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise Refused(
            f"{folder} can’t be written ({error.strerror}), and {purpose}: give this user the right to write there."
        ) from None
    return folder


def reachable_database(url):
    """Raises Refused when the DATABASE_URL `url` is malformed or when nothing answers at its address."""
    try:
        database = environment.database(url)
    except environment.BadSetting as error:
        raise Refused(error) from None
    if database["ENGINE"].endswith("sqlite3"):
        writable_folder(Path(database["NAME"]).parent, "DATABASE_URL puts the database there")
        return
    try:
        knock(database["HOST"], int(database["PORT"] or 5432))
    except OSError as error:
        place = f"{database['HOST'] or 'this machine'}, port {database['PORT'] or 5432}"
        reason = error.strerror or str(error) or "no answer"
        raise Refused(
            f"No PostgreSQL server answers at {place} ({reason}): start it or correct DATABASE_URL."
        ) from None


def knock(host, port):
    """Open and close a connection to a PostgreSQL server. Raises OSError when nobody answers within 5 seconds."""
    if host and not host.startswith("/"):
        socket.create_connection((host, port), timeout=5).close()
        return
    folders = [host] if host else [folder for folder in SOCKET_FOLDERS if os.path.exists(f"{folder}/.s.PGSQL.{port}")]
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as door:
        door.settimeout(5)
        door.connect(f"{(folders or SOCKET_FOLDERS)[0]}/.s.PGSQL.{port}")
