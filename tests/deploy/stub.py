"""A small application in the place of ours: answers as it is told and remembers what it was asked."""

import socketserver
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from tests.caching import PUBLIC_CACHING


@dataclass
class Asked:
    """One request as it reached the application."""

    method: str
    target: str
    headers: dict
    body: bytes


@dataclass
class Stub:
    """`asked`: every Asked so far; `headers`, `status` and `body` of the answers to come."""

    asked: list = field(default_factory=list)
    status: int = 200
    headers: dict = field(default_factory=lambda: {"Cache-Control": PUBLIC_CACHING, "Vary": "Accept-Encoding"})
    body: bytes = b"words"

    @property
    def targets(self):
        return [asked.target for asked in self.asked]


class Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer):
    daemon_threads = True
    request_queue_size = 128


@contextmanager
def running_stub(path):
    """Serve a Stub at the Unix socket `path`; yields (stub, a function that stops it)."""
    stub = Stub()

    class Handler(BaseHTTPRequestHandler):
        def answer(self):
            length = int(self.headers.get("Content-Length", 0))
            names = {name.lower(): ", ".join(self.headers.get_all(name)) for name in self.headers}
            stub.asked.append(Asked(self.command, self.requestline.split(" ")[1], names, self.rfile.read(length)))
            self.send_response(stub.status)
            for name, value in stub.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(stub.body)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(stub.body)

        def do_GET(self):
            self.answer()

        def do_HEAD(self):
            self.answer()

        def do_POST(self):
            self.answer()

        def log_message(self, *_):
            pass

    server = Server(str(path), Handler)
    thread = threading.Thread(target=server.serve_forever, args=[0.02], daemon=True)
    thread.start()

    def stop():
        server.shutdown()
        server.server_close()
        Path(path).unlink(missing_ok=True)

    yield stub, stop
    stop()
