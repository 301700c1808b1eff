"""Measures backup and restore of 20,000 stories, on and between both databases: see benchmarks/README.md."""

import argparse
import os
import resource
import secrets
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks.scratch import connected, scratch_database

ROOT = Path(__file__).resolve().parent.parent
FILES, FILE_BYTES = 2_000, 150_000  # about what the renditions of four hundred pictures come to
FILL = """
import os, django
os.environ["DJANGO_SETTINGS_MODULE"] = "icesco.settings"
django.setup()
from benchmarks.desk_data import load
load({stories}, print)
"""


def main():
    args = arguments()
    with tempfile.TemporaryDirectory(dir=args.folder) as folder:
        folder, names = Path(folder), [f"icesco_backup_{kind}_{secrets.token_hex(4)}" for kind in ("from", "to")]
        databases = [scratch_database(args.server, name) for name in names]
        try:
            measure(args, folder, *databases)
        finally:
            with connected(args.server) as server:
                for name in names:
                    server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--server", default="postgres://postgres@127.0.0.1:5432", help="PostgreSQL, without a database")
    parser.add_argument("--stories", type=int, default=20_000)
    parser.add_argument("--folder", help="where archives and files go; by default the folder for temporary files")
    return parser.parse_args()


def measure(args, folder, source, target):
    print(f"load average {os.getloadavg()[0]:.1f}\n", flush=True)
    first = Host(folder / "first", source)
    first.run("manage.py", "migrate", "-v0")
    first.run("manage.py", "load_reference", "-v0")
    first.run("-c", FILL.format(stories=args.stories))
    first.run("manage.py", "rebuild_queue", "-v0")
    for number in range(FILES):
        path = first.folder / "media" / f"{number % 100:02}" / f"{number}.webp"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(secrets.token_bytes(FILE_BYTES))
    print("| step | seconds | MB of memory at most |\n|---|---:|---:|")
    archive = first.back_up("backup on PostgreSQL")
    Host(folder / "second", target).restore("restore on PostgreSQL", archive)
    third = Host(folder / "third", f"sqlite:///{folder}/third/icesco.sqlite3")
    third.restore("restore on SQLite", archive)
    third.back_up("backup on SQLite")
    print(f"\nload average {os.getloadavg()[0]:.1f}; archive {archive.stat().st_size / 1e6:.0f} MB")


class Host:
    """A newsroom with a folder and a database of its own."""

    def __init__(self, folder, database):
        folder.mkdir()
        self.folder, self.database = folder, database

    def run(self, *command):
        """Run Python with these arguments; the seconds it took."""
        environment = {**os.environ, "ICESCO_VAR": str(self.folder), "DATABASE_URL": self.database}
        started = time.perf_counter()
        subprocess.run([sys.executable, *command], cwd=ROOT, env=environment, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - started

    def back_up(self, words):
        tell(words, self.run("manage.py", "backup"))
        return next((self.folder / "backups").glob("*.tar"))

    def restore(self, words, archive):
        tell(words, self.run("manage.py", "restore", str(archive)))


def tell(words, seconds):
    # Of all processes so far the largest: it grows from row to row.
    most = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"| {words} | {seconds:.0f} | {most:.0f} |", flush=True)


if __name__ == "__main__":
    main()
