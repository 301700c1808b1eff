"""The demo as `make run` serves it, in a folder of its own and on a free port: for browser tests and for Lighthouse."""

import http.client
import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

from scripts.refusal import Refused

ROOT = Path(__file__).resolve().parent.parent
START_WITHIN_SECONDS = 60
STOP_WITHIN_SECONDS = 20
OWN_VARIABLES = ("ICESCO_", "DATABASE_URL", "DJANGO_SETTINGS_MODULE")


def environment_without_ours():
    """This process's variables but for those that icesco reads: a dict, for a process with settings of its own."""
    return {name: value for name, value in os.environ.items() if not name.startswith(OWN_VARIABLES)}


@contextmanager
def demo_site(folder, python=sys.executable):
    """Prepare the demo in `folder` (SQLite, collected hashed files), serve it, and stop the server in the end.

    Yields the origin, such as http://127.0.0.1:49152. Raises Refused, with the server's last words, when it fails.
    """
    port = any_free_port()
    origin = f"http://127.0.0.1:{port}"
    environment = {**environment_without_ours(), "ICESCO_VAR": str(folder), "ICESCO_ORIGIN": origin}
    log = Path(folder) / "server.log"
    with log.open("w", encoding="utf-8") as output:
        options = {"cwd": ROOT, "env": environment, "stdin": subprocess.DEVNULL, "stdout": output, "stderr": output}
        if subprocess.run([python, "manage.py", "prepare", "--demo"], **options).returncode:
            raise Refused(f"The demo could not be prepared:\n{tail(log)}")
        server = subprocess.Popen([python, "manage.py", "serve", "--port", str(port)], **options)
        try:
            wait_for(origin, server, log)
            yield origin
        finally:
            server.terminate()
            try:
                server.wait(STOP_WITHIN_SECONDS)
            except subprocess.TimeoutExpired:
                server.kill()
                server.wait()


def any_free_port():
    """A port of 127.0.0.1 that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(origin, server, log):
    """Return once the server and its database answer. Raises Refused when it ended or took too long."""
    deadline = time.monotonic() + START_WITHIN_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            connection = http.client.HTTPConnection(origin.removeprefix("http://"), timeout=5)
            connection.request("GET", "/readyz")
            if connection.getresponse().status == 200:
                return
        except (http.client.HTTPException, OSError):
            time.sleep(0.2)
    raise Refused(f"The demo’s server did not start:\n{tail(log)}")


def tail(log, lines=15):
    """The last lines of the file `log`."""
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])
