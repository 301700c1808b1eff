"""Which part of a picture a crop keeps: plain arithmetic on sizes and focal points."""


def crop_box(size, ratio, focal):
    """The largest part of a picture that has the proportion `ratio` and lies around its focal point.

    size: (width, height) in px. ratio: (width, height), as in (16, 10). focal: (x, y) in percent of the picture,
    from its left and top edge. Returns (left, top, right, bottom) in px, never outside of the picture; where the
    focal point is too near an edge to be in the middle, the part ends at that edge.
    """
    width, height = size
    across, down = ratio
    kept_width = min(width, max(1, round(height * across / down)))
    kept_height = min(height, max(1, round(width * down / across)))
    left = clamped(width * focal[0] / 100 - kept_width / 2, width - kept_width)
    top = clamped(height * focal[1] / 100 - kept_height / 2, height - kept_height)
    return left, top, left + kept_width, top + kept_height


def clamped(offset, most):
    return min(max(round(offset), 0), most)
