"""The copies that readers get: formats, widths, crops, and what becomes of odd and hostile files."""

from io import BytesIO

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from PIL import Image, ImageDraw
from PIL.PngImagePlugin import PngInfo

from people.pictures.renditions import CARD, SHARE, SQUARE, WHOLE, make_renditions, of_crop
from people.pictures.showing import picture_context, share_rendition
from tests.factories import make_picture, picture_file

pytestmark = pytest.mark.django_db
RED, BLUE = (200, 20, 20), (20, 20, 200)


def encoded(image, form, **options):
    data = BytesIO()
    image.save(data, form, **options)
    return data.getvalue()


def upload(data, name="upload.jpg"):
    return ContentFile(data, name=name)


def stored(rendition):
    with default_storage.open(rendition["name"]) as file:
        image = Image.open(file)
        image.load()
    return image


def is_near(pixel, colour):
    return all(abs(one - other) < 60 for one, other in zip(pixel, colour, strict=True))


def test_a_picture_has_every_format_in_every_width_whole_and_cropped():
    made = make_renditions(picture_file((2000, 1500)), (WHOLE, CARD, SHARE))

    sizes = {(r["crop"], r["format"], r["width"], r["height"]) for r in made}
    assert {size for size in sizes if size[1] == "avif"} == {
        ("", "avif", 480, 360),
        ("", "avif", 960, 720),
        ("", "avif", 1600, 1200),
        ("card", "avif", 480, 300),
        ("card", "avif", 960, 600),
    }
    assert ("share", "jpeg", 1200, 630) in sizes
    assert len(made) == 16
    for rendition in made:
        image = stored(rendition)
        assert (image.format.lower(), image.size) == (rendition["format"], (rendition["width"], rendition["height"]))


def test_a_small_picture_is_not_blown_up():
    made = make_renditions(picture_file((300, 200)), (WHOLE, CARD, SHARE))

    assert {(r["crop"], r["width"], r["height"]) for r in made} == {
        ("", 300, 200),
        ("card", 300, 188),
        ("share", 300, 158),
    }


def test_crops_keep_what_is_at_the_focal_point():
    image = Image.new("RGB", (1200, 300), RED)
    ImageDraw.Draw(image).rectangle((900, 0, 1200, 300), fill=BLUE)

    made = make_renditions(upload(encoded(image, "PNG")), (SQUARE,), focal=(95, 50))

    assert is_near(stored(made[0]).convert("RGB").getpixel((80, 80)), BLUE)


@pytest.mark.parametrize("form", ["BMP", "GIF", "TIFF", "ICO"])
def test_other_formats_are_refused_whatever_they_are_called(form):
    data = encoded(Image.new("RGB", (20, 20)), form)

    with pytest.raises(ValidationError):
        make_renditions(upload(data, "innocent.jpg"), (WHOLE,))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
        b"<html><script>alert(1)</script>",
        b"\xff\xd8\xff\xe0" + b"\0" * 50,
        b"\x89PNG\r\n\x1a\n" + b"\xff" * 50,
        b"RIFF\x10\0\0\0WEBPVP8 ",
        b"\0\0\0\x20ftypavif" + b"\0" * 40,
    ],
)
def test_what_is_no_picture_is_refused(data):
    with pytest.raises(ValidationError):
        make_renditions(upload(data), (WHOLE,))


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_truncated_picture_is_refused_and_leaves_no_file(form):
    data = encoded(Image.effect_noise((200, 200), 90).convert("RGB"), form)

    with pytest.raises(ValidationError):
        make_renditions(upload(data[: len(data) // 2]), (WHOLE,))

    assert not default_storage.exists("pictures") or default_storage.listdir("pictures")[1] == []


@pytest.mark.parametrize("size", [(60_000, 1), (1, 60_000), (9_000, 9_000)])
def test_a_bomb_is_refused_before_it_is_decoded(size):
    data = encoded(Image.new("1", size), "PNG")

    with pytest.raises(ValidationError):
        make_renditions(upload(data), (WHOLE,))


def test_a_picture_that_is_a_page_as_well_is_published_without_the_page():
    data = encoded(Image.new("RGB", (40, 40), RED), "JPEG", comment=b"<script>alert(1)</script>")

    made = make_renditions(upload(data + b"<html><script>alert(2)</script></html>"), (WHOLE, SHARE))

    for rendition in made:
        assert b"script" not in default_storage.open(rendition["name"]).read()


def test_a_picture_is_turned_as_its_metadata_say_and_loses_them():
    image = Image.new("RGB", (400, 200), RED)
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned by a quarter
    exif.get_ifd(0x8825)[1] = "N"  # the camera's place
    exif[0x010F] = "SecretCamera"

    made = make_renditions(upload(encoded(image, "JPEG", exif=exif)), (WHOLE,))

    for rendition in made:
        assert (rendition["width"], rendition["height"]) == (200, 400)
        assert not stored(rendition).getexif()
        assert b"SecretCamera" not in default_storage.open(rendition["name"]).read()


def test_texts_in_a_png_are_dropped():
    note = PngInfo()
    note.add_text("Author", "Somebody Secret")

    made = make_renditions(upload(encoded(Image.new("RGB", (40, 40)), "PNG", pnginfo=note)), (WHOLE,))

    assert all(b"Somebody" not in default_storage.open(r["name"]).read() for r in made)


def cmyk():
    return encoded(Image.new("CMYK", (64, 64), (0, 200, 200, 40)), "JPEG")


def sixteen_bits():
    return encoded(Image.new("I;16", (64, 64), 50_000), "PNG")


def palette_with_transparency():
    image = Image.new("P", (64, 64), 1)
    image.putpalette([0, 0, 0, *RED])
    return encoded(image, "PNG", transparency=1)


def animated(form):
    frames = [Image.new("RGB", (64, 64), colour) for colour in (RED, BLUE)]
    return encoded(frames[0], form, save_all=True, append_images=frames[1:], duration=100)


@pytest.mark.parametrize(
    ("data", "colour"),
    [
        (cmyk(), (215, 46, 46)),
        (sixteen_bits(), (194, 194, 194)),
        (palette_with_transparency(), (255, 255, 255)),
        (animated("WEBP"), RED),
        (animated("PNG"), RED),
        (encoded(Image.new("LA", (64, 64), (0, 0)), "PNG"), (255, 255, 255)),
        (encoded(Image.new("1", (64, 64), 1), "PNG"), (255, 255, 255)),
    ],
    ids=["CMYK", "16 bits", "palette", "animated WebP", "animated PNG", "transparent", "one bit"],
)
def test_odd_pictures_become_plain_ones(data, colour):
    made = make_renditions(upload(data), (WHOLE,))

    for rendition in made:
        image = stored(rendition)
        assert getattr(image, "n_frames", 1) == 1
        assert is_near(image.convert("RGB").getpixel((32, 32)), colour)


# What pages show


def test_a_page_offers_avif_then_webp_then_jpeg_with_the_size_of_the_picture():
    shown = picture_context(make_picture(original=picture_file((2000, 1000))), "Waves", "100vw")

    assert [kind for kind, _copies in shown["sources"]] == ["image/avif", "image/webp"]
    assert [copy["width"] for copy in shown["jpeg"]] == [480, 960, 1600]
    assert (shown["image"]["width"], shown["image"]["height"]) == (960, 480)
    assert shown["alt"] == "Waves"


def test_a_card_shows_the_crop():
    shown = picture_context(make_picture(original=picture_file((2000, 1000))), "", "100vw", crop="card")

    assert {(copy["width"], copy["height"]) for copy in shown["jpeg"]} == {(480, 300), (960, 600)}


def test_a_decorative_picture_says_nothing():
    assert picture_context(make_picture(is_decorative=True), "Waves", "100vw")["alt"] == ""


def old_row():
    """A picture of an early release: neither crops nor AVIF."""
    picture = make_picture(original=picture_file((1000, 1000)))
    whole = [r for r in of_crop(picture.renditions, WHOLE) if r["format"] != "avif"]
    picture.renditions = [{name: value for name, value in r.items() if name != "crop"} for r in whole]
    return picture


@pytest.mark.parametrize("crop", ["", "card"])
def test_a_row_of_an_early_release_is_still_shown(crop):
    shown = picture_context(old_row(), "Waves", "100vw", crop=crop)

    assert [kind for kind, _copies in shown["sources"]] == ["image/webp"]
    assert shown["image"]["height"] == 960


def test_what_is_shared_is_a_jpeg_of_1200_by_630():
    shared = share_rendition(make_picture(original=picture_file((2000, 1500))))

    assert (shared["width"], shared["height"], shared["url"][-4:]) == (1200, 630, ".jpg")


def test_a_row_of_an_early_release_shares_its_widest_jpeg():
    assert share_rendition(old_row())["width"] == 1000


def test_nothing_is_shared_without_a_picture():
    taken_down = make_picture()
    taken_down.take_down()

    assert share_rendition(None) is None
    assert share_rendition(taken_down) is None
