"""A file lands: each story whole or not at all, as a draft that follows the very revision that was sent."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ..errors import NewsError
from ..models import Article, Revision
from .plan import Plan, plans_of
from .reference import read_reference

# Where a translation may come from: never filled in, a person says it.
ORIGINS = [Revision.Origin.AGENCY, Revision.Origin.STAFF, Revision.Origin.MACHINE_REVISED]


@dataclass
class Landed:
    """plan: of one story. revision: the new one, or None; sentence: why there is none."""

    plan: Plan
    revision: Revision | None = None
    sentence: str = ""


class HasProblems(Exception):
    """There is something wrong with the file: nothing was written. plans: with their problems."""

    def __init__(self, plans):
        super().__init__()
        self.plans = plans


def land(stories, user, origin, note, is_answered):
    """Bring `stories`, a list of GivenStory, in; returns a list of Landed in their order.

    user: the author, whose rights count. origin: one of ORIGINS. is_answered(plan, name): whether a person, who has
    seen what it is about, answered a question of the plan with yes. Raises HasProblems.
    """
    with transaction.atomic():
        lock(stories)
        plans = plans_of(stories, user)
        if any(plan.problems for plan in plans):
            raise HasProblems(plans)
        return [land_one(plan, user, origin, note, is_answered) for plan in plans]


def lock(stories):
    """Hold the articles, in one order everywhere, so that what is checked stays true until it is written."""
    references = [reference for story in stories if (reference := read_reference(story.reference))]
    keys = sorted({reference.article for reference in references})
    list(Article.objects.select_for_update(of=("self",)).only("id").filter(pk__in=keys).order_by("pk"))


def land_one(plan, user, origin, note, is_answered):
    if not plan.is_possible:
        return Landed(plan, None, " ".join(map(str, plan.blockers)) or _("It says what the text says: nothing to do."))
    unanswered = [name for name in plan.questions if not is_answered(plan, name)]
    if unanswered:
        return Landed(plan, None, " ".join(question(plan, name) for name in unanswered))
    try:
        with transaction.atomic():
            revision = plan.article.write(
                plan.work.language,
                plan.words,
                author=user,
                origin=origin,
                follows=plan.work.source,
                note=note,
                based_on=plan.newest,
            )
    except NewsError as error:
        return Landed(plan, None, str(error))
    except ValidationError as error:
        return Landed(plan, None, " ".join(error.messages))
    return Landed(plan, revision, "" if revision else _("It says what the text says: nothing to do."))


def question(plan, name):
    """One of the plan's questions as a sentence that says what there is to know."""
    if name == "moved":
        numbers = {"sent": plan.work.source.number, "now": plan.questions["moved"].number}
        return _("The source moved on: revision %(sent)d was sent, revision %(now)d stands there now.") % numbers
    if name == "over":
        return _("Somebody has saved this text since the file was made.")
    count = plan.questions["partial"]
    return ngettext(
        "%(count)d passage has no finished translation.", "%(count)d passages have no finished translation.", count
    ) % {"count": count}
