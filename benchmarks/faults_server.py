"""A PostgreSQL server of the benchmark's own that may be stopped as a crash would stop it."""

import os
import shutil
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from scripts import postgres


@dataclass(frozen=True)
class DatabaseServer:
    home: Path
    programs: Path
    user: object

    @classmethod
    @contextmanager
    def running(cls):
        """A new server with fsync and synchronous commits; gone in the end. Raises NotStarted."""
        home, user = Path(tempfile.mkdtemp(prefix="icesco-pg-", dir="/tmp")), postgres.unprivileged_user()
        try:
            if user:
                os.chown(home, user.pw_uid, user.pw_gid)
            server = cls(home, postgres.readable_by(user, postgres.program_folders()[0], home), user)
            postgres.make_cluster(server.programs, home, user)
            server.start()
            try:
                yield server
            finally:
                server.stop_at_once()
        finally:
            shutil.rmtree(home, ignore_errors=True)

    @property
    def url(self):
        return f"postgres://icesco@/postgres?host={quote(str(self.home))}"

    def start(self):
        options = f"-c listen_addresses='' -c unix_socket_directories='{self.home}' -c max_connections=60"
        self.control("start", "--log", self.home / "log", "--options", options)

    def stop_at_once(self):
        """Without a word to its clients and without writing anything down: it recovers when it starts."""
        self.control("stop", "--mode", "immediate")

    def control(self, *words):
        command = [self.programs / "pg_ctl", "--pgdata", self.home / "data", "--silent", "--wait", *words]
        postgres.run(command, self.home, self.user)
