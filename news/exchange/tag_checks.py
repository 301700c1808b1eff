"""Whether the marks of a translated text are those that were sent, each once and rightly nested."""

from django.utils.translation import gettext as _

from .marks import CLOSE, OPEN, SINGLE, STRANGE, Mark

NAMES = {OPEN: "<g{key}>", CLOSE: "</g{key}>", SINGLE: "<x{key}/>", STRANGE: "<{key}>"}


def name(mark):
    """A mark as a person sees it: <g1>, </g1>, <x2/>."""
    return NAMES[mark.kind].format(key=mark.key)


def sentence(template, mark):
    return template % {"tag": name(mark)}


def tag_problems(text, unit):
    """Sentences that say what is wrong with the marks in `text` for `unit`: [] when all is well."""
    marks = [part for part in text if isinstance(part, Mark)]
    tags = {**unit.tags, **unit.target_tags}
    strange = [mark for mark in marks if mark.key not in tags or mark.kind not in tags[mark.key].kinds]
    if strange:
        return [sentence(_("The tag %(tag)s was not in what was sent."), mark) for mark in dict.fromkeys(strange)]
    found = repeated(marks) + missing(marks, unit)
    return found or nesting_problems(marks, tags)


def repeated(marks, name=name):
    """Sentences about marks that stand there twice. name: a function that gives a mark as a person sees it."""
    twice = [mark for mark in dict.fromkeys(marks) if marks.count(mark) > 1]
    return [_("The tag %(tag)s stands there more than once.") % {"tag": name(mark)} for mark in twice]


def missing(marks, unit):
    """The marks that are missing: those of the source, unless the text has those of the translation there was."""
    lacking = [[mark for mark in needed(tags) if mark not in marks] for tags in wanted(unit)]
    extra = [{mark.key for mark in marks} - tags.keys() for tags in wanted(unit)]
    if any(not less and not more for less, more in zip(lacking, extra, strict=True)):
        return []
    if lacking[0]:
        # Of a pair of which nothing came back, one is told of.
        first = {mark.key: mark for mark in reversed(lacking[0])}
        return [
            sentence(_("The tag %(tag)s is missing."), first[key]) for key in dict.fromkeys(m.key for m in lacking[0])
        ]
    return [sentence(_("The tag %(tag)s is too many."), mark) for mark in marks if mark.key not in unit.tags]


def wanted(unit):
    return [unit.tags, unit.target_tags] if unit.target else [unit.tags]


def needed(tags):
    return [Mark(kind, key) for key, tag in tags.items() for kind in tag.kinds]


def nesting_problems(marks, tags, name=name):
    """One sentence at most about marks that close or stand where they can't. tags: {key: Tag}; name: see repeated()."""
    opened = []
    for mark in marks:
        if mark.kind == OPEN:
            if tags[mark.key].name == "a" and any(tags[key].name == "a" for key in opened):
                return [_("The link %(tag)s stands within another link.") % {"tag": name(mark)}]
            opened.append(mark.key)
        elif mark.kind == CLOSE and (not opened or opened.pop() != mark.key):
            return [_("The tag %(tag)s closes what is not open there.") % {"tag": name(mark)}]
    return [_("The tag %(tag)s is opened and never closed.") % {"tag": name(Mark(OPEN, opened[-1]))}] if opened else []
