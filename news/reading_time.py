"""How long a text takes to read."""

from .body import plain_text

# Words a minute, from one study that had texts of equal content read in each language, so that the three compare:
# S. Trauzettel-Klosinski, K. Dietz, "Standardized Assessment of Reading Performance: The New International Reading
# Speed Texts IReST", Investigative Ophthalmology & Visual Science 53 (2012), 5452–5461, doi:10.1167/iovs.11-8284.
# An Arabic word carries its article, conjunction and pronoun, so a minute holds fewer of them.
WORDS_A_MINUTE = {"ar": 138, "fr": 195, "en": 228}


def reading_minutes(body, language):
    """Whole minutes, at least 1, that reading the HTML `body` in `language` takes at the pace of WORDS_A_MINUTE.

    The pace is that of reading aloud: a promise that most readers are faster than.
    """
    return max(1, round(len(plain_text(body).split()) / WORDS_A_MINUTE[language]))
