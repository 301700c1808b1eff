"""The tools of node_modules, the Nu validator and Lighthouse: installed from the lock, left alone when current.

Run as a program (`make lock`) it chooses versions anew within package.json and writes the lock.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from scripts.refusal import Refused, one_sentence, say

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "package-lock.json"
FOLDER = ROOT / "node_modules"
STAMP = FOLDER / "icesco.sha256"
OLDEST_NODE = 18
HOW_TO_GET_NODE = f"install Node {OLDEST_NODE} or newer with npm (on Debian: apt install nodejs npm)"
HOW_TO_GET_JAVA = "install Java 11 or newer (on Debian: apt install default-jre-headless)"


def install():
    """Bring node_modules to what package-lock.json names; asks no registry while it is so already. Raises Refused."""
    digest = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if STAMP.exists() and STAMP.read_text() == digest:
        return
    npm = need_npm()
    say("installing the tools of package-lock.json (only the first time needs a network)")
    # npm checks each package by its hash; .npmrc keeps their own installation scripts from running.
    done = subprocess.run([npm, "ci", "--loglevel=error"], cwd=ROOT, stdin=subprocess.DEVNULL)
    if done.returncode:
        raise Refused("The tools of package-lock.json could not be installed; npm says why above.")
    STAMP.write_text(digest)


def need_npm():
    """The path of npm. Raises Refused without it or with a Node that is too old."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not (node and npm):
        raise Refused(f"Node or npm was not found: {HOW_TO_GET_NODE}.")
    told = subprocess.run([node, "--version"], capture_output=True, text=True).stdout
    found = re.match(r"v(\d+)\.", told)
    if not found or int(found[1]) < OLDEST_NODE:
        raise Refused(f"Node {told.strip()} is too old: {HOW_TO_GET_NODE}.")
    return npm


def validator():
    """The words that start the Nu validator; what to check is added to them. Installs it. Raises Refused."""
    java = shutil.which("java")
    if not java or subprocess.run([java, "-version"], capture_output=True).returncode:
        raise Refused(f"no Java was found: {HOW_TO_GET_JAVA}")
    install()
    return [java, "-Xss1024k", "-jar", str(FOLDER / "vnu-jar" / "build" / "dist" / "vnu.jar")]


def lighthouse():
    """The words that start Lighthouse; an address and options are added to them. Installs it. Raises Refused."""
    need_npm()
    install()
    return [shutil.which("node"), str(FOLDER / "lighthouse" / "cli" / "index.js")]


def write_lock():
    """Resolve package.json afresh into package-lock.json, which then holds versions and hashes and no address."""
    subprocess.run([need_npm(), "update", "--package-lock-only", "--loglevel=error"], cwd=ROOT, check=True)
    lock = json.loads(LOCK.read_text(encoding="utf-8"))
    for package in lock["packages"].values():
        package.pop("funding", None)  # where to donate: an address all the same
    LOCK.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    with one_sentence():
        write_lock()
