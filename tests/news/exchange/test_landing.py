"""What a file that comes back does: a draft that follows what was sent, or a reason why not, and never more."""

import re

import pytest
from django.contrib.auth.models import Permission

from news.models import Edition, Revision
from news.models.bin import bin_story, bin_text
from tests.factories import (
    make_appearance,
    make_article,
    make_draft,
    make_edition,
    make_person,
    make_revision,
    make_user,
    update_edition,
)
from tests.news.exchange.files import BODY, bring_in, sent, translated

pytest.importorskip("translate", reason="the optional extra for exchange is not installed")

from news.exchange.landing import HasProblems
from news.exchange.outgoing import pack, write_file
from news.exchange.plan import plans_of
from news.exchange.reading import read_file

pytestmark = pytest.mark.django_db
FORMATS = ("xliff1", "xliff2", "po")


@pytest.fixture
def user(db):
    return make_user()


@pytest.fixture
def story():
    """A public English story."""
    return make_edition(title="Forum opens in Rabat", summary="It opens.", body=BODY, lead_alt="A crowd").article


def problems(data, user):
    with pytest.raises(HasProblems) as refused:
        bring_in(data, user)
    return [(p.unit, p.reason, p.line) for plan in refused.value.plans for p in plan.problems]


def newest(article, language="fr"):
    return article.edition(language).newest_revision


@pytest.mark.parametrize("name", FORMATS)
def test_a_translation_lands_as_a_draft_that_follows_what_was_sent(name, story, user):
    [landed] = bring_in(translated(story, format_name=name), user, note="Order 7")

    french = newest(story)
    assert landed.revision == french
    assert (french.title, french.summary, french.lead_alt) == ("FORUM OPENS IN RABAT", "IT OPENS.", "A CROWD")
    assert french.body == (
        '<p dir="ltr">SEE <a href="/en/x" rel="noopener">THE <strong>PAGE</strong></a> NOW.</p><h2>NEXT STEPS</h2>'
        '<figure><img src="picture:1" alt="A HALL"><figcaption>THE HALL TODAY</figcaption></figure>'
    )
    assert (french.follows, french.origin, french.author, french.note) == (
        newest(story, "en"), "agency", user, "Order 7",
    )  # fmt: skip
    edition = story.edition("fr")
    assert (edition.visibility, edition.stage) == ("unpublished", "draft")
    assert not Edition.objects.live("fr").exists()


def test_a_translation_into_arabic_is_not_laid_out_from_left_to_right(story, user):
    bring_in(translated(story, target="ar"), user)

    assert newest(story, "ar").body.startswith("<p>SEE")


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_that_comes_back_as_it_went_makes_no_revision(name, story, user):
    french = make_draft(story, "fr", follows=newest(story, "en"), title="Le forum", body=BODY.replace("/en/", "/fr/"))

    [landed] = bring_in(sent(story, name), user, answered={"partial", "moved", "over"})

    assert landed.revision is None
    assert "nothing to do" in landed.sentence
    assert newest(story) == french.newest_revision


def test_the_markup_of_a_translation_stays_where_only_words_change(story, user):
    french = BODY.replace("/en/", "/fr/").replace("See", "Voir")
    make_draft(story, "fr", follows=newest(story, "en"), title="Le forum", body=french)

    bring_in(sent(story).replace("Voir", "Voyez"), user, answered={"partial"})

    assert 'Voyez <a href="/fr/x"' in newest(story).body


def test_a_title_that_a_tool_wrapped_is_one_line(story, user):
    data = translated(story).replace(b"FORUM OPENS IN RABAT", b"\n      FORUM OPENS\n      IN RABAT\n  ")

    bring_in(data, user)

    assert newest(story).title == "FORUM OPENS IN RABAT"


def test_a_source_that_moved_on_is_told_and_the_translation_follows_what_was_sent(story, user):
    data = translated(story)
    sent_revision = newest(story, "en")
    update_edition(story.edition("en"), title="Forum closes")

    [refused] = bring_in(data, user)
    [landed] = bring_in(data, user, answered={"moved"})

    assert "revision 1 was sent, revision 2 stands there now" in refused.sentence
    assert landed.revision.follows == sent_revision


def test_a_newer_draft_of_a_public_source_is_not_what_is_sent(story, user):
    update_edition(story.edition("en"), publish=False, title="Not public")

    assert "Not public" not in sent(story)


def test_a_text_saved_since_the_file_was_made_is_not_written_over_unless_a_person_says_so(story, user):
    data = translated(story)
    theirs = make_revision(story, "fr", follows=newest(story, "en"), title="Saved meanwhile")

    [refused] = bring_in(data, user)
    assert refused.revision is None
    assert newest(story) == theirs

    [landed] = bring_in(data, user, answered={"over"})
    assert landed.revision.number == 2


def test_a_partial_translation_lands_only_when_said_and_leaves_out_what_is_missing(story, user):
    data = translated(story, leave={"body.2", "summary"})

    [refused] = bring_in(data, user)
    [landed] = bring_in(data, user, answered={"partial"})

    assert "2 passages have no finished translation." in refused.sentence
    assert landed.revision.summary == ""
    assert "<h2>" not in landed.revision.body


def test_a_copy_of_the_source_that_a_tool_left_is_no_translation(story, user):
    make_draft(story, "fr", follows=newest(story, "en"), title="Le forum", summary="Voilà.", body=BODY)
    data = sent(story, "omegat")
    summary = data.replace('<target state="new">It opens.', '<target state="new">Il ouvre.')

    [untouched] = bring_in(data, user)
    [refused] = bring_in(summary, user)
    [landed] = bring_in(summary, user, answered={"partial"})

    assert "nothing to do" in untouched.sentence
    assert "passages have no finished translation" in refused.sentence
    assert (landed.revision.title, landed.revision.summary) == ("Le forum", "Il ouvre.")


def test_a_passage_that_says_what_the_source_says_is_not_translated(story, user):
    data = translated(story, change=lambda words: words).decode()

    [refused] = bring_in(data.replace(' state="needs-adaptation"', ""), user)

    assert "passages have no finished translation" in refused.sentence


BREAKS = {
    "missing": ('<target{s}>SEE <g id="1" ctype="link">THE PAGE</g> NOW.</target>', "The tag <g2> is missing."),
    "duplicated": (
        '<target{s}>SEE <g id="1">THE <g id="2">PAGE</g></g> <g id="1">NOW</g>.</target>',
        "The tag <g1> stands there more than once.",
    ),
    "unknown": ('<target{s}>SEE <g id="7">THE PAGE</g> NOW.</target>', "The tag <g7> was not in what was sent."),
    "foreign": ("<target{s}>SEE <b>THE PAGE</b> NOW.</target>", "The tag <b> was not in what was sent."),
    "other kind": ('<target{s}>SEE <x id="1"/> NOW.</target>', "The tag <x1/> was not in what was sent."),
    "only tags": ('<target{s}><g id="1"><g id="2"/></g></target>', "Only tags came back, without words."),
    "character": (
        '<target{s}>S\u202eE <g id="1">THE <g id="2">PAGE</g></g></target>',
        "It holds the character U+202E, which no text may hold.",
    ),
}


@pytest.mark.parametrize(("target", "reason"), BREAKS.values(), ids=BREAKS)
def test_broken_tags_are_refused_with_line_unit_and_reason(target, reason, story, user):
    lines = translated(story).decode().split("\n")
    line = next(n for n, text in enumerate(lines) if "SEE" in text)
    lines[line] = re.sub("<target.*</target>", target.format(s=' state="translated"'), lines[line])

    found = problems("\n".join(lines), user)

    assert ("body.1", reason, line + 1) in found
    assert not Edition.objects.filter(language="fr").exists()


def test_tags_of_a_po_file_are_checked_too(story, user):
    data = translated(story, format_name="po").decode()

    found = problems(data.replace("THE <g2>PAGE</g2></g1>", "THE <g2>PAGE</g1></g2> &amp; <b>"), user)
    crossed = problems(data.replace("THE <g2>PAGE</g2></g1>", "THE <g2>PAGE</g1></g2>"), user)

    assert [reason for _unit, reason, _line in found] == ["The tag <b> was not in what was sent."]
    assert [reason for _unit, reason, _line in crossed] == ["The tag </g1> closes what is not open there."]
    lines = data.split("\n")
    assert "body.1" in lines[crossed[0][2] - 1]


def test_all_that_is_wrong_is_told_at_once_and_one_story_stops_the_file(story, user):
    other = make_edition(title="Another", body="<p>One <em>two</em></p>").article
    data, _name, _type = write_file(pack([story, other], "en", "fr"), "xliff1")

    found = problems(data.decode().replace("</source>", "</source><target>x</target>"), user)

    assert [(unit, reason) for unit, reason, _line in found] == [
        ("body.1", "The tag <g1> is missing."),
        ("body.1", "The tag <g2> is missing."),
        ("body.1", "The tag <g1> is missing."),
    ]
    assert not Edition.objects.filter(language="fr").exists()


def test_units_that_are_missing_new_twice_or_with_another_source_are_refused(story, user):
    text = translated(story).decode()
    summary = re.search(r'<trans-unit[^>]*id="summary".*?</trans-unit>', text, re.DOTALL)[0]

    assert problems(text.replace(summary, ""), user)[0][:2] == ("summary", "This passage is missing from the file.")
    assert problems(text.replace(summary, summary * 2), user)[0][1] == "This passage stands in the file more than once."
    assert problems(text.replace('id="summary"', 'id="body.99"'), user)[0][1] in {
        "This passage was not in what was sent.", "This passage is missing from the file.",
    }  # fmt: skip
    assert problems(text.replace("<source>It opens.", "<source>It closes."), user)[0][1] == (
        "The source text was changed in the file."
    )


def test_files_of_other_sites_stories_and_languages_are_refused(story, user):
    text = translated(story).decode()
    reference = re.search(r'original="([^"]+)"', text)[1]

    assert "not made by this site" in problems(text.replace(reference, "story.html"), user)[0][1]
    assert "“de”" in problems(text.replace('target-language="fr"', 'target-language="de"'), user)[0][1]
    [gone] = bring_in(text.replace(reference, reference.replace(f".{story.pk}.", ".99999.")), user)
    [other] = bring_in(re.sub(r"\.[0-9a-f]{16}\.", ".0123456789abcdef.", text), user)
    assert "no such story" in gone.sentence
    assert "not the one that this site has" in other.sentence


def test_who_may_not_write_in_the_language_brings_nothing_in(story, db):
    arabic = make_user(is_superuser=False)
    arabic.user_permissions.add(Permission.objects.get(codename="write_ar"))

    [landed] = bring_in(translated(story), arabic)

    assert landed.sentence == "You may not write in French."
    assert Revision.objects.filter(language="fr").count() == 0


def test_each_story_of_a_file_lands_by_itself(story, user):
    other = make_edition(title="Another story here", body="<p>Its words are these</p>").article
    data, _name, _type = write_file(pack([story, other], "en", "fr"), "xliff2")
    untouched = data.decode()
    first, second = untouched.split("</file>", 1)
    second = re.sub(r"<source>([^<]*)</source>", lambda m: f"{m[0]}<target>{m[1].upper()}</target>", second)

    landed = bring_in(f"{first}</file>{second}", user)

    assert [bool(one.revision) for one in landed] == [False, True]
    assert "Nothing in it is translated." in landed[0].sentence


def test_stories_that_can_not_be_sent_are_left_out_with_a_reason(story):
    french = make_edition(language="fr", title="Le forum").article

    nested = make_draft(body="<p>" + "<em><strong>" * 25 + "deep" + "</strong></em>" * 25 + "</p>").article
    parcel = pack([story, french, make_article(), nested], "en", "fr")

    assert [work.source.article_id for work in parcel.works] == [story.pk]
    assert [str(reason) for _article, reason in parcel.left_out] == [
        "French is the language in which it was written.",
        "It has no text in the language to translate from.",
        "One of its passages has too many tags within each other.",
    ]


def test_official_names_go_with_the_story(story):
    make_appearance(story, make_person("Amina Diallo", name_fr="Aminata Diallo", is_public=True))

    assert "Amina Diallo = Aminata Diallo" in sent(story)


def test_queries_do_not_grow_with_the_stories(story, user, django_assert_max_num_queries):
    others = [make_edition().article for _number in range(4)]
    data, _name, _type = write_file(pack([story, *others], "en", "fr"), "po")
    stories = read_file(data)
    with django_assert_max_num_queries(4):
        plans_of(stories, user)
    with django_assert_max_num_queries(5):
        write_file(pack([story, *others], "en", "fr"), "po")


def test_what_is_in_the_bin_is_not_written(user):
    """A story, the text that was translated from, and the text that was translated."""
    story, relay, target = (make_draft(title="Forum opens", body="<p>Its words</p>").article for _number in range(3))
    french = make_draft(relay, "fr", follows=newest(relay, "en"), title="Le forum", body="<p>Ses mots</p>")
    files = [translated(story), translated(relay, source="fr", target="ar")]
    binned = make_draft(target, "fr", follows=newest(target, "en"), title="Le forum", body="<p>Ses mots</p>")
    files.append(translated(target))
    bin_story(story)
    bin_text(french)
    bin_text(binned)

    sentences = [bring_in(data, user, answered={"over", "moved", "partial"})[0].sentence for data in files]

    assert sentences == [
        "The story is in the bin: take it out first.",
        "There is no such story or revision here (any more).",
        "There is no such story or revision here (any more).",
    ]
