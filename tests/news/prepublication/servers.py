"""A small web server on this machine that answers, redirects, fails or keeps silent, as its address says."""

import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer


class Handler(BaseHTTPRequestHandler):
    def do_HEAD(self):
        self.answer("HEAD")

    def do_GET(self):
        self.answer("GET")

    def answer(self, method):
        self.server.asked.append((method, self.path))
        name, _slash, rest = self.path.lstrip("/").partition("/")
        if name == "slow":
            time.sleep(float(rest))
        if name == "drip":
            self.drip()
            return
        if name == "to":
            self.send_response(302)
            self.send_header("Location", rest)
        elif name == "only-get":
            self.send_response(200 if method == "GET" else 404)
        else:
            self.send_response(int(name) if name.isdigit() else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def drip(self):
        """An answer whose headers never end, a byte at a time."""
        try:
            self.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
            for _ in range(100):
                self.wfile.write(b"x")
                time.sleep(0.1)
        except OSError:
            pass

    def log_message(self, *args):
        pass


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, request, client_address):
        pass  # a client that gave up


@contextmanager
def web_server():
    """The server: `.origin` is its address, `.asked` what it was asked, as (method, path)."""
    server = Server(("127.0.0.1", 0), Handler)
    server.asked = []
    server.origin = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
