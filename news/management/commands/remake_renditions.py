"""Makes the renditions of pictures and portraits anew, one transaction each, so that it may be stopped at any time."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from news.models import Picture
from people.models import Portrait

MODELS = {"pictures": Picture, "portraits": Portrait}


class Command(BaseCommand):
    help = (
        "Makes the renditions anew of pictures and portraits that lack a crop or a format, so that it goes on where it "
        "was stopped. With --all of every one: then --after says where to go on."
    )

    def add_arguments(self, parser):
        parser.add_argument("kind", nargs="?", choices=MODELS, help="only pictures or only portraits")
        parser.add_argument("--all", action="store_true", help="also those that lack nothing")
        parser.add_argument("--after", type=int, default=0, metavar="ID", help="only those with a higher number")

    def handle(self, *args, kind=None, all=False, after=0, **options):
        failed = 0
        for name in [kind] if kind else MODELS:
            rows = MODELS[name].objects.filter(pk__gt=after).order_by("pk")
            keys = [row.pk for row in rows.iterator() if row.may_be_shown and (all or not row.has_all_renditions)]
            for number, key in enumerate(keys, 1):
                self.stdout.write(f"{name}: {number} of {len(keys)}, id {key}")
                failed += not self.remade(MODELS[name], key)
        if failed:
            raise CommandError(f"{failed} could not be made: see above.")

    def remade(self, model, key):
        """Whether the row `key` has new renditions now; one whose original can't be read keeps its old ones."""
        try:
            model.objects.get(pk=key).remake_files()
        except (OSError, ValidationError) as error:
            self.stderr.write(f"id {key}: {error}")
            return False
        return True
