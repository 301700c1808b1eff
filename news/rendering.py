"""A body as readers get it: its pictures, which it knows by number, become renditions with sizes and credit."""

import html

from django.template.loader import render_to_string

from people.languages import columns
from people.pictures.showing import picture_context

from .body import ALT, FIGURE, PICTURE, picture_texts
from .models import Picture
from .models.picture import SHOWN

BODY_SIZES = "(min-width: 48rem) 44rem, 100vw"


class SanitisedHTML(str):
    """Markup that templates print as it is. Made by render_body() alone, from what Revision.tidy() let in."""

    __slots__ = ()

    def __html__(self):
        return self


def pictures_in(bodies):
    """{key: Picture} of all the pictures in `bodies`. One query when there are any."""
    keys = {key for body in bodies for key, _alt in picture_texts(body)}
    return Picture.objects.only(*SHOWN, *columns("credit")).in_bulk(keys) if keys else {}


def render_body(body, pictures=None):
    """`body`, the sanitised HTML of one edition, as SanitisedHTML with its pictures in place.

    pictures: what pictures_in() gave for several bodies; else they are read here, in one query when there are any.
    A picture that was taken down or doesn't exist goes with its whole figure.
    """
    pictures = pictures_in([body]) if pictures is None else pictures
    shown = {key: picture for key, picture in pictures.items() if picture.is_shown}

    def figure(match):
        found = [key for key, _alt in picture_texts(match[0])]
        return with_credit(match[0], [shown[key] for key in found]) if all(key in shown for key in found) else ""

    def image(match):
        picture = shown.get(int(match[1]))
        alt = ALT.search(match[0])
        return picture_markup(picture, html.unescape(alt[1]) if alt else "") if picture else ""

    return SanitisedHTML(PICTURE.sub(image, FIGURE.sub(figure, body)))


def with_credit(figure, pictures):
    """The markup of a figure with the credits of its pictures at the end of its caption."""
    credit = render_to_string("news/_picture_credit.html", {"pictures": pictures}).strip()
    if "</figcaption>" in figure:
        return figure.replace("</figcaption>", f" {credit}</figcaption>", 1)
    return figure.replace("</figure>", f"<figcaption>{credit}</figcaption></figure>")


def picture_markup(picture, alt):
    return render_to_string("people/_picture.html", picture_context(picture, alt, BODY_SIZES)).strip()
