"""Sends a story through OmegaT and back, without a window, and says what happened.

    .venv/bin/python scripts/omegat_round_trip.py

It needs OmegaT (Debian: apt-get install --no-install-recommends omegat) and the packages of
requirements/development.txt or exchange.txt. Everything happens in a temporary folder with a database of its own:
a story is exported as XLIFF 1.2 for OmegaT and as PO, OmegaT makes a translation memory of its passages, every word in
it is put into capitals, OmegaT translates with that memory, and the two files are brought in. Status 1 unless both
land with the words in capitals and the markup as it was.
"""

import html
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BODY = (
    '<p>See <a href="https://example.org/a?b=1&amp;c=2">the <strong>whole</strong> page</a>,<br>in <em>Rabat</em> '
    "&amp; elsewhere: 3 &lt; 4.</p><h2>Next steps</h2><ul><li>One <sub>two</sub><ul><li>Three</li></ul></li></ul>"
    '<figure><img src="picture:1" alt="A “great” hall"><figcaption>The hall, today</figcaption></figure>'
)
# format: (language it is translated into, extension)
FORMATS = {"omegat": ("fr", "xlf"), "po": ("ar", "po")}
PROJECT = """<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
<source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
<glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
<dictionary_dir>__DEFAULT__</dictionary_dir><source_lang>EN</source_lang><target_lang>{language}</target_lang>
<sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
<remove_tags>false</remove_tags></project></omegat>
"""
TAG = re.compile(r"(</?[gx]t?[0-9]+/?>|&[a-z]+;)")


def main():
    if not shutil.which("omegat"):
        sys.exit("There is no omegat here: apt-get install --no-install-recommends omegat")
    with tempfile.TemporaryDirectory() as folder:
        article = set_up(Path(folder))
        results = [round_trip(article, name, Path(folder)) for name in FORMATS]
    sys.exit(0 if all(results) else 1)


def set_up(folder):
    """A newsroom of its own with one story in it; returns the story."""
    os.environ |= {"ICESCO_VAR": str(folder / "var"), "DJANGO_SETTINGS_MODULE": "icesco.settings"}
    os.environ.pop("DATABASE_URL", None)
    sys.path.insert(0, str(ROOT))
    (folder / "var").mkdir()
    import django

    django.setup()
    from django.contrib.auth import get_user_model
    from django.core.management import call_command

    from news.models import Article

    call_command("migrate", verbosity=0)
    get_user_model().objects.create_superuser("translator")
    article = Article.objects.create(source_language="en")
    words = {
        "title": "A forum opens in Rabat",
        "summary": 'It says "yes"\nto all.',
        "body": BODY,
        "lead_alt": "A crowd",
    }
    article.write("en", words, origin="original")
    return article


def round_trip(article, name, folder):
    """Whether a story comes back from OmegaT in the format `name` as it should."""
    from django.core.management import call_command

    language, extension = FORMATS[name]
    project = make_project(folder / name, language)
    sent, memory = project / "source" / f"story.{extension}", project / "tm" / "auto" / "capitals.tmx"
    call_command("export_translations", str(article.pk), source="en", target=language, form=name, output=str(sent))
    omegat(project, "console-createpseudotranslatetmx", f"--pseudotranslatetmx={memory}", "--pseudotranslatetype=equal")
    passages = put_into_capitals(memory, language)
    omegat(project, "console-translate")
    back = project / "target" / sent.name
    print(f"{name}: OmegaT found {passages} passages and wrote {back.stat().st_size:,} bytes.")
    call_command("import_translations", str(back), by="translator", origin="machine_revised")
    return is_right(article, name, language)


def make_project(project, language):
    for part in ("source", "target", "tm/auto", "glossary", "dictionary", "omegat"):
        (project / part).mkdir(parents=True)
    (project / "omegat.project").write_text(PROJECT.format(language=language.upper()), encoding="utf-8")
    return project


def omegat(project, mode, *options):
    """Run OmegaT without a window; its settings stay in the project's folder."""
    command = ["omegat", f"--mode={mode}", *options, f"--config-dir={project / 'omegat'}", str(project)]
    done = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode or "Error" in done.stdout + done.stderr:
        sys.exit(f"OmegaT failed:\n{done.stdout}{done.stderr}")


def put_into_capitals(memory, language):
    """Change the translations in a memory, tags and PO headers apart; returns how many there are."""
    text = memory.read_text(encoding="utf-8")
    target = re.compile(rf'(<tuv lang="{language.upper()}">\s*<seg>)(.*?)(</seg>)', re.DOTALL)
    text, count = target.subn(lambda match: match[1] + capitals_escaped(match[2]) + match[3], text)
    memory.write_text(text, encoding="utf-8")
    return count


def capitals_escaped(segment):
    words = html.unescape(segment)
    return segment if "Content-Type:" in words else html.escape(in_capitals(words, TAG), quote=False)


def in_capitals(text, tag):
    """`text` in capitals, but what `tag`, a pattern with one group around it all, finds."""
    return "".join(part if tag.fullmatch(part) else part.upper() for part in tag.split(text))


def is_right(article, name, language):
    edition = article.edition(language)
    source = article.edition("en").newest_revision
    if edition is None:
        print(f"{name}: nothing landed.")
        return False
    landed = edition.newest_revision
    expected = in_capitals(source.body, re.compile("(<[^>]*>|&[a-z]+;)"))
    expected = expected.replace("A “great” hall", "A “GREAT” HALL")
    wrong = [
        field
        for field, value in (
            ("title", source.title.upper()),
            ("summary", source.summary.upper()),
            ("lead_alt", source.lead_alt.upper()),
            ("body", expected),
        )
        if getattr(landed, field) != value
    ]
    for field in wrong:
        print(f"{name}: {field} came back otherwise: {getattr(landed, field)!r}")
    if not wrong:
        print(f"{name}: all words and tags came back whole, as {landed}; it follows {landed.follows}.")
    return not wrong


if __name__ == "__main__":
    main()
