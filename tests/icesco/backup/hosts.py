"""Hosts of the newsroom, each with a folder and a database of its own, and their commands in processes of their own."""

import json
import secrets
import subprocess
import sys
import tarfile
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import psycopg
from django.conf import settings

from scripts.demo_site import ROOT, environment_without_ours


@dataclass(frozen=True)
class Host:
    """folder: its ICESCO_VAR; database: its DATABASE_URL."""

    folder: Path
    database: str

    @classmethod
    def on_sqlite(cls, folder):
        folder.mkdir()
        return cls(folder, f"sqlite:///{folder}/icesco.sqlite3")

    def run(self, *arguments):
        """A CompletedProcess of Python with these arguments, its output as text."""
        secret = "only-for-the-drill-0123456789-abcdefghij-0123456789-abcdefghij"
        own = {"ICESCO_VAR": str(self.folder), "DATABASE_URL": self.database, "ICESCO_SECRET_KEY": secret}
        command = [sys.executable, *arguments]
        environment = {**environment_without_ours(), **own}
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)

    def manage(self, *arguments):
        """The output of a management command that must succeed."""
        done = self.run("manage.py", *arguments)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def refusal(self, *arguments):
        """What a management command says that must fail: one line, not a trace."""
        done = self.run("manage.py", *arguments)
        assert done.returncode == 1
        assert done.stderr.count("\n") == 1, done.stderr
        return done.stderr

    def newsroom(self, act):
        """The output of tests.icesco.backup.newsroom."""
        done = self.run("-m", "tests.icesco.backup.newsroom", act)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def asked(self):
        return json.loads(self.newsroom("ask"))

    def backed_up(self):
        """The archive of a backup made now: its Path."""
        self.manage("backup")
        return sorted((self.folder / "backups").glob("*.tar"))[-1]


def manifest_of(archive):
    with tarfile.open(archive) as tar:
        return json.load(tar.extractfile("manifest.json"))


def kept_in(archive):
    """What must be the same in every copy: the tables' digests and rows, the files' digests."""
    manifest = manifest_of(archive)
    tables = {name: [table["sha256"], table["rows"]] for name, table in manifest["tables"].items()}
    return {"tables": tables, "files": manifest["files"]}


def is_postgresql():
    """Whether this run has a PostgreSQL server."""
    return settings.DATABASES["default"]["ENGINE"].endswith("postgresql")


class PostgresqlHost(Host):
    """A Host whose database, empty at first, is on the server that the tests have."""

    @classmethod
    def made(cls, folder):
        folder.mkdir()
        given = settings.DATABASES["default"]
        name = f"icesco_drill_{secrets.token_hex(6)}"
        with connected() as server:
            server.execute(f'CREATE DATABASE "{name}"')
        signed_in = ":".join(quote(part, safe="") for part in (given["USER"], given["PASSWORD"]) if part)
        is_socket = given["HOST"].startswith("/")
        place = "localhost" if is_socket else given["HOST"]
        port = f":{given['PORT']}" if given["PORT"] else ""
        socket = f"?host={quote(given['HOST'], safe='')}" if is_socket else ""
        return cls(folder, f"postgres://{signed_in}@{place}{port}/{name}{socket}")

    def remove(self):
        name = self.database.rsplit("/", 1)[1].split("?")[0]
        with connected() as server:
            server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def connected():
    given = settings.DATABASES["default"]
    names = {"user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
    return psycopg.connect(
        dbname="postgres", autocommit=True, **{key: given[name] for key, name in names.items() if given[name]}
    )
