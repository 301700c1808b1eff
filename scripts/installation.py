"""The virtual environment in .venv: made when missing, filled from a lock with hashes, left alone when current."""

import hashlib
import subprocess
import sys
from pathlib import Path

from scripts.refusal import Refused, say

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


def install(lock):
    """Bring .venv to what requirements/`lock`.txt names; returns the path of its Python.

    Asks no index while the lock is the one installed last. Raises Refused.
    """
    if not is_sound():
        say("making the virtual environment .venv")
        make_environment()
    source = ROOT / "requirements" / f"{lock}.txt"
    stamp = VENV / f"icesco-{lock}.sha256"
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    if not stamp.exists() or stamp.read_text() != digest:
        say(f"installing the packages of requirements/{lock}.txt (a minute or two the first time)")
        fill_environment(source)
        stamp.write_text(digest)
    return PYTHON


def is_sound():
    """Whether .venv has a Python that starts, is new enough and has pip: an interrupted attempt has not."""
    probe = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    try:
        return subprocess.run([PYTHON, "-c", probe], capture_output=True).returncode == 0
    except OSError:
        return False


def make_environment():
    """Make .venv afresh. Raises Refused where Python came without the venv module or the folder is read-only."""
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], capture_output=True, text=True)
    if made.returncode == 0:
        return
    report = made.stdout + made.stderr
    if "ensurepip" in report or "No module named venv" in report:
        raise Refused("This Python has no venv module: on Debian and Ubuntu, apt install python3-venv brings it.")
    raise Refused(f"The virtual environment can’t be made: {last_line(report)}")


def fill_environment(lock):
    """Install the packages of the file `lock`, each checked by its hash. Raises Refused, after pip's own words."""
    pip = [PYTHON, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes", "-r", lock]
    if subprocess.run(pip, stdin=subprocess.DEVNULL).returncode:
        raise Refused("The packages could not be installed (pip says why above); only the first time needs a network.")


def last_line(text):
    """The last line of `text` that is not empty."""
    return next((line for line in reversed(text.splitlines()) if line.strip()), "no reason given")
