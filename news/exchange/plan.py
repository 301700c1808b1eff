"""What bringing a file in would do, story by story: problems, questions, and the words that would land."""

from dataclasses import dataclass, field

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from icesco.text.characters import UnsafeCharacter, refuse_unsafe
from people.languages import language_name

from ..errors import InBin
from ..models import Article, Revision
from .given import GivenStory
from .marks import Mark, in_one_line, words_of
from .outgoing import editions_of, revisions_named, sent_revision
from .problems import Problem
from .reference import DIGEST_LETTERS, read_reference
from .tag_checks import tag_problems
from .work import TooDeep, Work

LEAST_WORDS = 3  # a shorter passage may well be the same in two languages: a name, a number


@dataclass
class Plan:
    """problems: what is wrong with the file; one of them anywhere, and nothing of the file is brought in.

    blockers: sentences that say why this story can't be brought in. questions: {"moved": the Revision of the source
    that stands now, "over": the newest Revision of the target, "partial": how many passages are missing}, each to be
    answered before it lands. work, texts: what was sent and what came back, once there is no problem.
    """

    given: GivenStory
    reference: object = None
    article: Article | None = None
    title: str = ""
    newest: Revision | None = None
    work: Work | None = None
    texts: dict = field(default_factory=dict)
    problems: list = field(default_factory=list)
    blockers: list = field(default_factory=list)
    questions: dict = field(default_factory=dict)
    is_unchanged: bool = False

    @property
    def is_possible(self):
        return not (self.problems or self.blockers or self.is_unchanged)

    @property
    def words(self):
        return self.work.words(self.texts)

    def draft(self):
        """The revision that would be made, unsaved."""
        return Revision.after(self.newest, self.article, self.work.language, self.words, "", self.work.source)


def plans_of(stories, user):
    """A Plan for each GivenStory; four queries whatever their number. user: who would bring them in."""
    plans = [Plan(story, read_reference(story.reference)) for story in stories]
    known = [plan.reference for plan in plans if plan.reference]
    articles = Article.objects.only("id", *Article.fact_columns()).in_bulk({reference.article for reference in known})
    languages = {name for reference in known for name in (reference.source_language, reference.target_language)}
    editions, revisions = editions_of(articles.values(), *languages), revisions_named(known)
    seen = set()
    for plan in plans:
        if is_ours(plan, seen):
            plan.article = articles.get(plan.reference.article)
            look_up(plan, editions, revisions, user)
    return plans


def is_ours(plan, seen):
    """Whether the file names a story in a way that holds together; tells the plan what doesn't."""
    reference, given = plan.reference, plan.given
    if reference is None:
        plan.problems.append(Problem(given.line, "", _("This part of the file was not made by this site.")))
        return False
    if (reference.article, reference.target_language) in seen:
        plan.problems.append(Problem(given.line, "", _("This story stands in the file more than once.")))
        return False
    seen.add((reference.article, reference.target_language))
    for said, meant in (
        (given.source_language, reference.source_language),
        (given.target_language, reference.target_language),
    ):
        if said and said.replace("_", "-").split("-")[0].lower() != meant:
            reason = _("The file says “%(said)s” where it was sent for “%(meant)s”.")
            plan.problems.append(Problem(given.line, "", reason % {"said": said, "meant": meant}))
    return not plan.problems


def look_up(plan, editions, revisions, user):
    reference = plan.reference
    source = revisions.get((reference.article, reference.source_language, reference.source_number))
    target = revisions.get((reference.article, reference.target_language, reference.target_number))
    source_edition = editions.get((reference.article, reference.source_language))
    edition = editions.get((reference.article, reference.target_language))
    # A text that was moved to the bin leaves its revisions behind.
    is_gone = source_edition is None or (reference.target_number and edition is None)
    if is_gone or source is None or (reference.target_number and target is None):
        plan.blockers.append(_("There is no such story or revision here (any more)."))
        return
    plan.title = source.title
    if not source.words_digest.startswith(reference.digest) or len(reference.digest) != DIGEST_LETTERS:
        plan.blockers.append(_("The text that was sent is not the one that this site has under that number."))
        return
    plan.newest = edition.newest_revision if edition else None
    name = {"language": language_name(reference.target_language)}
    if reference.target_language == plan.article.source_language:
        plan.blockers.append(_("%(language)s is the language in which it was written.") % name)
    if plan.article.binned_at:
        plan.blockers.append(str(InBin()))
    if not user.has_perm(f"news.write_{reference.target_language}"):
        plan.blockers.append(_("You may not write in %(language)s.") % name)
    try:
        plan.work = Work(source, reference.target_language, target)
    except TooDeep:
        plan.blockers.append(_("One of its passages has too many tags within each other."))
        return
    check_units(plan)
    if not plan.problems:
        ask(plan, sent_revision(source_edition))


def check_units(plan):
    """Hold what came back against what was sent, unit by unit."""
    work, seen = plan.work, {}
    for given in plan.given.units:
        unit = work.by_key.get(given.key)
        if unit is None:
            say(plan, given, [_("This passage was not in what was sent.")])
        elif given.key in seen:
            say(plan, given, [_("This passage stands in the file more than once.")])
        else:
            seen[given.key] = given
            say(plan, given, unit_problems(given, unit))
            plan.texts[given.key] = came_back(given, unit)
    for key in work.by_key.keys() - seen.keys():
        plan.problems.append(Problem(plan.given.line, key, _("This passage is missing from the file.")))
    plan.problems.sort(key=lambda problem: (problem.line, problem.unit))


def came_back(given, unit):
    """The text of a unit after the import: where nothing came back, what the translation had, or nothing at all."""
    if not words_of(given.target).strip():
        return ()
    if is_copy(given, unit):
        return unit.target
    # Tools wrap and indent; a line of text stays one.
    is_line = unit.most and "\n" not in words_of(unit.source) and given.target != unit.target
    return in_one_line(given.target) if is_line else given.target


def is_copy(given, unit):
    """Whether the target is the source that was copied there for a tool, and left as it was."""
    return given.is_marked and in_one_line(given.target) == in_one_line(unit.source)


def say(plan, given, reasons):
    plan.problems += [Problem(given.line, given.key, reason) for reason in reasons]


def unit_problems(given, unit):
    """Sentences that say what is wrong with one unit."""
    if in_one_line(given.source) != in_one_line(unit.source):
        return [_("The source text was changed in the file.")]
    words = words_of(given.target)
    if not words.strip():
        return [_("Only tags came back, without words.")] if any(isinstance(p, Mark) for p in given.target) else []
    found = tag_problems(given.target, unit)
    try:
        refuse_unsafe(words)
    except UnsafeCharacter as error:
        found.append(_("It holds the character %(code)s, which no text may hold.") % {"code": error.code_point})
    if unit.most and len(words) > unit.most:
        sentence = ngettext("It is longer than %(most)d letter.", "It is longer than %(most)d letters.", unit.most)
        found.append(sentence % {"most": unit.most})
    return found


def ask(plan, source_now):
    """What has to be answered before the story lands; also whether it says anything new."""
    work = plan.work
    plan.is_unchanged = work.unchanged(plan.texts)
    if plan.is_unchanged:
        return
    if not any(plan.texts.values()):
        plan.blockers.append(_("Nothing in it is translated."))
        return
    if source_now != work.source:
        plan.questions["moved"] = source_now
    if plan.newest != work.target:
        plan.questions["over"] = plan.newest
    if unfinished := sum(is_unfinished(given, work.by_key[given.key]) for given in plan.given.units):
        plan.questions["partial"] = unfinished
    check_draft(plan)


def is_unfinished(given, unit):
    """Whether a passage has no translation: none at all, the source's own words, or one marked as needing work."""
    words = words_of(given.target)
    if not words.strip():
        return True
    if is_copy(given, unit) or (given.is_marked and given.target == unit.target):
        return True
    return len(words.split()) >= LEAST_WORDS and in_one_line(given.target) == in_one_line(unit.source)


def check_draft(plan):
    """What the whole text lacks, beside its units."""
    try:
        draft = plan.draft()
        # What asks the database is left to write(), which does it under the lock.
        draft.full_clean(
            exclude=["author", "origin", "article", "follows"], validate_unique=False, validate_constraints=False
        )
    except ValidationError as error:
        plan.blockers += error.messages
    else:
        if not draft.title:
            plan.blockers.append(_("The title is missing."))
