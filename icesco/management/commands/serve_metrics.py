"""`manage.py serve_metrics`: what Prometheus asks for, at a port that visitors don't reach."""

from contextlib import suppress

from django.core.management.base import BaseCommand, CommandError

from icesco.watching.exposition import LOOPBACK, serve_figures


class Command(BaseCommand):
    help = "Serves the figures for Prometheus on a private port, until Ctrl-C. The server counts them."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=9105)
        parser.add_argument("--address", default=LOOPBACK, help="another one only within a network of your own")

    def handle(self, *, port, address, **options):
        try:
            _server, thread = serve_figures(port, address)
        except OSError as error:
            raise CommandError(f"{address}:{port} can't be used: {error.strerror}.") from None
        self.stdout.write(f"Figures at http://{address}:{port}/metrics")
        with suppress(KeyboardInterrupt):
            thread.join()
