"""XLIFF 1.2 and 2.0 through the Translate Toolkit's stores; what it lacks is done on their XML here.

The toolkit writes notes and xml:space of XLIFF 2.0 into <segment>, where the standard doesn't allow them, and reads
each segment of a unit by itself: both are put into the unit here, and a unit's segments are joined.
"""

from dataclasses import replace
from io import BytesIO

from lxml import etree
from translate.storage import xliff, xliff2

from .given import GivenStory, GivenUnit
from .inline import XLIFF_1, XLIFF_2
from .marks import joined

SKELETON_1 = """<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="NoName"
source-language="{source}" target-language="{target}" datatype="html"><body/></file></xliff>"""
SKELETON_2 = """<xliff version="2.0" xmlns="urn:oasis:names:tc:xliff:document:2.0"
srcLang="{source}" trgLang="{target}"><file id="f1"/></xliff>"""
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
NEEDS_WORK = {"new", "needs-translation", "needs-adaptation", "needs-l10n", "initial"}


class Format:
    """One of the two versions; `extension`, `content_type`: of its files."""

    extension, content_type = "xlf", "application/x-xliff+xml"

    def write(self, works, source_language, target_language, notes):
        """`works`, a list of Work of the two languages, as bytes. notes: {article key: lines for the translator}."""
        store = self.store_class()
        store.parse(self.skeleton.format(source=source_language, target=target_language).encode())
        for work in works:
            self.begin(store, str(work.reference))
            for number, unit in enumerate(work.units):
                self.add(store, work, unit, notes.get(work.source.article_id, ()) if number == 0 else ())
        etree.cleanup_namespaces(store.document.getroot())
        out = BytesIO()
        store.serialize(out)
        return out.getvalue()

    def add(self, store, work, unit, notes):
        made = store.UnitClass("")
        store.addunit(made)
        made.setid(unit.key)
        self.dialect.fill(made.source_dom, unit.source, unit.tags)
        holder = self.holder(made)
        if unit.target:
            target = etree.SubElement(made.xmlelement, self.dialect.named("target"))
            self.dialect.fill(target, unit.target, {**unit.tags, **unit.target_tags})
            self.say_state(made, target, work.is_followed)
        self.describe(holder, made, unit, notes)

    def read(self, data):
        """`data`, bytes that safe_xml() let pass, as a list of GivenStory. Raises what the toolkit raises."""
        store = self.store_class()
        store.parse(data)
        stories = {}
        for unit in store.units:
            story = self.story_of(unit, stories)
            given = self.given(unit)
            if given:
                story.units.append(given)
        return list(stories.values())

    def story_of(self, unit, stories):
        file = next(unit.xmlelement.iterancestors(self.dialect.named("file")))
        # By element: two files of one name are two stories, and the import says so.
        if file not in stories:
            source, target = self.languages(file)
            stories[file] = GivenStory(file.get(self.name) or "", file.sourceline, source or "", target or "")
        return stories[file]


class Xliff1(Format):
    name, dialect, store_class, skeleton = "original", XLIFF_1, xliff.Xliff1File, SKELETON_1

    def begin(self, store, reference):
        store.switchfile(reference, createifmissing=True)
        store.getfilenode(reference).set("datatype", "html")

    def holder(self, made):
        return made.xmlelement

    def describe(self, holder, made, unit, notes):
        holder.set("restype", f"x-{unit.kind}")
        if unit.most:
            holder.set("maxwidth", str(unit.most))
            holder.set("size-unit", "char")
        for note in notes:
            made.addnote(note, origin="developer")

    def say_state(self, made, target, is_followed):
        target.set("state", "translated" if is_followed else "needs-adaptation")

    def languages(self, file):
        return file.get("source-language"), file.get("target-language")

    def given(self, unit):
        element, target = unit.xmlelement, unit.target_dom
        text = () if target is None else self.dialect.read(target)
        line = (element if target is None else target).sourceline
        state = "" if target is None else target.get("state", "")
        source = () if unit.source_dom is None else self.dialect.read(unit.source_dom)
        return GivenUnit(element.get("id") or "", line, source, text, state in NEEDS_WORK)


class Xliff1ForOmegaT(Xliff1):
    """OmegaT 3 translates what stands in <target>: every one holds the source, and no translation that there is."""

    def add(self, store, work, unit, notes):
        super().add(store, work, replace(unit, target=unit.source, target_tags={}), notes)

    def say_state(self, made, target, is_followed):
        target.set("state", "new")


class Xliff2(Format):
    name, dialect, store_class, skeleton = "id", XLIFF_2, xliff2.Xliff2File, SKELETON_2

    def begin(self, store, reference):
        root = store.document.getroot()
        if store.body.get("id") != "f1":
            store.body = etree.SubElement(root, self.dialect.named("file"))
        store.body.set("id", reference)

    def holder(self, made):
        return made.getunitelement()

    def describe(self, holder, made, unit, notes):
        holder.set("name", unit.kind)
        holder.set(SPACE, made.xmlelement.attrib.pop(SPACE))
        if notes:
            around = etree.Element(self.dialect.named("notes"))
            for note in notes:
                etree.SubElement(around, self.dialect.named("note")).text = note
            holder.insert(0, around)

    def say_state(self, made, target, is_followed):
        made.xmlelement.set("state", "translated" if is_followed else "initial")

    def languages(self, file):
        root = file.getparent()
        return root.get("srcLang"), root.get("trgLang")

    def given(self, unit):
        """A unit whole, when `unit` is its first segment; None for the others."""
        holder = unit.getunitelement()
        segments = list(holder.iterchildren(self.dialect.named("segment")))
        if segments[0] is not unit.xmlelement:
            return None
        source, target, states, line = [], [], set(), holder.sourceline
        for element in holder.iterchildren(self.dialect.named("segment"), self.dialect.named("ignorable")):
            theirs = element.find(self.dialect.named("source"))
            ours = element.find(self.dialect.named("target"))
            source += () if theirs is None else self.dialect.read(theirs)
            is_between = element.tag == self.dialect.named("ignorable")
            if ours is not None:
                target += self.dialect.read(ours)
                line = ours.sourceline if len(segments) == 1 else line
            elif is_between and theirs is not None:
                target += self.dialect.read(theirs)
            if not is_between:
                states.add(element.get("state", "") if ours is not None else "initial")
        has_target = holder.find(f".//{self.dialect.named('target')}") is not None
        text = joined(target) if has_target else ()
        return GivenUnit(holder.get("id") or "", line, joined(source), text, bool(states & NEEDS_WORK))
