"""Two people in one language: the second save is refused, both changes are shown, and can be put together."""

import random

import pytest

from news.models import Revision
from tests.factories import make_draft, update_edition
from tests.sampling import IS_DEEP, SEED

from .forms import change_address, save, shown_values

pytestmark = pytest.mark.django_db
COLLISIONS = 1000 if IS_DEEP else 10
LANGUAGES = ("ar", "en", "fr")
NEW_TEXT = {"ar": "المنتدى يفتتح أعماله", "en": "The forum opens", "fr": "Le forum s’ouvre"}


@pytest.fixture
def collision(desk):
    """A story, the form as it was opened, and what a colleague saved since."""
    article = make_draft(title="Forum opens in Rabat", body="<p>One.</p><p>Two.</p>").article
    opened = shown_values(desk, change_address(article))
    update_edition(article.edition("en"), publish=False, title="Forum opens in Fez", body="<p>One.</p><p>2.</p>")
    return article, opened


def test_both_changes_are_shown_word_by_word(desk, collision):
    article, opened = collision

    page = save(desk, article, data=opened, draft_title_en="Water forum opens in Rabat").content.decode()

    assert "<del>" in page
    assert "Fez</ins>" in page
    assert "Water" in page


def test_put_together_is_shown_unsaved_and_saved_with_the_next_save(desk, collision):
    article, opened = collision
    mine = {"draft_title_en": "Water forum opens in Rabat", "draft_body_en": "<p>1.</p><p>Two.</p>"}

    answer = save(desk, article, data=opened, button="_merge_en", **mine)

    panel = answer.context["panels"][1]
    assert article.edition("en").newest_revision.title == "Forum opens in Fez"
    assert panel["draft_title"].value() == "Water forum opens in Fez"
    assert panel["draft_body"].value() == "<p>1.</p><p>2.</p>"
    assert panel.to_tidy == []

    merged = {field.html_name: field.value() for field in panel if field.value() is not None}
    save(desk, article, data={**opened, **merged})

    assert article.edition("en").newest_revision.title == "Water forum opens in Fez"


def test_where_both_changed_the_same_words_both_stay_and_it_is_said(desk, collision):
    article, opened = collision

    answer = save(desk, article, data=opened, button="_merge_en", draft_title_en="Forum opens in Tunis")

    panel = answer.context["panels"][1]
    assert panel["draft_title"].value() == "Forum opens in Tunis / Forum opens in Fez"
    assert [str(label) for label in panel.to_tidy] == ["Title"]


def test_a_third_save_meanwhile_is_found_after_putting_together_too(desk, collision):
    article, opened = collision
    answer = save(desk, article, data=opened, button="_merge_en", draft_title_en="Water forum opens in Rabat")
    merged = {f.html_name: f.value() for f in answer.context["panels"][1] if f.value() is not None}
    update_edition(article.edition("en"), publish=False, title="Forum opens in Oran")

    answer = save(desk, article, data={**opened, **merged})

    assert answer.context["panels"][1].stale
    assert article.edition("en").newest_revision.title == "Forum opens in Oran"


def test_two_who_begin_the_same_translation_collide(desk):
    article = make_draft().article
    opened = shown_values(desk, change_address(article))
    article.write("fr", {"title": "Le leur", "body": "<p>Un.</p>"}, origin="staff")

    answer = save(desk, article, data=opened, draft_title_fr="Le mien", origin_fr="staff")

    assert answer.context["panels"][2].stale
    assert article.edition("fr").newest_revision.title == "Le leur"


def test_every_scripted_collision_is_found_and_no_text_is_lost(desk):
    """Two editors open one form and save in turn, in languages drawn by lot: same language, refused; another, kept."""
    draw = random.Random(SEED)
    article = make_draft(language="ar", title=NEW_TEXT["ar"]).article
    for language in ("en", "fr"):
        article.write(language, {"title": NEW_TEXT[language]}, origin="staff")
    found = kept = 0
    for number in range(COLLISIONS):
        opened = shown_values(desk, change_address(article))
        first, second = draw.choice(LANGUAGES), draw.choice(LANGUAGES)

        article.write(first, {"title": f"{NEW_TEXT[first]} {number} A"}, origin="staff")
        answer = save(desk, article, data=opened, **{f"draft_title_{second}": f"{NEW_TEXT[second]} {number} B"})

        titles = {r.language: r.title for r in Revision.objects.filter(newest_in__article=article)}
        assert titles[first].endswith(f"{number} A" if first == second or answer.status_code == 302 else "")
        if first == second:
            found += answer.context["panels"][LANGUAGES.index(second)].stale
            assert f"{number} B" in answer.content.decode()
        else:
            kept += titles[second].endswith(f"{number} B")
    collided = Revision.objects.filter(article=article, title__endswith=" A").count()
    assert collided == COLLISIONS
    assert found + kept == COLLISIONS
