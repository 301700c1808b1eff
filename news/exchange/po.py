"""PO through the Translate Toolkit: marks are written <g1>…</g1> and <x2/> among the words, & and < as &amp; and &lt;.

A PO file has no place for stories: each message's context is the reference of its story and the key of its unit.
"""

import re
from io import BytesIO

from django.utils import timezone
from translate.storage import pypo

from .given import GivenStory, GivenUnit
from .marks import CLOSE, OPEN, SINGLE, STRANGE, Mark, joined
from .tag_checks import name

MARK = re.compile(r"<(?:(/?)g(t?[0-9]{1,4})|x(t?[0-9]{1,4})/)>|(<)[^<>\s]{0,20}>?", re.ASCII)
ENTITY = re.compile("&(amp|lt|gt);")
ENTITIES = {"amp": "&", "lt": "<", "gt": ">"}
CONTEXT_LINE = re.compile(r'\s*(?:msgctxt\s+)?"((?:[^"\\]|\\.)*)"\s*')


class Po:
    extension, content_type = "po", "text/x-gettext-translation; charset=utf-8"

    def write(self, works, source_language, target_language, notes):
        """As Format.write() of xliff."""
        store = pypo.pofile()
        store.updateheader(
            add=True,
            Project_Id_Version="icesco",
            PO_Revision_Date=timezone.now().strftime("%Y-%m-%d %H:%M+0000"),
            Language=target_language,
            MIME_Version="1.0",
            Content_Type="text/plain; charset=UTF-8",
            Content_Transfer_Encoding="8bit",
            X_Source_Language=source_language,
        )
        for work in works:
            for number, unit in enumerate(work.units):
                self.add(store, work, unit, notes.get(work.source.article_id, ()) if number == 0 else ())
        out = BytesIO()
        store.serialize(out)
        return out.getvalue()

    def add(self, store, work, unit, notes):
        made = store.create_unit()
        made.source = written(unit.source)
        made.setcontext(f"{work.reference} {unit.key}")
        if unit.target:
            made.target = written(unit.target)
            made.markfuzzy(not work.is_followed)
        for note in (unit.kind, *notes):
            made.addnote(note, origin="developer")
        store.addunit(made)

    def read(self, data):
        """`data`, UTF-8 with line feeds, as a list of GivenStory. Raises what the toolkit raises."""
        store = pypo.pofile()
        store.parse(BytesIO(data))
        lines = context_lines(data.decode())
        language, stories = store.gettargetlanguage() or "", {}
        for unit in store.units:
            if unit.isheader() or unit.isobsolete() or unit.isblank():
                continue
            context = unit.getcontext()
            reference, _blank, key = context.rpartition(" ")
            # A second message of one context is told of at the line of the second.
            line = lines[context].pop(0) if lines.get(context) else 1
            story = stories.setdefault(reference, GivenStory(reference, line, "", language))
            story.units.append(GivenUnit(key, line, read(str(unit.source)), read(str(unit.target)), unit.isfuzzy()))
        return list(stories.values())


def written(text):
    return "".join(
        part.replace("&", "&amp;").replace("<", "&lt;") if isinstance(part, str) else name(part) for part in text
    )


def read(message):
    """The text of a message; STRANGE marks for what begins with < and is none of ours."""
    parts, end = [], 0
    for match in MARK.finditer(message):
        parts += [unescaped(message[end : match.start()]), mark_of(match)]
        end = match.end()
    return joined([*parts, unescaped(message[end:])])


def mark_of(match):
    if match[2]:
        return Mark(CLOSE if match[1] else OPEN, match[2])
    if match[3]:
        return Mark(SINGLE, match[3])
    return Mark(STRANGE, match[0].strip("<>"))


def unescaped(words):
    return ENTITY.sub(lambda entity: ENTITIES[entity[1]], words)


def context_lines(text):
    """{msgctxt: [the numbers of the lines where it begins]}: the toolkit doesn't keep them."""
    found, context, begun = {}, None, 0
    for number, line in enumerate(text.split("\n"), 1):
        quoted = CONTEXT_LINE.fullmatch(line)
        if quoted and line.lstrip().startswith("msgctxt"):
            context, begun = quoted[1], number
        elif quoted and context is not None:
            context += quoted[1]
        elif context is not None:
            found.setdefault(context, []).append(begun)
            context = None
    return found
