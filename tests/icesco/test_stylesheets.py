"""One style sheet for each kind of page, made of components."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.core.management import call_command

from icesco import stylesheets
from icesco.stylesheets import COMPONENTS, KINDS, components_exist, condensed, page_stylesheet, sources, stylesheet

ROOT = Path(__file__).resolve().parents[2]
KIND = re.compile(r"{% block page_kind %}(.*?){% endblock %}")


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_of_page_has_one_style_sheet_with_all_its_components_in_order(kind):
    css = Path(finders.find(page_stylesheet(kind))).read_text(encoding="utf-8")

    places = [css.index(condensed((ROOT / "static" / name).read_text(), name)) for name in sources(kind)]

    assert places == sorted(places)
    assert "/*" not in css


def test_nothing_else_is_found_beside_the_style_sheets():
    assert not finders.find("css/pages/none.css")
    assert not finders.find("css/pages/home")


def test_addresses_in_a_component_lead_to_the_same_file_from_the_style_sheet():
    css = condensed('a { background: url(../../img/mark.svg) } b { src: url("/x.svg") }', "css/components/a.css")
    foundation = condensed("a { background: url('../fonts/x.woff2') }", "css/base.css")

    assert css == 'a{background:url("../../img/mark.svg")}b{src:url("/x.svg")}'
    assert foundation == 'a{background:url("../../fonts/x.woff2")}'


@pytest.mark.parametrize("kind", KINDS)
def test_files_that_a_style_sheet_names_are_there(kind):
    for target in re.findall(r'url\("(?!data:)([^"]+)"\)', stylesheet(kind)):
        assert (ROOT / "static" / "css" / "pages" / target).resolve().is_file()


@pytest.mark.parametrize(
    ("css", "shorter"),
    [
        ("a { color: red; /* why */ }\n\n\n", "a{color:red}"),
        ("a :hover,\nb { margin: 0 auto }", "a :hover,b{margin:0 auto}"),
        ('a::after { content: " /* ; */ " }', 'a::after{content:" /* ; */ "}'),
        ("a { inline-size: calc(1px + 2px) }", "a{inline-size:calc(1px + 2px)}"),
        ("@media (min-width: 1px) { a { margin: 0 } }", "@media (min-width:1px){a{margin:0}}"),
    ],
)
def test_comments_and_idle_space_are_left_out_and_nothing_else(css, shorter):
    assert condensed(css, "css/base.css") == shorter


def test_static_files_are_collected_under_names_that_change_with_their_content(settings, tmp_path):
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
    }

    call_command("collectstatic", interactive=False, verbosity=0)

    for kind in KINDS:
        hashed = list((tmp_path / "static/css/pages").glob(f"{kind}.????????????.css"))
        assert len(hashed) == 1
        assert 'url("../../img/ornament.svg")' not in hashed[0].read_text()


def test_every_template_names_a_kind_that_exists():
    named = {
        kind for path in (ROOT / "templates").rglob("*.html") for kind in KIND.findall(path.read_text(encoding="utf-8"))
    }

    assert named <= set(KINDS)


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["/ar/", "/en/news/", "/fr/people/", "/ar/none/", "/en/about/translations/"])
def test_a_page_has_one_style_sheet(client, address):
    page = client.get(address).content.decode()

    assert page.count('rel="stylesheet"') == 1


def test_the_components_in_use_are_those_that_are_written():
    assert components_exist(None) == []


def test_a_component_that_is_missing_or_unused_or_on_no_page_fails_the_check(monkeypatch):
    changed = {**COMPONENTS, "nowhere": ("home",), "site-header": ("none",)}
    monkeypatch.setattr(stylesheets, "COMPONENTS", changed)

    errors = components_exist(None)

    assert {error.id for error in errors} == {"icesco.E001", "icesco.E002", "icesco.E003"}
