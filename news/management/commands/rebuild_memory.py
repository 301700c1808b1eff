from django.core.management.base import BaseCommand

from news.memory.rebuild import forget, rebuild


class Command(BaseCommand):
    help = (
        "Fill the translation memory from the approved and published translations that it doesn't know yet: once after"
        " the upgrade that brought it, or after an import or a restore. Safe at any time, and to stop and repeat."
    )

    def add_arguments(self, parser):
        parser.add_argument("--after", type=int, default=0, metavar="ID", help="Go on behind the edition with this ID.")
        parser.add_argument(
            "--anew",
            action="store_true",
            help="Forget everything first: after a release that says so. Not with --after.",
        )

    def handle(self, *, after=0, anew=False, **options):
        if anew and not after:
            forget()
        written = rebuild(self.say, after)
        self.stdout.write(f"{written} sentences were added to the memory.")

    def say(self, done, total, last):
        self.stdout.write(f"editions: {done} of {total}, up to ID {last}")
