from django.core.management.base import BaseCommand

from news.models import Edition, SearchEntry
from news.search.rebuild import rebuild_entries, rebuild_names


class Command(BaseCommand):
    help = (
        "Write the search index anew from what is public: after an upgrade that says so, a restored part of a backup or"
        " rows changed by hand. Safe at any time; search answers meanwhile."
    )

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="Only when there are stories but no index yet.")

    def handle(self, *, if_empty=False, **options):
        if if_empty and (SearchEntry.objects.exists() or not Edition.objects.live().exists()):
            return
        names = rebuild_names(self.progress("names"))
        entries = rebuild_entries(self.progress("stories"))
        self.stdout.write(f"{entries} editions and {names} names are in the index.")

    def progress(self, kind):
        return lambda done, total: self.stdout.write(f"{kind}: {done} of {total}")
