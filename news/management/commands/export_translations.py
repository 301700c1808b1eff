"""`manage.py export_translations --from en --to fr --format xliff1 --output FILE ARTICLE…` (docs/exchange.md)."""

from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from news.exchange import HOW_TO_INSTALL, is_installed
from news.exchange.formats import FORMATS
from news.exchange.outgoing import TooLarge, pack, write_file
from news.models import Article
from people.languages import LANGUAGES


class Command(BaseCommand):
    help = "Writes stories into one file for translators: XLIFF 1.2, XLIFF 2.0 or PO."

    def add_arguments(self, parser):
        parser.add_argument("articles", nargs="+", type=int, metavar="ARTICLE", help="the number of a story")
        parser.add_argument("--from", dest="source", required=True, choices=LANGUAGES)
        parser.add_argument("--to", dest="target", required=True, choices=LANGUAGES)
        parser.add_argument("--format", dest="form", default="xliff1", choices=FORMATS)
        parser.add_argument("--output", required=True, help="the file to write")

    def handle(self, *, articles, source, target, form, output, **options):
        if not is_installed():
            raise CommandError(f"The Translate Toolkit is not installed: {HOW_TO_INSTALL}")
        if source == target:
            raise CommandError("Choose two different languages.")
        found = Article.objects.kept().only("id", *Article.fact_columns()).in_bulk(articles)
        parcel = pack([found[key] for key in dict.fromkeys(articles) if key in found], source, target)
        for key in dict.fromkeys(articles):
            if key not in found:
                self.stderr.write(f"There is no story {key}.")
        for article, reason in parcel.left_out:
            self.stderr.write(f"Story {article.pk} is left out: {reason}")
        if not parcel.works:
            raise CommandError("There is nothing to write.")
        try:
            data, _name, _type = write_file(parcel, form)
            Path(output).write_bytes(data)
        except TooLarge:
            raise CommandError("The file would be larger than 2.5 MB: choose fewer stories.") from None
        except OSError as error:
            raise CommandError(f"{output} can’t be written: {error.strerror}.") from None
        self.stdout.write(f"{output}: {len(parcel.works)} stories, {len(data):,} bytes.")
