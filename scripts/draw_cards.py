"""Draws the pictures that stand for the site elsewhere: static/img/card-*.png and logo.png.

Cards (1200 × 630 px, one per language) are shown by other sites beside links to pages without a picture; the logo
(512 × 512 px) goes with feeds and structured data. They are drawn from static/img/mark.svg and the newsroom's name by
the Chromium that the tests use, in the site's own fonts (static/fonts), since that shapes Arabic as readers see it.

Run it after a change of mark, colours, fonts or name, look at the pictures and commit them:
.venv/bin/python -m scripts.draw_cards
"""

import base64
import sys
from io import BytesIO
from pathlib import Path

from scripts.chromium import HOW_TO_GET, find_chromium

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "static" / "img"
CARD_PX, LOGO_PX = (1200, 630), (512, 512)
MOST_BYTES = 40 * 1024
COLOURS = 64
FONTS = {"Newsroom Arabic": "newsroom-arabic.woff2", "Newsroom Latin": "newsroom-latin.woff2"}
NAMES = {
    "ar": ("غرفة أخبار الإيسيسكو", "منظمة العالم الإسلامي للتربية والعلوم والثقافة"),
    "en": ("ICESCO newsroom", "Islamic World Educational, Scientific and Cultural Organization"),
    "fr": (
        "Salle de presse de l’ICESCO",
        "Organisation du monde islamique pour l’éducation, les sciences et la culture",
    ),
}
CARD = """<!doctype html><html lang="{language}" dir="{direction}"><style>
{fonts}
* {{ margin: 0; box-sizing: border-box }} html {{ overflow: hidden }}
body {{ width: 1200px; height: 630px; display: flex; flex-direction: column; justify-content: center; gap: 36px;
  padding: 0 96px; position: relative; overflow: hidden; background: #0a4642; color: #fff;
  font-family: "Newsroom Latin", "Newsroom Arabic", "DejaVu Sans", sans-serif; border-block-end: 20px solid #d2a044 }}
.mark {{ width: 132px; height: 132px }} .mark path {{ fill: #d2a044 }}
.ground {{ position: absolute; inset-block-start: -60px; inset-inline-end: -170px; width: 700px; height: 700px }}
.ground path {{ fill: #0f4e49 }}
p {{ position: relative }}
.name {{ font-weight: 700; font-size: {size}px; line-height: 1.2 }}
.organisation {{ font-size: {small}px; line-height: 1.45; color: #cfe0dd; max-width: 900px }}
</style><div class="ground">{mark}</div><div class="mark">{mark}</div><p class="name">{name}</p>
<p class="organisation">{organisation}</p></html>"""
LOGO = """<!doctype html><style>* {{ margin: 0 }} body {{ width: 512px; height: 512px; background: #fff; padding: 40px;
box-sizing: border-box }} svg {{ width: 432px; height: 432px }}</style>{mark}"""


def font_faces():
    """Rules that carry the site's fonts; pages drawn from a text load no file."""
    rules = []
    for family, name in FONTS.items():
        data = base64.b64encode((ROOT / "static" / "fonts" / name).read_bytes()).decode()
        rules.append(
            f'@font-face {{ font-family: "{family}"; font-weight: 400 700; src: url(data:font/woff2;base64,{data}) }}'
        )
    return "\n".join(rules)


def card(language):
    """The card's page as HTML. Arabic letters are small for their size, so they are set larger."""
    name, organisation = NAMES[language]
    is_arabic = language == "ar"
    return CARD.format(
        language=language,
        direction="rtl" if is_arabic else "ltr",
        size=92 if is_arabic else 76,
        small=42 if is_arabic else 34,
        name=name,
        organisation=organisation,
        mark=mark(),
        fonts=font_faces(),
    )


def mark():
    return (IMAGES / "mark.svg").read_text(encoding="utf-8")


def drawn(browser, page, size):
    """The HTML `page` as the bytes of a PNG of `size`, (width, height) in px."""
    from PIL import Image

    tab = browser.new_page(viewport={"width": size[0], "height": size[1]})
    tab.set_content(page)
    tab.evaluate("document.fonts.ready")
    picture = Image.open(BytesIO(tab.screenshot())).convert("RGB")
    tab.close()
    data = BytesIO()
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(data, "PNG", optimize=True)
    return data.getvalue()


def main():
    from playwright.sync_api import sync_playwright

    path = find_chromium()
    if not path:
        sys.exit(f"Drawing needs Chromium: {HOW_TO_GET}.")
    pages = {f"card-{language}.png": (card(language), CARD_PX) for language in NAMES}
    pages["logo.png"] = (LOGO.format(mark=mark()), LOGO_PX)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for name, (page, size) in pages.items():
            data = drawn(browser, page, size)
            if len(data) > MOST_BYTES:
                sys.exit(f"{name} has {len(data)} bytes, more than {MOST_BYTES}.")
            (IMAGES / name).write_bytes(data)
            print(f"{name}: {len(data)} bytes")
        browser.close()


if __name__ == "__main__":
    main()
