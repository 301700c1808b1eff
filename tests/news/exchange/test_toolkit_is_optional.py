"""The Translate Toolkit is GPL and an extra: nothing imports it but the two modules made for it."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent.parent
FOLDERS = ("news", "people", "feedback", "icesco")


def imported(path):
    """Names of the packages that a module imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module.split(".")[0]


def importing(*packages):
    modules = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")]
    return {str(path.relative_to(ROOT)) for path in modules if {*packages} & {*imported(path)}}


def test_only_the_modules_of_the_formats_import_it():
    formats = {"news/exchange/xliff.py", "news/exchange/po.py"}

    assert importing("translate") == formats
    assert importing("lxml") == {"news/exchange/xliff.py", "news/exchange/inline.py"}


def test_nobody_imports_those_before_a_file_is_written_or_read():
    modules = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")]
    texts = {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in modules}

    assert [name for name, text in texts.items() if "import xliff\n" in text or "import po\n" in text] == []
    assert [name for name, text in texts.items() if "from .inline" in text] == ["news/exchange/xliff.py"]
