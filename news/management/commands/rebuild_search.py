from django.core.management.base import BaseCommand

from news.search.rebuild import rebuild_entries, rebuild_names


class Command(BaseCommand):
    help = (
        "Write the search index anew from what is public: after an upgrade that says so, a restored part of a backup or"
        " rows changed by hand. Safe at any time; search answers meanwhile."
    )

    def handle(self, *args, **options):
        names = rebuild_names(self.progress("names"))
        entries = rebuild_entries(self.progress("stories"))
        self.stdout.write(f"{entries} editions and {names} names are in the index.")

    def progress(self, kind):
        return lambda done, total: self.stdout.write(f"{kind}: {done} of {total}")
