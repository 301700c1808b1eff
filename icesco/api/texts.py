"""Names and texts: in the language of a story, or in all languages at once."""

from icesco.text.direction import direction
from people.languages import LANGUAGES, column


def in_language(value_in, language, languages):
    """{"text", "language", "direction"}: in `language`, else in the first of `languages`; None without any.

    value_in: a function of a language that returns the text or ''. As on the pages, what is borrowed is marked.
    """
    for each in (language, *languages):
        if text := value_in(each):
            return {"text": text, "language": each, "direction": direction(each)}
    return None


def in_languages(thing, field):
    """{language: text} of the translated `field` of `thing`, for the languages in which there is one."""
    values = {language: getattr(thing, column(field, language)) for language in LANGUAGES}
    return {language: value for language, value in values.items() if value}


def name_in(entity, language):
    return in_language(entity.name_in, language, entity.languages)
