"""Links of a text and its translation."""

import pytest

from news.translation_checks import findings

from .pairs import pair


def missing(source_links, links):
    found = findings(pair("en", "", "fr", "", source_links=tuple(source_links), links=tuple(links)))
    return [finding.detail for finding in found]


@pytest.mark.parametrize(
    ("source_links", "links"),
    [
        (["https://example.org/a"], ["https://example.org/a"]),
        (["https://example.org/a", "https://example.org/a"], ["http://www.example.org/a/"]),
        (["https://example.org/en/a"], ["https://example.org/fr/b"]),
        (["https://en.wikipedia.org/wiki/Rabat"], ["https://fr.wikipedia.org/wiki/Rabat_(ville)"]),
        (["/en/about/", "/en/contact/"], ["/fr/contact/", "/fr/about/"]),
        (["mailto:desk@example.org"], ["mailto:redaction@example.org"]),
        ([], ["https://example.org/more"]),
        (["https://example.org/%D8%A7"], ["https://example.org/ا"]),
        (["http://[bad"], ["http://[bad"]),
    ],
)
def test_a_link_to_the_same_page_or_to_its_host_is_no_finding(source_links, links):
    assert missing(source_links, links) == []


@pytest.mark.parametrize(
    ("source_links", "links", "expected"),
    [
        (["https://example.org/a"], [], ["https://example.org/a"]),
        (["https://example.org/a"], ["https://example.net/a"], ["https://example.org/a"]),
        (["/en/about/", "/en/contact/"], ["/fr/contact/"], ["/en/contact/"]),
        (["https://example.org/a", "https://example.org/b"], ["https://example.org/b"], ["https://example.org/a"]),
        (["http://[bad"], [], ["http://[bad"]),
    ],
)
def test_a_link_without_a_counterpart_is_found(source_links, links, expected):
    assert missing(source_links, links) == expected
