"""Where an early migration looks for the name of an original; it is in people.uploads now."""

from people.uploads import original_path

__all__ = ["original_path"]
