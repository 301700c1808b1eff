"""A canvas that is 900 units high whatever its size in pixels, drawn larger than asked and scaled down to be smooth."""

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from .colours import BLACK, mix

HEIGHT = 900
SUPERSAMPLING = 2
SHADOW_REDUCTION = 8  # shadows are soft: they are drawn this much smaller, then enlarged


class Canvas:
    """What motifs draw on. Points and lengths are units, HEIGHT of them from top to bottom; colours are RGB tuples."""

    def __init__(self, size):
        """size: (width, height) of the finished picture in px."""
        self.size = size
        self.scale = SUPERSAMPLING * size[1] / HEIGHT
        self.height = HEIGHT
        self.width = HEIGHT * size[0] / size[1]
        self.image = Image.new("RGB", (size[0] * SUPERSAMPLING, size[1] * SUPERSAMPLING))
        self.pen = ImageDraw.Draw(self.image)

    @property
    def centre(self):
        return self.width / 2, self.height / 2

    @property
    def frame(self):
        """The four corners of the canvas."""
        return [(0, 0), (self.width, 0), (self.width, self.height), (0, self.height)]

    def polygon(self, points, colour, opacity=1):
        """Fill an outline; opacity 0–1."""
        if opacity >= 1:
            self.pen.polygon(self._scaled(points), fill=colour)
        else:
            self.gradient(points, colour, colour, opacity)

    def line(self, points, colour, width):
        """Draw along points with rounded bends."""
        self.pen.line(self._scaled(points), fill=colour, width=max(1, round(width * self.scale)), joint="curve")

    def disc(self, centre, radius, colour):
        self.pen.ellipse(self._scaled(_box(centre, radius)), fill=colour)

    def circle(self, centre, radius, colour, width):
        """The rim of a disc, `width` units wide inwards."""
        thickness = max(1, round(width * self.scale))
        self.pen.ellipse(self._scaled(_box(centre, radius)), outline=colour, width=thickness)

    def gradient(self, points, top, bottom, opacity=1, fading=False):
        """Fill an outline with colours running from `top` at its highest point to `bottom` at its lowest.

        opacity 0–1, with `fading` that of the highest point: from there it goes down to nothing.
        """
        points = self._scaled(points)
        left, upper, right, lower = self._bounds(points)
        if right <= left or lower <= upper:
            return
        highest = min(y for _, y in points)
        drop = max(max(y for _, y in points) - highest, 1)
        shares = [min(max((y - highest) / drop, 0), 1) for y in range(upper, lower)]
        column = Image.new("RGB", (1, lower - upper))
        column.putdata([mix(top, bottom, share) for share in shares])
        mask = Image.new("L", (right - left, lower - upper))
        ImageDraw.Draw(mask).polygon([(x - left, y - upper) for x, y in points], fill=round(255 * opacity))
        if fading:
            veil = Image.new("L", (1, lower - upper))
            veil.putdata([round(255 * (1 - share) ** 1.4) for share in shares])
            mask = ImageChops.multiply(mask, veil.resize(mask.size, Image.Resampling.NEAREST))
        self.image.paste(column.resize(mask.size, Image.Resampling.NEAREST), (left, upper), mask)

    def shadow(self, outlines, blur, opacity, offset=(0, 0), colour=BLACK):
        """Lay the blurred shape of several outlines on the canvas; blur and offset in units."""
        width, height = (-(-side // SHADOW_REDUCTION) for side in self.image.size)
        mask = Image.new("L", (width, height))
        pen = ImageDraw.Draw(mask)
        for outline in outlines:
            moved = [(x + offset[0], y + offset[1]) for x, y in outline]
            pen.polygon([(x / SHADOW_REDUCTION, y / SHADOW_REDUCTION) for x, y in self._scaled(moved)], fill=255)
        mask = mask.filter(ImageFilter.GaussianBlur(blur * self.scale / SHADOW_REDUCTION))
        mask = mask.point(lambda value: round(value * opacity))
        enlarged = mask.resize(self.image.size, Image.Resampling.BILINEAR)
        self.image.paste(colour, (0, 0, *self.image.size), enlarged)

    def finished(self):
        """The picture in the size asked for."""
        return self.image.resize(self.size, Image.Resampling.LANCZOS)

    def _scaled(self, points):
        return [(x * self.scale, y * self.scale) for x, y in points]

    def _bounds(self, points):
        """The pixels that an outline may touch within the canvas: left, upper, right, lower."""
        columns, rows = zip(*points, strict=True)
        return (
            max(int(min(columns)), 0),
            max(int(min(rows)), 0),
            min(int(max(columns)) + 2, self.image.width),
            min(int(max(rows)) + 2, self.image.height),
        )


def _box(centre, radius):
    return [(centre[0] - radius, centre[1] - radius), (centre[0] + radius, centre[1] + radius)]
