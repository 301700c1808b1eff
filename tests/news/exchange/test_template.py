"""A body cut into segments and put together again is the same body, whatever markup it has."""

from hypothesis import given

from news.body import clean_body
from news.exchange.marks import joined, to_html
from news.exchange.template import cut
from tests.news.exchange.bodies import bodies


@given(bodies())
def test_a_body_put_together_again_is_the_same(body):
    template = cut(body)

    assert template.body(template.own_texts(), template.own_alts()) == body


@given(bodies())
def test_changed_words_change_nothing_but_the_words(body):
    template = cut(body)
    texts = {
        index: to_html([part.swapcase() if isinstance(part, str) else part for part in segment.text], segment.tags)
        for index, segment in enumerate(template.segments)
    }

    changed = cut(template.body(texts, template.own_alts()))

    assert changed.fits(template)
    assert [s.text for s in changed.segments] == [
        joined(part.swapcase() if isinstance(part, str) else part for part in segment.text)
        for segment in template.segments
    ]


def test_a_list_within_a_list_is_two_segments():
    template = cut(clean_body("<ul><li>One<ul><li>Two</li></ul></li></ul>"))

    assert [segment.text for segment in template.segments] == [("One",), ("Two",)]


def test_what_has_no_words_is_no_segment():
    template = cut(clean_body('<p>Words</p>\n<figure><img src="picture:3" alt=""></figure><p><strong> </strong></p>'))

    assert len(template.segments) == 1
