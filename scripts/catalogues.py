"""The interface's words in locale/*/LC_MESSAGES: compiled for use, and checked to be complete.

`catalogues.py compile` writes each .mo that is older than its .po. `catalogues.py check` exits 1 after naming
every entry that is empty, fuzzy or, where xgettext is installed, missing. Runs with the Python of .venv.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLURAL_FORMS = {"ar": 6, "en": 2, "fr": 2}
REQUIRED = ("ar", "fr")  # the words in the sources are English already; a catalogue may correct them
NOT_SOURCES = (".git", ".venv", "var", "node_modules", "tests", "docs", "__pycache__", "*.mo")


def sources(root=ROOT):
    """Every .po file under `root`/locale, in a steady order."""
    return sorted(root.glob("locale/*/LC_MESSAGES/*.po"))


def stale():
    """The .po files whose .mo is missing or older."""
    return [po for po in sources() if not newer(po.with_suffix(".mo"), po)]


def newer(made, source):
    """Whether the file `made` exists and was written after `source`."""
    return made.exists() and made.stat().st_mtime >= source.stat().st_mtime


def read(po):
    """The Babel catalogue in the file `po`."""
    from babel.messages.pofile import read_po

    with po.open("rb") as file:
        return read_po(file, locale=po.parent.parent.name)


def compile_stale():
    """Write the .mo of each stale .po, whole or not at all: a server may be reading the old one."""
    from babel.messages.mofile import write_mo

    for po in stale():
        with tempfile.NamedTemporaryFile(dir=po.parent, delete=False) as made:
            write_mo(made, read(po))
        Path(made.name).chmod(0o644)
        os.replace(made.name, po.with_suffix(".mo"))


def gaps(po):
    """Sentences about the entries of `po` that are fuzzy or lack a form."""
    language = po.parent.parent.name
    wanted = PLURAL_FORMS[language]
    for message in read(po):
        if not message.id:
            continue
        forms = message.string if message.pluralizable else (message.string,)
        if message.pluralizable and len(forms) != wanted:
            yield f"{language}: {len(forms)} plural forms, not {wanted}: {message.id[0]!r}"
        elif not all(forms):
            yield f"{language}: empty: {message.id!r}"
        elif message.fuzzy:
            yield f"{language}: fuzzy: {message.id!r}"


def missing():
    """Sentences about the words that the sources use and a catalogue has not; None without xgettext."""
    if not shutil.which("xgettext"):
        return None
    found = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "icesco"
        shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(*NOT_SOURCES))
        make_messages(copy, "django")
        if any(po.name == "djangojs.po" for po in sources()):
            make_messages(copy, "djangojs")
        for fresh in sources(copy):
            kept = ROOT / fresh.relative_to(copy)
            if not kept.exists():
                continue  # check() says so in one line
            known = {(m.id, m.context) for m in read(kept)}
            language = kept.parent.parent.name
            found += [f"{language}: missing: {m.id!r}" for m in read(fresh) if m.id and (m.id, m.context) not in known]
    return found


def make_messages(copy, domain):
    """Let Django collect the words of the tree `copy` into its own catalogues."""
    languages = [f"--locale={language}" for language in PLURAL_FORMS]
    subprocess.run(
        [sys.executable, "manage.py", "makemessages", *languages, f"--domain={domain}", "--no-obsolete"],
        cwd=copy,
        env={**os.environ, "ICESCO_VAR": str(copy.parent / "var")},
        check=True,
        stdout=subprocess.DEVNULL,
    )


def check():
    """Print what the catalogues lack; returns the exit status."""
    absent = missing()
    if absent is None:
        print("xgettext is not installed (package gettext): entries were checked, missing ones were not looked for.")
    there = {po.parent.parent.name for po in sources() if po.name == "django.po"}
    found = [f"{language}: no catalogue" for language in REQUIRED if language not in there]
    found += [gap for po in sources() for gap in gaps(po)] + (absent or [])
    print("\n".join(found) or f"{len(sources())} catalogues are complete.")
    return 1 if found else 0


if __name__ == "__main__":
    tasks = {"compile": compile_stale, "check": check}
    if len(sys.argv) != 2 or sys.argv[1] not in tasks:
        sys.exit("Say what to do: catalogues.py compile, or catalogues.py check.")
    sys.exit(tasks[sys.argv[1]]())
