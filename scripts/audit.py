"""`make audit`: asks PyPI and npm for known holes in what the locks name.

Ends with 0 when everything was asked about and nothing is known, 1 on a known hole, 3 when something could not be asked
about: no answer is not a good answer. With --if-possible the last is said and counts as 0.
"""

import json
import os
import subprocess
import sys
import venv

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from scripts import node_tools
from scripts.installation import ROOT
from scripts.refusal import Refused, say

HOLE, NOT_ASKED = 1, 3
# All but setup, which development contains.
LOCKS = sorted(path.stem for path in (ROOT / "requirements").glob("*.txt") if path.stem != "setup")
SECONDS = 300


def main(words):
    """Ask about all locks, tell, return the exit status."""
    holes, unasked = [], []
    for ask, name in [*((python_holes, lock) for lock in LOCKS), (npm_holes, "package-lock.json")]:
        try:
            found, missing = ask(name)
        except Refused as refusal:
            found, missing = [], [str(refusal)]
        holes += [f"{name}: {hole}" for hole in found]
        unasked += [f"{name}: {reason}" for reason in missing]
    for hole in dict.fromkeys(holes):
        print(f"HOLE {hole}")
    for reason in unasked:
        print(f"not asked about: {reason}")
    print(
        f"audit: {len(set(holes))} known holes; " + ("NOT everything could be asked about" if unasked else "all asked")
    )
    if holes:
        return HOLE
    return NOT_ASKED if unasked and "--if-possible" not in words else 0


def python_holes(lock):
    """(known holes, what was not asked about) of requirements/`lock`.txt. Raises Refused."""
    path = ROOT / "requirements" / f"{lock}.txt"
    words = [str(auditor()), "--requirement", str(path), "--disable-pip", "--require-hashes", "--format", "json"]
    return python_answer(output_of([*words, "--progress-spinner", "off"]))


def python_answer(text):
    """What pip-audit's JSON says. A package that PyPI doesn't tell of is skipped there, with success."""
    try:
        packages = json.loads(text)["dependencies"]
    except (ValueError, KeyError):
        raise Refused("PyPI could not be asked") from None
    holes = [f"{one['name']} {one['version']}: {hole['id']}" for one in packages for hole in one.get("vulns", ())]
    skipped = [one["name"] for one in packages if "skip_reason" in one]
    return holes, [f"{len(skipped)} of {len(packages)} packages, such as {skipped[0]}"] if skipped else []


def auditor():
    """The path of pip-audit in an environment of its own: it pins a pip. Raises Refused."""
    folder = ROOT / ".venv-audit"  # hidden: makemessages reads every other folder
    program = folder / "bin" / "pip-audit"
    if not program.exists():
        say("installing pip-audit")
        venv.create(folder, with_pip=True, clear=True)
        lock = ROOT / "requirements" / "audit.txt"
        pip = [folder / "bin" / "python", "-m", "pip", "install", "-qq", "--disable-pip-version-check"]
        if subprocess.run([*pip, "--require-hashes", "-r", lock], stdin=subprocess.DEVNULL).returncode:
            raise Refused("pip-audit could not be installed")
    return program


def npm_holes(name):
    """(known holes, what was not asked about) of package-lock.json. Raises Refused."""
    return npm_answer(output_of([node_tools.need_npm(), "audit", "--package-lock-only", "--json"]))


def npm_answer(text):
    try:
        found = json.loads(text)["vulnerabilities"]
    except (ValueError, KeyError):
        raise Refused("npm's registry answers no questions about holes") from None
    return [f"{name}: {told.get('severity', '?')}" for name, told in found.items()], []


def output_of(words):
    """What a command prints, whatever its status. Raises Refused when it takes too long."""
    try:
        done = subprocess.run(
            words, cwd=ROOT, capture_output=True, text=True, timeout=SECONDS, stdin=subprocess.DEVNULL
        )
    except subprocess.TimeoutExpired:
        raise Refused(f"no answer within {SECONDS} seconds") from None
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
