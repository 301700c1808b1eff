"""What is written in a format is what is read from it: texts, marks, languages, names of stories."""

import re

import pytest
from hypothesis import given

from icesco.text.characters import UnsafeCharacter, refuse_unsafe
from news.body import clean_body
from news.exchange.marks import Mark
from news.exchange.work import Work
from news.models import Revision
from tests.news.exchange.bodies import bodies
from tests.text.strategies import TEXTS

pytest.importorskip("translate", reason="the optional extra for exchange is not installed")

from news.exchange.formats import format_named
from news.exchange.reading import read_file

# What a translation stands in beside the source.
FORMATS = ("xliff1", "xliff2", "po")
FOLLOWED = {"xliff1": 'state="translated"', "xliff2": 'state="translated"', "po": ""}
UNFOLLOWED = {"xliff1": 'state="needs-adaptation"', "xliff2": 'state="initial"', "po": "#, fuzzy"}


def revision(language, number, **words):
    made = Revision(pk=number, article_id=12, language=language, number=number, **words)
    made.tidy()
    return made


def written_and_read(work, name):
    data = format_named(name).write([work], work.source.language, work.language, {12: ["Rabat = الرباط"]})
    [story] = read_file(data)
    return story


@pytest.mark.parametrize("name", FORMATS)
@given(bodies(), TEXTS)
def test_any_story_comes_back_as_it_went(name, body, title):
    try:
        refuse_unsafe(title)
    except UnsafeCharacter:
        title = "Forum"
    source = revision("en", 3, title=f"R & D <{title.strip()}>", summary='Said "so"\nand \\n so', body=body)
    target = revision("fr", 2, title=title.strip(), body=body)
    work = Work(source, "fr", target)
    work.units = [unit for unit in work.units if unit.source]

    story = written_and_read(work, name)

    assert story.reference == str(work.reference)
    assert [(unit.key, unit.source) for unit in story.units] == [(unit.key, unit.source) for unit in work.units]
    assert [unit.target for unit in story.units] == [unit.target for unit in work.units]
    assert work.unchanged({unit.key: unit.target for unit in story.units})
    assert work.words({unit.key: unit.target for unit in story.units})["body"] == clean_body(target.body)


@pytest.mark.parametrize("name", FORMATS)
def test_each_unit_knows_the_line_where_it_stands(name):
    work = Work(revision("en", 3, title="One", body="<p>Two</p><p>Three</p>"), "fr")

    data = format_named(name).write([work], "en", "fr", {}).decode()

    lines = data.split("\n")
    [story] = read_file(data.encode())
    for unit in story.units:
        assert unit.key in lines[unit.line - 1]


@pytest.mark.parametrize("name", FORMATS)
def test_the_file_says_whether_a_translation_follows_what_is_sent(name):
    source = revision("en", 3, title="One", body="<p>Two</p>")
    target = revision("fr", 2, title="Un", body="<p>Deux</p>")
    apart = format_named(name).write([Work(source, "fr", target)], "en", "fr", {}).decode()
    target.follows = source
    followed = format_named(name).write([Work(source, "fr", target)], "en", "fr", {}).decode()

    assert UNFOLLOWED[name] in apart
    assert UNFOLLOWED[name] not in followed
    assert FOLLOWED[name] in followed


def test_a_unit_that_a_tool_cut_into_segments_is_read_whole():
    work = Work(revision("en", 3, title="One. Two.", body=""), "fr")
    data = format_named("xliff2").write([work], "en", "fr", {}).decode()
    parts = (
        '<segment state="translated"><source>One.</source><target>Un.</target></segment>'
        "<ignorable><source> </source></ignorable>"
        '<segment state="translated"><source>Two.</source><target>Deux.</target></segment>'
    )

    [story] = read_file(re.sub("<segment.*</segment>", parts, data, flags=re.DOTALL).encode())

    assert [(unit.key, unit.source, unit.target, unit.is_marked) for unit in story.units] == [
        ("title", ("One. Two.",), ("Un. Deux.",), False)
    ]


def test_a_pair_written_as_its_two_ends_is_a_pair():
    work = Work(revision("en", 3, title="", body="<p>a <em>b</em></p>"), "fr")
    data = format_named("xliff2").write([work], "en", "fr", {}).decode()
    target = '<target>x <sc id="1"/>y<ec startRef="1"/></target></segment>'

    [story] = read_file(data.replace("</segment>", target).encode())

    assert story.units[0].target == ("x ", Mark("open", "1"), "y", Mark("close", "1"))


def test_marks_that_tools_put_around_segments_are_passed_over():
    work = Work(revision("en", 3, title="One", body=""), "fr")
    data = format_named("xliff1").write([work], "en", "fr", {}).decode()

    [story] = read_file(
        data.replace("</source>", '</source><target><mrk mtype="seg" mid="1">Un</mrk></target>').encode()
    )

    assert story.units[0].target == ("Un",)
