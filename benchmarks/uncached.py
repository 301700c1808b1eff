"""The site's settings without the pages of this second: what a page costs when it is drawn."""

from icesco.settings import *  # noqa: F403

PAGE_CACHE_SECONDS = 0
