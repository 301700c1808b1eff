"""The article form by role and language: what one may not do is neither shown nor done."""

from itertools import product

import pytest

from icesco.roles import ROLES
from people.languages import LANGUAGES
from tests.factories import make_draft, make_user
from tests.news.admin.forms import change_address, save
from tests.sampling import sampled

from .rules import DESK, FACTS, publish, review, write
from .world import roles  # noqa: F401  (a fixture)

pytestmark = pytest.mark.django_db
MAY = {"continue": write, "submit": write, "approve": review, "publish": publish}
STATES = {"submit": "in_review", "approve": "approved", "publish": "approved"}
# Texts that say the same, so that no check keeps a translation from review; then a title to type in each.
WORDS = {
    "ar": {"title": "افتتاح المنتدى", "summary": "", "body": "<p>يرحب المنتدى بالجميع.</p>"},
    "en": {"title": "The forum opens", "summary": "", "body": "<p>The forum welcomes all.</p>"},
    "fr": {"title": "Le forum s’ouvre", "summary": "", "body": "<p>Le forum accueille tout le monde.</p>"},
}
TYPED = {"ar": "عنوان جديد", "en": "A new title", "fr": "Un nouveau titre"}
CASES = list(product(sorted(DESK), LANGUAGES, MAY))


def story():
    """A story with a draft in each language."""
    source = make_draft(**WORDS["en"])
    for language in ("ar", "fr"):
        make_draft(source.article, language, follows=source.newest_revision, **WORDS[language])
    return source.article


def sign_in(client, role):
    from django.contrib.auth.models import Group

    user = make_user(is_superuser=False)
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    client.cookies["icesco_admin_language"] = "en"


@pytest.mark.parametrize(("role", "language", "button"), sampled(CASES, 14))
def test_words_and_buttons_of_a_language_obey_the_roles_that_have_it(client, roles, role, language, button):  # noqa: F811
    article = story()
    if button == "publish" and language != "en":
        source = article.edition("en")
        source.publish(source.newest_revision)  # no translation is public before what it translates
    sign_in(client, role)
    name = "_continue" if button == "continue" else f"_{button}_{language}"
    shown = client.get(change_address(article)).content.decode()

    answer = save(client, article, button=name, **{f"draft_title_{language}": TYPED[language]})

    edition = article.edition(language)
    may = role in MAY[button](language)
    did = edition.newest_revision.title == TYPED[language] and edition.stage == STATES.get(button, "draft")
    assert did == may, answer.status_code
    assert (edition.visibility == "public") == (may and button == "publish")
    if button != "continue":
        assert (f'name="{name}"' in shown) == may


@pytest.mark.parametrize("role", sampled(sorted(DESK), 4))
def test_facts_are_changed_by_who_may_and_only_read_by_the_others(client, roles, role):  # noqa: F811
    article = story()
    sign_in(client, role)

    save(client, article, event_date="2026-03-12")

    article.refresh_from_db()
    assert (article.event_date is not None) == (role in FACTS)


@pytest.mark.parametrize("role", sorted(set(ROLES) - DESK))
def test_who_has_no_business_with_stories_does_not_open_one(client, roles, role):  # noqa: F811
    article = story()
    sign_in(client, role)

    assert client.get(change_address(article)).status_code == 403
