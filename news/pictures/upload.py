"""Where the originals of pictures are kept; what is let in is said in people.uploads."""

from uuid import uuid4


def original_path(_picture, filename):
    """A random name: what a visitor's computer called the file is nobody's business."""
    ending = filename.rsplit(".", 1)[-1].lower()
    return f"{uuid4().hex}.{ending if ending in {'jpg', 'jpeg', 'png', 'webp', 'avif'} else 'bin'}"
