"""A small newsroom in which every route of the site leads to something, and people in every role."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.utils import timezone

from feedback.models import ApiToken, ExportLog, Rating
from icesco.models import InstitutionPage, PressContact
from icesco.roles import ROLES
from news.models import Correction, LinkProposal, Preview, Task, Term, Transition
from news.models.bin import bin_text
from people.languages import LANGUAGES
from tests.factories import (
    make_appearance,
    make_attachment,
    make_draft,
    make_edition,
    make_member_state,
    make_person,
    make_picture,
    make_place,
    make_portrait,
    make_sector,
    make_tag,
    make_user,
    send_to_review,
    update_edition,
)

NOBODY, STRANGER = "nobody", "stranger"
EVERY_ROLE = [*ROLES, NOBODY, STRANGER]


def make_people():
    """{role: User}, one with each role, NOBODY with none; STRANGER isn't signed in."""
    people = {NOBODY: make_user(is_superuser=False)}
    for role in ROLES:
        people[role] = make_user(is_superuser=False)
        people[role].groups.add(Group.objects.get(name=role))
    return people


def make_story():
    """A story public in three languages, with a newer text in each, and all that a story can have."""
    english = make_edition()
    article = english.article
    for language in ("ar", "fr"):
        make_edition(article, language, follows=english.live_revision)
    for edition in article.editions.all():
        update_edition(edition, publish=False, title=f"A newer title {edition.language}")
        send_to_review(edition)
    person = make_person()
    make_portrait(person)
    make_appearance(article, person)
    article.tags.add(make_tag())
    return article


def make_world():
    """{app_model or name: key} of the rows that addresses lead to."""
    article = make_story()
    page = InstitutionPage.objects.get(name="privacy")
    page.write("en", "Privacy", "<p>Ours.</p>", by=None)
    page.write("en", "Your privacy", "<p>Yours.</p>", by=None)
    state = make_member_state()
    proposal = LinkProposal.objects.create(article=article, member_state=state)
    other = make_draft()
    binned = bin_text(make_draft(other.article, "fr", follows=other.newest_revision))
    # The notes are French; what Arabic and English have to do stays open.
    correction = Correction.add(article.edition("fr"), "Ce n’est pas cela.")
    rating = Rating.objects.create(score=4, language="en", page_type="home", page_key="home")
    return {
        "article": article.pk,
        "proposal": proposal.pk,
        "attachment": make_attachment(article).pk,
        "preview": Preview.make(article.edition("en").newest_revision, timedelta(days=1))[0].pk,
        "news_article": article.pk,
        "admin:news_text_restore": binned.pk,
        "news_picture": make_picture().pk,
        "news_tag": article.tags.get().pk,
        "news_term": Term.objects.create(en="Council", fr="Conseil").pk,
        "news_transition": Transition.objects.latest("pk").pk,
        "news_correction": correction.pk,
        "news_task": Task.objects.open("ar").get().pk,
        "people_person": article.people.get().pk,
        "people_memberstate": state.pk,
        "people_sector": make_sector().pk,
        "people_place": make_place().pk,
        "icesco_institutionpage": page.pk,
        "icesco_presscontact": PressContact.objects.create(email="press@example.org").pk,
        "auth_user": make_user(is_superuser=False).pk,
        # Nobody's passkey: those of others are not there for anybody.
        "mfa_edit_webauthn": 1,
        "mfa_remove_webauthn": 1,
        "feedback_rating": rating.pk,
        "admin:feedback_rating_token_revoke": somebodys_token().pk,
        "feedback_exportlog": ExportLog.objects.create(request={}, rows=1, sha256="").pk,
    }


def somebodys_token():
    """A token whose owner is nobody who asks."""
    owner = make_user(is_superuser=False)
    return ApiToken.make(owner, "Report", ["ratings"], timezone.localdate() + timedelta(days=9))[0]


@pytest.fixture
def roles(db):
    """The groups: a test that empties the tables between may have taken what migrations made."""
    from importlib import import_module

    from django.apps import apps

    from icesco.apps import grant_everything

    if not Group.objects.filter(name="writer").exists():
        import_module("icesco.migrations.0004_roles_of_staff").make_roles(apps, None)
        for name in ("0005_rights_to_the_term_list", "0006_rights_to_judge_ratings"):
            import_module(f"icesco.migrations.{name}").give_rights(apps, None)
        for label in ("auth", "feedback", "icesco", "news", "people"):
            grant_everything(apps.get_app_config(label))


__all__ = ["EVERY_ROLE", "LANGUAGES", "NOBODY", "STRANGER", "make_people", "make_world"]
