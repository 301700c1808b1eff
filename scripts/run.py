"""`make run`: everything between a fresh clone and a newsroom in the browser. Safe to repeat; overwrites no data."""

import argparse
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from scripts import python_version  # after the path above

python_version.require()

from icesco import environment  # a Python that is too old can’t read the rest
from scripts import catalogues, installation, preflight
from scripts.refusal import Refused, one_sentence, say


def main():
    """Check what can be checked, install, set up, then become the server."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", default="8000")
    port = look_before(parser.parse_args().port)
    python = installation.install("setup")
    if catalogues.stale():
        say("compiling the message catalogues")
        command([python, "scripts/catalogues.py", "compile"])
    # Links, sitemap and feeds name the configured origin: it follows the port unless someone set it.
    os.environ.setdefault("ICESCO_ORIGIN", f"http://127.0.0.1:{port}")
    command([python, "manage.py", "prepare", "--demo"])
    sys.stdout.flush()
    os.execv(python, [str(python), "manage.py", "serve", "--port", str(port)])


def look_before(port):
    """Everything that can be refused before a package is fetched; returns the port as a number."""
    os.chdir(installation.ROOT)
    if environment.text("ICESCO_PROFILE", "embedded") != "embedded":
        raise Refused("make run is for one machine with demo content: for production see docs/configuration.md.")
    number = preflight.free_port(port)
    preflight.writable_folder(installation.ROOT, "the virtual environment and compiled files belong there")
    var = environment.text("ICESCO_VAR", str(installation.ROOT / "var"))
    preflight.writable_folder(var, "the database, uploads and the generated key belong there")
    url = environment.text("DATABASE_URL")
    if url:
        preflight.reachable_database(url)
    return number


def command(words):
    """Run a command of our own; ends the program, status 1, when it failed: it has said why."""
    if subprocess.run(words, stdin=subprocess.DEVNULL).returncode:
        sys.exit(1)


if __name__ == "__main__":
    with one_sentence():
        main()
