"""The whole newsroom as deploy/ ships it: nginx, the application server as its unit starts it, PostgreSQL."""

import secrets
import shlex
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

from scripts.demo_site import ROOT, START_WITHIN_SECONDS, environment_without_ours, tail
from scripts.deployed import filled_in
from scripts.nginx import HOST, Front, reserve_ports, running_nginx
from scripts.refusal import Refused

from .https_client import HttpsClient

DEPLOY = ROOT / "deploy"
STOP_WITHIN_SECONDS = 20


def unit_values(unit, name):
    """What stands after `name=` in a file of deploy/systemd: a list with one text for each line."""
    text = (DEPLOY / "systemd" / unit).read_text(encoding="utf-8")
    return [line.partition("=")[2] for line in text.splitlines() if line.startswith(f"{name}=")]


def example_environment():
    """The variables that deploy/environment.example sets."""
    lines = (DEPLOY / "environment.example").read_text(encoding="utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if line and not line.startswith("#"))


@dataclass
class Stack:
    """A running newsroom: its nginx `front`, its `environment`, its application `server` (a Popen) and its log."""

    front: Front
    environment: dict
    server: subprocess.Popen
    log: Path
    socket: Path

    def manage(self, *words):
        """Run manage.py as its operator would; returns what it printed. Raises Refused when it fails."""
        options = {"cwd": ROOT, "env": self.environment, "stdin": subprocess.DEVNULL}
        done = subprocess.run([sys.executable, "manage.py", *words], capture_output=True, text=True, **options)
        if done.returncode:
            raise Refused(f"manage.py {words[0]} failed: {done.stdout}{done.stderr}")
        return done.stdout

    def workers(self):
        """The process ids of the application server's workers."""
        children = Path(f"/proc/{self.server.pid}/task/{self.server.pid}/children").read_text()
        found = [int(pid) for pid in children.split()]
        # A worker that has just ended is still there, without a command line.
        return {pid for pid in found if b"granian" in Path(f"/proc/{pid}/cmdline").read_bytes()}

    def reload(self):
        """What `systemctl reload icesco` does."""
        assert unit_values("icesco.service", "ExecReload") == ["/bin/kill -HUP $MAINPID"]
        self.server.send_signal(signal.SIGHUP)

    def stop_server(self):
        if self.server.poll() is None:
            self.server.terminate()
            try:
                self.server.wait(STOP_WITHIN_SECONDS)
            except subprocess.TimeoutExpired:
                self.server.kill()
                self.server.wait()


def wait_until_ready(stack):
    """Return once the site answers through nginx. Raises Refused when the server ended or took too long."""
    deadline = time.monotonic() + START_WITHIN_SECONDS
    while time.monotonic() < deadline and stack.server.poll() is None:
        if HttpsClient(stack.front).get("/readyz").status_code == 200:
            return
        time.sleep(0.2)
    raise Refused(f"The application server did not start:\n{tail(stack.log)}")


@contextmanager
def empty_database(url):
    """A new database beside the one at `url`, of PostgreSQL; yields its DATABASE_URL and drops it in the end."""
    name = f"icesco_deploy_{secrets.token_hex(4)}"
    # Any connection will do to make one: every server has this database.
    with psycopg.connect(urlunsplit(urlsplit(url)._replace(path="/postgres")), autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8'")
        try:
            yield urlunsplit(urlsplit(url)._replace(path=f"/{name}"))
        finally:
            connection.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")


@contextmanager
def running_stack(folder, database_url):
    """Prepare the demo in `folder` and an empty database, and serve it; yields a Stack. Raises Refused."""
    ports = reserve_ports()
    socket, var, log = folder / "server.sock", folder / "var", folder / "server.log"
    environment = {
        **environment_without_ours(),
        **example_environment(),
        **dict(pair.split("=", 1) for line in unit_values("icesco.service", "Environment") for pair in line.split()),
        "ICESCO_ORIGIN": f"https://{HOST}:{ports[1]}",
        "ICESCO_SECRET_KEY": secrets.token_urlsafe(60),
        "DATABASE_URL": database_url,
        "ICESCO_VAR": str(var),
        "ICESCO_METRICS_DIR": str(folder / "metrics"),
        "ICESCO_SECOND_FACTOR": "optional",  # the demo's administrator has none
        "GRANIAN_RESPAWN_INTERVAL": "2",
    }
    (command,) = unit_values("icesco.service", "ExecStart")
    words = shlex.split(filled_in(command, {"CODE": str(ROOT), "SOCKET": str(socket)}))
    # The Python of this run, whatever folder it is in.
    words = [sys.executable, "-m", "granian", *words[1:]]
    with log.open("w", encoding="utf-8") as output:
        options = {"cwd": ROOT, "env": environment, "stdin": subprocess.DEVNULL, "stdout": output, "stderr": output}
        if subprocess.run([sys.executable, "-m", "tests.deploy.prepare_demo"], **options).returncode:
            raise Refused(f"The demo could not be prepared:\n{tail(log)}")
        with running_nginx(folder, socket, var, ports) as front:
            stack = Stack(front, environment, subprocess.Popen(words, **options), log, socket)
            try:
                wait_until_ready(stack)
                yield stack
            finally:
                stack.stop_server()
