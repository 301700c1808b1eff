"""Passages of a translation keep their place beside the source, whatever happens to either, and none is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from news.body import plain_text
from news.models import Revision
from news.translating.typed import as_typed, read_typed
from news.translating.work import DeskWork


def revision(language, body, follows=None, **words):
    return Revision(language=language, number=1, body=body, follows=follows, **{"title": "T", **words})


def beside(source, target):
    """(source, target) of each passage of the body, as typed."""
    units = DeskWork(source, target.language, target).units
    return [(as_typed(unit.source), as_typed(unit.target)) for unit in units if unit.key.startswith("body.")]


def saved(work, **changes):
    """The body after typing `changes`, {number of a passage: words}, over what stands there."""
    texts = {}
    for unit in work.units:
        typed = changes.get(unit.key.replace("body.", "n"), as_typed(unit.target))
        texts[unit.key] = read_typed(typed, {**unit.tags, **unit.target_tags})
    return work.words(texts)["body"]


def paragraphs(*texts):
    return "".join(f"<p>{text}</p>" for text in texts)


OLD = revision("en", paragraphs("The forum opens in Rabat.", "Ministers attend.", "It ends on Friday."))
FRENCH = revision(
    "fr", paragraphs("Le forum s’ouvre à Rabat.", "Des ministres y assistent.", "Il finit vendredi."), OLD
)


def test_passages_of_a_translation_stand_beside_those_of_its_source():
    assert beside(OLD, FRENCH)[1] == ("Ministers attend.", "Des ministres y assistent.")


def test_a_paragraph_put_into_the_source_asks_for_its_translation_and_moves_no_other():
    new = revision("en", OLD.body.replace("<p>Ministers", "<p>Tents are up.</p><p>Ministers"))

    assert beside(new, FRENCH) == [
        ("The forum opens in Rabat.", "Le forum s’ouvre à Rabat."),
        ("Tents are up.", ""),
        ("Ministers attend.", "Des ministres y assistent."),
        ("It ends on Friday.", "Il finit vendredi."),
    ]


def test_a_paragraph_taken_out_of_the_source_stays_until_somebody_empties_it():
    new = revision("en", OLD.body.replace("<p>Ministers attend.</p>", ""))
    work = DeskWork(new, "fr", FRENCH)

    assert beside(new, FRENCH)[1] == ("", "Des ministres y assistent.")
    assert saved(work) == FRENCH.body
    assert saved(work, n3="") == FRENCH.body.replace("<p>Des ministres y assistent.</p>", "")


def test_a_paragraph_that_moved_keeps_its_translation():
    new = revision("en", paragraphs("It ends on Friday.", "The forum opens in Rabat.", "Ministers attend."))

    assert beside(new, FRENCH)[0] == ("It ends on Friday.", "Il finit vendredi.")


def test_a_paragraph_rewritten_in_its_place_says_what_it_said_before():
    new = revision("en", OLD.body.replace("Ministers attend", "Forty ministers attend"))
    work = DeskWork(new, "fr", FRENCH)

    assert work.before(1) == "Ministers attend."
    assert beside(new, FRENCH)[1] == ("Forty ministers attend.", "Des ministres y assistent.")


def test_paragraphs_that_the_translator_parted_are_found_by_length_and_kind():
    source = revision("en", "<h2>Programme</h2>" + paragraphs("One short.", "Two is a good deal longer than that one."))
    target = revision("fr", paragraphs("Un court.", "Deux est bien plus long que le premier."))

    assert beside(source, target) == [
        ("Programme", ""),
        ("One short.", "Un court."),
        ("Two is a good deal longer than that one.", "Deux est bien plus long que le premier."),
    ]


def test_an_empty_line_parts_a_paragraph_and_an_entry_of_a_list():
    source = revision("en", "<p>One.</p><ul><li>Two.</li></ul>")
    work = DeskWork(source, "ar")

    assert saved(work, n1="واحد.\n\nآخر.", n2="اثنان.\n \nثلاثة.") == (
        "<p>واحد.</p><p>آخر.</p><ul><li>اثنان.</li><li>ثلاثة.</li></ul>"
    )


def test_marks_bring_the_tags_of_the_source_and_a_translations_own_link_stays():
    source = revision("en", '<p>See <a href="/en/x/">the page</a> <strong>now</strong>.</p>')
    target = revision("fr", '<p>Voir <a href="/fr/x/" rel="noopener">la page</a>.</p>', source)
    work = DeskWork(source, "fr", target)

    assert beside(source, target) == [("See {1}the page{/1} {2}now{/2}.", "Voir {t1}la page{/t1}.")]
    assert saved(work, n1="Voir {t1}la page{/t1} {2}maintenant{/2}.") == (
        '<p>Voir <a href="/fr/x/" rel="noopener">la page</a> <strong>maintenant</strong>.</p>'
    )


def test_what_is_no_mark_of_the_passage_is_words():
    work = DeskWork(revision("en", "<p>A {9} & <b>b</b></p>"), "fr")

    assert saved(work, n1="{9} {1/} <i>") == "<p>{9} {1/} &lt;i&gt;</p>"


def test_lines_that_only_the_translation_has_stay():
    work = DeskWork(revision("en", "<p>A.</p>"), "fr", revision("fr", "<p>A.</p>", summary="Un résumé."))

    assert work.words({unit.key: unit.target for unit in work.units})["summary"] == "Un résumé."


BLOCKS = st.sampled_from(["<p>%s</p>", "<h2>%s</h2>", "<ul><li>%s</li></ul>", "<blockquote><p>%s</p></blockquote>"])
BODIES = st.lists(st.tuples(BLOCKS, st.sampled_from("abcdefgh")), max_size=6).map(
    lambda blocks: "".join(block % f"{letter} word" for block, letter in blocks)
)


@pytest.mark.parametrize("knows_followed", [True, False])
@given(old=BODIES, new=BODIES, target=BODIES)
def test_no_passage_is_lost_or_doubled_whatever_changed(knows_followed, old, new, target):
    follows = revision("en", old) if knows_followed else None
    work = DeskWork(revision("en", new), "fr", revision("fr", target, follows))

    lines = sorted(plain_text(saved(work)).split("\n"))

    assert [line for line in lines if line.strip()] == sorted(filter(None, plain_text(target).split("\n")))
