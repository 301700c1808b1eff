"""`manage.py serve`: the application server on this machine and, beside it, what is due each minute."""

import logging
import multiprocessing
import os
import signal
import threading

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

DUE_EVERY_SECONDS = 60
STOP_WITHIN_SECONDS = 10
# One process; a few threads, so that encoding an uploaded picture doesn't keep readers waiting.
THREADS = 4

logger = logging.getLogger(__name__)


class Command(BaseCommand):
    help = "Serves the site on 127.0.0.1 and applies due publications each minute, until Ctrl-C."

    def add_arguments(self, parser):
        parser.add_argument("--port", type=int, default=8000)

    def handle(self, *, port, **options):
        begin_counting(settings.METRICS_PORT)
        # A forked worker would share this process's database connection.
        multiprocessing.set_start_method("spawn", force=True)
        stopping = threading.Event()
        due = threading.Thread(target=apply_due_each_minute, args=[stopping], daemon=True, name="run_due")
        server = Granian(
            f"{__name__}:worker_application",
            factory=True,
            address="127.0.0.1",
            port=port,
            interface=Interfaces.WSGI,
            workers=1,
            blocking_threads=THREADS,
            websockets=False,
            log_level=LogLevels.warning,
            # A worker that dies ends the server: with respawning on, a signal to the whole group can be missed.
            respawn_failed_workers=False,
            workers_kill_timeout=STOP_WITHIN_SECONDS,
        )

        def end_with_the_terminal():
            # To Granian a hang-up means reload: closing the window would leave a server nobody sees.
            signal.signal(signal.SIGHUP, server.signal_handler_interrupt)

        server.on_startup(end_with_the_terminal)
        server.on_startup(due.start)
        try:
            server.serve()
        finally:
            stopping.set()
            due.join(timeout=STOP_WITHIN_SECONDS)


def begin_counting(port):
    """Forget the figures of servers that ended, and serve those of this one at `port`, unless it is None.

    Raises CommandError when the port is taken.
    """
    # Here, so that the workers, which load this module too, need not.
    from icesco.watching.exposition import LOOPBACK, serve_figures
    from icesco.watching.shared_files import forget_ended_processes

    forget_ended_processes()
    if port is None:
        return
    try:
        serve_figures(port)
    except OSError as error:
        raise CommandError(f"{LOOPBACK}:{port} can't be used for the figures: {error.strerror}.") from None


def worker_application():
    """The WSGI application, in a worker that doesn't outlive its parent, however that one ended."""
    # Out of the terminal's group: the parent alone answers Ctrl-C and ends the worker in order. A worker that had
    # both the interrupt and the parent's signal was seen to hang.
    os.setpgid(0, 0)
    from icesco.wsgi import application

    threading.Thread(target=end_with_parent, daemon=True, name="end_with_parent").start()
    return application


def end_with_parent():
    """Wait for the parent process to be gone, then end this one: left alone it would hold the port unseen."""
    multiprocessing.parent_process().join()
    os._exit(1)


def apply_due_each_minute(stopping, every_seconds=DUE_EVERY_SECONDS):
    """Call `run_due` at once and then every `every_seconds`, until the event `stopping` is set.

    A failure is logged and tried again at the next turn: a database that was away comes back.
    """
    while not stopping.is_set():
        try:
            call_command("run_due", verbosity=0)
        except Exception:
            logger.exception("run_due failed; it is tried again in %s seconds", every_seconds)
        finally:
            # Not kept between turns: the database may restart in the minute in between.
            connection.close()
        stopping.wait(every_seconds)
