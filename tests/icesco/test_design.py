"""What the design promises: contrast in both colour schemes, sizes by token, typefaces that are free and small."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders

STATIC = Path(__file__).resolve().parents[2] / "static"
TOKENS = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
COMPONENTS = sorted((STATIC / "css" / "components").glob("*.css"))
LARGEST_FONT_BYTES = 45_000
WORDS_ON = {  # what words are written in: what they stand on; WCAG AA asks for 4.5
    "ink": ("paper", "surface", "raised", "warm-surface", "accent-surface"),
    "ink-soft": ("paper", "surface", "raised"),
    "accent": ("paper", "surface", "raised", "warm-surface", "accent-surface"),
    "accent-strong": ("paper", "surface", "raised", "warm-surface"),
    "on-accent": ("accent", "accent-strong"),
    "warm": ("paper", "surface", "raised"),
    "error": ("paper", "surface", "raised"),
    "on-band": ("band", "band-raised"),
    "on-band-soft": ("band",),
    "band": ("on-band-soft", "on-band"),
}
SHAPES_ON = {  # edges of controls and of what has the focus; 3
    "line": ("paper", "surface", "raised"),
    "focus": ("paper", "surface", "raised"),
    "focus-on-band": ("band", "band-raised"),
}


def colours(scheme):
    """{token: "#rrggbb"} of a colour scheme, "light" or "dark"."""
    light, dark = TOKENS.split("@media (prefers-color-scheme: dark)")
    found = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", light))
    return found | (dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", dark)) if scheme == "dark" else {})


def luminance(colour):
    """Relative luminance of "#rrggbb", 0–1. Source: WCAG 2.2, "relative luminance"."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """Contrast ratio of two colours, 1–21. Source: WCAG 2.2, "contrast ratio"."""
    darker, lighter = sorted([luminance(one), luminance(other)])
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("pairs", "least"), [(WORDS_ON, 4.5), (SHAPES_ON, 3)], ids=["words", "shapes"])
def test_colours_stand_out_from_what_they_stand_on(scheme, pairs, least):
    known = colours(scheme)

    faint = {
        f"{front} on {ground}": round(ratio, 2)
        for front, grounds in pairs.items()
        for ground in grounds
        if (ratio := contrast(known[front], known[ground])) < least
    }

    assert faint == {}


def test_contrast_is_reckoned_as_the_guidelines_do():
    assert round(contrast("#000000", "#ffffff"), 1) == 21
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_takes_its_colours_from_the_tokens(path):
    css = re.sub(r"/\*.*?\*/|@media print.*", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)

    assert re.findall(r"#[0-9a-fA-F]{3,8}\b(?![^{]*{)|rgba?\(|hsla?\(", css) == []


@pytest.mark.parametrize("path", COMPONENTS, ids=lambda path: path.stem)
def test_a_component_uses_only_tokens_that_there_are(path):
    used = set(re.findall(r"var\(--([a-z0-9-]+)", path.read_text(encoding="utf-8")))

    assert used <= set(re.findall(r"--([a-z0-9-]+):", TOKENS))


def test_nothing_spaces_or_slants_the_letters_of_arabic():
    everything = "".join(path.read_text(encoding="utf-8") for path in (STATIC / "css").rglob("*.css"))

    assert re.findall(r"letter-spacing: (?!0\b)[^;]+", everything) == []
    assert re.findall(r"font-style: (?:italic|oblique)", everything) == []


@pytest.mark.parametrize("script", ["arabic", "latin"])
def test_a_typeface_is_small_and_its_licence_is_beside_it(script):
    font = STATIC / "fonts" / f"newsroom-{script}.woff2"
    licence = next((STATIC / "fonts").glob(f"LICENSE-{script}*")).read_text(encoding="utf-8")

    assert font.stat().st_size <= LARGEST_FONT_BYTES
    assert "SIL Open Font License, Version 1.1" in licence


def ranges(family):
    """The code points for which the face `family` is asked for."""
    face = TOKENS[TOKENS.index(f'font-family: "{family}"') :]
    named = re.search(r"unicode-range: ([^;]+);", face)[1]
    spans = [span.strip().removeprefix("U+").split("-") for span in named.split(",")]
    return {code for first, *last in spans for code in range(int(first, 16), int((last or [first])[0], 16) + 1)}


def test_each_typeface_is_asked_for_by_its_own_script_alone():
    arabic, latin = ranges("Newsroom Arabic"), ranges("Newsroom Latin")

    assert not arabic & latin
    assert {ord(letter) for letter in "ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچڤگًٌٍَُِّْٰ،؛؟٠٩ﷺﷲ"} <= arabic
    assert {ord(letter) for letter in "azAZ09«»“”‘’—–…éèêëàâçîïôœŒùûüÿÉÀÇəğışƏĞİŞ "} <= latin


@pytest.mark.django_db
@pytest.mark.parametrize(("language", "script"), [("ar", "arabic"), ("en", "latin"), ("fr", "latin")])
def test_a_page_asks_early_for_the_typeface_of_its_own_script_alone(client, language, script):
    page = client.get(f"/{language}/").content.decode()

    assert re.findall(r'rel="preload" href="[^"]*newsroom-([a-z]+)[^"]*" as="font"', page) == [script]
    assert finders.find(f"fonts/newsroom-{script}.woff2")
