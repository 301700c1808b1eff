"""Some sixty pages in three languages, and how readers spread over them."""

from feedback.pages import SITE, Page

LANGUAGES = ("ar", "en", "fr")
HOME, NEWEST, SPIKE = "home", "article:120", "article:117"
# The spike: a story that a large account shares at 14:10, and that draws readers for an hour and a half.
SPIKE_BEGINS, SPIKE_ENDS = 14 * 3600 + 600, 15 * 3600 + 2400
KEYS = (
    [HOME, NEWEST, "edition_list", SITE, SPIKE]
    + [f"article:{number}" for number in range(119, 80, -1) if number != 117]
    + [f"person:{number}" for number in range(1, 6)]
    + [f"member_state:{code}" for code in ("ma", "eg", "sn", "sa", "az", "ci")]
    + [f"sector:{name}" for name in ("education", "science", "culture", "youth", "communication", "ai")]
)
# The home page and the newest story get a third together; what comes after gets less and less.
REST = [1 / (place + 3) for place in range(len(KEYS) - 2)]
WEIGHTS = [0.2, 0.14, *(0.66 * weight / sum(REST) for weight in REST)]


def page(key, language):
    return Page(key.partition(":")[0], key, language)


def chance_page(chance, language, seconds):
    """The Page that a reader of `language` answers on at `seconds` after midnight."""
    if SPIKE_BEGINS <= seconds < SPIKE_ENDS and chance.random() < 0.35:
        return page(SPIKE, language)
    return page(chance.choices(KEYS, WEIGHTS)[0], language)
