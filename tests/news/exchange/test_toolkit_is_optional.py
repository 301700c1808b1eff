"""The Translate Toolkit is GPL and an extra: nothing imports it but the two modules made for it."""

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent.parent
FOLDERS = ("news", "people", "feedback", "icesco")


def imported(text):
    """Names of the packages that a module, given as text, imports."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module.split(".")[0]


def modules():
    """{path: text} of the code."""
    paths = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")]
    return {str(path.relative_to(ROOT)): path.read_text(encoding="utf-8") for path in paths}


def importing(package):
    return {path for path, text in modules().items() if package in text and package in imported(text)}


def test_only_the_modules_of_the_formats_import_it():
    formats = {"news/exchange/xliff.py", "news/exchange/po.py"}

    assert importing("translate") == formats
    assert importing("lxml") == {"news/exchange/xliff.py", "news/exchange/inline.py"}


def test_nobody_imports_those_before_a_file_is_written_or_read():
    texts = modules()

    assert [name for name, text in texts.items() if "import xliff\n" in text or "import po\n" in text] == []
    assert [name for name, text in texts.items() if "from .inline" in text] == ["news/exchange/xliff.py"]
