"""The shape of the code, read from the code: who imports whom, how long files are, what templates and CSS avoid."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
APPS = ("icesco", "news", "people", "feedback")
# The drawing in the house style: an app may import what stands beside it; icesco may import every app.
MAY_IMPORT = {"news": {"people", "icesco.text"}, "people": {"icesco.text"}, "feedback": set()}
LONGEST_MODULE_LINES = 500
LONGEST_FUNCTION_LINES = 60
LARGEST_SCRIPT_BYTES = 12_000

PHYSICAL_SIDE = re.compile(
    r"(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b"
    r"|border-(?:top|bottom)-(?:left|right)-radius"
    r"|(?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)\b"
    r"|(?<![\w-])(?:left|right)\s*:"
)
FOUR_SIDES = re.compile(r"(?<![\w-])(?:margin|padding|inset|border-width)\s*:\s*(?P<sides>[^;}]+)")
INLINE = re.compile(
    r"<style\b"
    r"|\sstyle\s*="
    r"|<[^>]*\son[a-z]+\s*="
    r"|<script(?![^>]*(?:\bsrc=|type=\"(?:application/(?:ld\+)?json|importmap)\"))",
    re.IGNORECASE,
)
SAFE_FILTER = re.compile(r"\|\s*safe\b|{%\s*autoescape\s+off")


def modules(*folders):
    """Every module under the folders, as paths relative to the project, migrations included."""
    return sorted(path.relative_to(ROOT) for folder in folders for path in (ROOT / folder).rglob("*.py"))


@cache
def parsed(module):
    """The syntax tree of a module."""
    return ast.parse((ROOT / module).read_text(encoding="utf-8"))


def is_migration(module):
    """Whether the module is a migration."""
    return "migrations" in module.parts


def package_of(module):
    """The package a module lies in, as a dotted name: news.models for news/models/edition.py."""
    return ".".join(module.parts[:-1])


def imported_names(module):
    """Dotted names that the module imports, relative imports spelt out, wherever in the file they stand."""
    for node in ast.walk(parsed(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                package = package_of(module).split(".")
                base = ".".join([*package[: len(package) - node.level + 1], *([base] if base else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def is_within(name, package):
    """Whether a dotted name is the package or lies in it."""
    return name == package or name.startswith(f"{package}.")


@pytest.mark.parametrize("app", MAY_IMPORT)
def test_an_app_imports_only_what_the_drawing_allows(app):
    allowed = {app, *MAY_IMPORT[app]}

    offences = [
        f"{module} imports {name}"
        for module in modules(app)
        for name in imported_names(module)
        if name.split(".")[0] in APPS and not any(is_within(name, package) for package in allowed)
    ]

    assert offences == []


@pytest.mark.parametrize("app", MAY_IMPORT)
def test_an_app_names_no_model_of_an_app_that_it_may_not_import(app):
    forbidden = {other for other in APPS if other != app and other not in MAY_IMPORT[app]}
    model = re.compile(rf"(?:{'|'.join(sorted(forbidden))})\.[A-Z]\w*")

    offences = [
        f"{module}:{node.lineno} names {node.value}"
        for module in modules(app)
        for node in ast.walk(parsed(module))
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and model.fullmatch(node.value)
    ]

    assert offences == []


def test_text_functions_know_neither_django_nor_an_app():
    strangers = ("django", "modeltranslation", "taggit", *APPS)

    offences = [
        f"{module} imports {name}"
        for module in modules("icesco/text")
        for name in imported_names(module)
        if name.split(".")[0] in strangers and not is_within(name, "icesco.text")
    ]

    assert offences == []


def test_migrations_are_named_for_what_they_do():
    assert [str(module) for module in modules(*APPS) if is_migration(module) and "_auto_" in module.name] == []


def test_modules_stay_short():
    long = {
        str(module): lines
        for module in modules(*APPS, "tests", "scripts")
        if not is_migration(module)
        and (lines := len((ROOT / module).read_text(encoding="utf-8").splitlines())) > LONGEST_MODULE_LINES
    }

    assert long == {}


def test_functions_stay_short():
    long = [
        f"{module}:{node.lineno} {node.name}"
        for module in modules(*APPS, "tests", "scripts")
        for node in ast.walk(parsed(module))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno > LONGEST_FUNCTION_LINES
    ]

    assert long == []


def test_no_code_declares_html_safe():
    declares = re.compile(r"\b(?:mark_safe|SafeString|SafeText)\b")

    offences = [str(m) for m in modules(*APPS) if declares.search((ROOT / m).read_text(encoding="utf-8"))]

    assert offences == []


def templates():
    """Every template of the project."""
    return sorted((ROOT / "templates").rglob("*.*"))


def without_template_comments(text):
    """A template without what Django leaves out of the page."""
    return re.sub(r"{#.*?#}|{%\s*comment\b.*?{%\s*endcomment\s*%}", "", text, flags=re.DOTALL)


def test_templates_carry_no_inline_style_script_or_handler():
    offences = [
        f"{path.relative_to(ROOT)}: {found[0]}"
        for path in templates()
        if (found := INLINE.search(without_template_comments(path.read_text(encoding="utf-8"))))
    ]

    assert offences == []


def test_templates_leave_escaping_on():
    offences = [
        str(path.relative_to(ROOT)) for path in templates() if SAFE_FILTER.search(path.read_text(encoding="utf-8"))
    ]

    assert offences == []


def own_static(suffix):
    """Static files of our own with the suffix; what is copied in from elsewhere lies in a folder named vendor."""
    return sorted(path for path in (ROOT / "static").rglob(f"*{suffix}") if "vendor" not in path.parts)


def physical_sides(css):
    """What in a style sheet names left or right, or gives the two of them different values."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    yield from (found[0] for found in PHYSICAL_SIDE.finditer(css))
    for found in FOUR_SIDES.finditer(css):
        # A blank within calc() or var() parts no values.
        sides = re.sub(r"\(.*?\)+", lambda inner: inner[0].replace(" ", ""), found["sides"]).split()
        if len(sides) == 4 and sides[1] != sides[3]:
            yield found[0]


def test_css_names_no_physical_side():
    offences = [
        f"{path.relative_to(ROOT)}: {found}"
        for path in own_static(".css")
        for found in physical_sides(path.read_text(encoding="utf-8"))
    ]

    assert offences == []


@pytest.mark.parametrize(
    "css",
    ["a { margin-left: 1em }", "a { left: 0 }", "a { text-align: right }", "a { padding: 1px 2px 3px 4px }"],
)
def test_a_physical_side_is_noticed(css):
    assert list(physical_sides(css))


@pytest.mark.parametrize(
    "css",
    [
        "a { margin-inline-start: 1em }",
        "a { padding: 1px 2px 3px 2px }",
        "a { margin: 0 auto }",
        "/* left: 0 */",
        "a { --left: 0 }",
        "a { padding: calc(1px + 2px) calc(3px + 4px) }",
    ],
)
def test_logical_sides_pass(css):
    assert list(physical_sides(css)) == []


def test_scripts_stay_small():
    large = {str(path.relative_to(ROOT)): path.stat().st_size for path in own_static(".js")}

    assert {name: size for name, size in large.items() if size > LARGEST_SCRIPT_BYTES} == {}
