"""The rule of "behind" held to a simple oracle over random histories of one source and its translation."""

from dataclasses import dataclass, field

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from news.behind import following, still_right
from news.errors import NewsError
from tests.factories import make_article, make_edition, make_tag

pytestmark = pytest.mark.django_db

WORDS = ["one", "two", "three"]
STEPS = st.one_of(
    st.tuples(st.just("write"), st.sampled_from(WORDS)),
    st.tuples(st.just("publish"), st.booleans()),
    st.tuples(st.sampled_from(["withdraw", "translate", "still_right", "tag", "caption"]), st.none()),
)


@dataclass
class Oracle:
    """What a person would keep on paper: numbers, words and whether each publication was minor."""

    texts: dict = field(default_factory=dict)  # revision number → word
    published: list = field(default_factory=list)  # (revision number, is_minor), in order
    public: int | None = None  # revision number that readers see
    followed: int = 1

    def is_behind(self):
        if self.public is None or self.texts[self.public] == self.texts[self.followed]:
            return False
        return any(number > self.followed and not is_minor for number, is_minor in self.published)


@dataclass
class Story:
    """An English original, an Arabic translation that follows it, and the oracle beside them."""

    source: object
    translation: object
    oracle: Oracle

    def write(self, word):
        revision = self.source.article.write("en", {"title": word, "body": f"<p>{word}</p>"}, origin="original")
        self.source.refresh_from_db()
        if revision:
            self.oracle.texts[revision.number] = word

    def publish(self, is_minor):
        newest = self.source.newest_revision
        try:
            self.source.publish(newest, is_minor=is_minor)
        except NewsError:
            return  # public already
        self.oracle.published.append((newest.number, is_minor))
        self.oracle.public = newest.number

    def withdraw(self, _nothing):
        if self.oracle.public:
            self.source.withdraw()
            self.oracle.public = None

    def translate(self, _nothing):
        if self.oracle.public:
            revision = self.source.article.write("ar", {}, origin="staff", follows=self.source.live_revision)
            self.translation.refresh_from_db()
            if revision:
                self.translation.publish(revision)
            self.oracle.followed = self.oracle.public

    def still_right(self, _nothing):
        if self.oracle.public:
            still_right(self.translation)
            self.translation.refresh_from_db()
            self.oracle.followed = self.oracle.public

    def tag(self, _nothing):
        self.source.article.tags.add(make_tag())

    def caption(self, _nothing):
        before = self.source.newest_revision
        revision = self.source.article.write("en", {"lead_caption": before.lead_caption + "!"}, origin="original")
        self.source.refresh_from_db()
        self.oracle.texts[revision.number] = self.oracle.texts[before.number]


def new_story():
    article = make_article()
    source = make_edition(article, "en", title="one", summary="", body="<p>one</p>")
    translation = make_edition(article, "ar", follows=source.live_revision)
    return Story(source, translation, Oracle(texts={1: "one"}, published=[(1, False)], public=1))


@given(steps=st.lists(STEPS, max_size=14))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_translation_is_behind_just_when_the_oracle_says_so(steps):
    story = new_story()

    for action, argument in steps:
        getattr(story, action)(argument)

        story.translation.refresh_from_db()
        state = following(story.translation.live_revision)
        assert state.is_behind == story.oracle.is_behind(), (action, argument)
        assert state.gone == (story.oracle.public is None)
