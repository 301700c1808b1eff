"""`manage.py import_translations FILE --by NAME --origin agency`: translations as drafts (docs/exchange.md)."""

from pathlib import Path

from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand, CommandError
from django.utils.translation import override

from news.exchange import HOW_TO_INSTALL, is_installed
from news.exchange.landing import ORIGINS, HasProblems, land, question
from news.exchange.plan import plans_of
from news.exchange.problems import Unreadable
from news.exchange.reading import read_file
from news.exchange.safe import MOST_BYTES

FLAGS = {"moved": "--source-moved-on", "over": "--over-newer", "partial": "--partial"}


class Command(BaseCommand):
    help = "Brings a translated file in: each story as a draft, or not at all with the reason. Publishes nothing."

    def add_arguments(self, parser):
        parser.add_argument("file", help="XLIFF 1.2 or 2.0 or PO, made by export_translations or at the desk")
        parser.add_argument("--by", required=True, help="the user name of who brings it in; their rights count")
        parser.add_argument("--origin", required=True, choices=ORIGINS, help="where the translation comes from")
        parser.add_argument("--note", default="", help="for colleagues, in the history")
        parser.add_argument("--dry-run", action="store_true", help="say what would happen, and write nothing")
        for name, flag in FLAGS.items():
            parser.add_argument(flag, dest=name, action="store_true", help=HELP[name])

    def handle(self, *, file, by, origin, note, dry_run, **options):
        if not is_installed():
            raise CommandError(f"The Translate Toolkit is not installed: {HOW_TO_INSTALL}")
        user = get_user_model().objects.filter(username=by, is_active=True).first()
        if user is None:
            raise CommandError(f"There is no user {by}.")
        if len(note) > 500:
            raise CommandError("The note is longer than 500 letters.")
        answered = {name for name in FLAGS if options[name]}
        with override("en"):
            try:
                stories = read_file(read_bytes(file))
                if dry_run:
                    self.tell_plans(plans_of(stories, user))
                else:
                    self.tell_landed(land(stories, user, origin, note, lambda _plan, name: name in answered))
            except Unreadable as error:
                raise CommandError(str(error)) from None
            except HasProblems as error:
                self.tell_plans(error.plans)
                raise CommandError("Nothing was written.") from None

    def tell_plans(self, plans):
        for plan in plans:
            self.stdout.write(f"{plan.given.reference}: {plan.title}")
            for problem in plan.problems:
                self.stdout.write(f"  line {problem.line}, {problem.unit or 'the story'}: {problem.reason}")
            for blocker in plan.blockers:
                self.stdout.write(f"  not possible: {blocker}")
            for name in plan.questions:
                self.stdout.write(f"  {question(plan, name)} ({FLAGS[name]})")
            if plan.is_unchanged:
                self.stdout.write("  it says what the text says: nothing to do")

    def tell_landed(self, landed):
        for one in landed:
            said = f"revision {one.revision.number}, a draft" if one.revision else f"not written: {one.sentence}"
            self.stdout.write(f"{one.plan.given.reference}: {said}")


HELP = {
    "moved": "also where the source has changed since: the draft follows what was sent",
    "over": "also where somebody saved the text since",
    "partial": "also where passages have no finished translation",
}


def read_bytes(path):
    """What is in the file at `path`, no more than an import takes. Raises CommandError."""
    try:
        with Path(path).open("rb") as opened:
            return opened.read(MOST_BYTES + 1)
    except OSError as error:
        raise CommandError(f"{path} can’t be read: {error.strerror}.") from None
