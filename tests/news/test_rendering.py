"""Bodies as readers get them: pictures in place, nothing else touched."""

import pytest
from django.template import Context, Template

from news.rendering import render_body
from tests.factories import make_picture

pytestmark = pytest.mark.django_db


def figure(picture, alt="Alt", caption="<figcaption>Caption</figcaption>"):
    return f'<figure><img src="picture:{picture.pk}" alt="{alt}">{caption}</figure>'


def test_a_body_without_pictures_is_printed_as_it_is(django_assert_num_queries):
    with django_assert_num_queries(0):
        body = render_body('<p>A <a href="/en/">link</a> &amp; more</p>')

    assert Template("{{ body }}").render(Context({"body": body})) == '<p>A <a href="/en/">link</a> &amp; more</p>'


def test_a_picture_gets_its_copies_sizes_and_credit():
    picture = make_picture(credit="A. Painter")

    markup = str(render_body(f"<p>x</p>{figure(picture)}"))

    assert "picture:" not in markup
    assert 'type="image/webp"' in markup
    assert 'loading="lazy"' in markup
    assert "Caption" in markup
    assert "A. Painter" in markup


def test_a_picture_without_caption_gets_one_for_its_credit():
    markup = str(render_body(figure(make_picture(credit="A. Painter"), caption="")))

    assert markup.count("<figcaption>") == 1
    assert "A. Painter" in markup


def test_alt_text_stays_escaped():
    markup = str(render_body(figure(make_picture(), alt="&quot;Waves&quot; &lt;b&gt; &amp; wind")))

    assert 'alt="&quot;Waves&quot; &lt;b&gt; &amp; wind"' in markup


def test_a_credit_is_escaped():
    markup = str(render_body(figure(make_picture(credit="<script>"))))

    assert "<script>" not in markup


def test_a_picture_that_was_taken_down_goes_with_its_figure():
    picture = make_picture()
    picture.take_down()

    assert str(render_body(f"<p>before</p>{figure(picture)}<p>after</p>")) == "<p>before</p><p>after</p>"


def test_a_picture_that_does_not_exist_goes_with_its_figure():
    body = '<p>x</p><figure><img src="picture:999999999" alt="Alt"></figure>'

    assert str(render_body(body)) == "<p>x</p>"


def test_a_picture_outside_a_figure_is_shown_too():
    assert "<picture>" in str(render_body(f'<p><img src="picture:{make_picture().pk}" alt="Alt"></p>'))


def test_many_pictures_take_one_query(django_assert_num_queries):
    pictures = [make_picture() for _ in range(3)]

    with django_assert_num_queries(1):
        render_body("".join(map(figure, pictures)))


def test_a_credit_that_is_missing_in_the_page_language_is_marked_as_in_another():
    picture = make_picture(credit_en="", credit_fr="", credit_ar="رسّام")

    markup = str(render_body(figure(picture)))

    assert '<bdi lang="ar" dir="rtl">رسّام</bdi>' in markup
