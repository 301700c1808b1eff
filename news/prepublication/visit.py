"""One link of a text, asked: does anything answer there? Every step of a redirect is held to the same guard."""

import http.client
import socket
import ssl
import time
from contextlib import suppress
from functools import cache
from urllib.parse import urljoin, urlsplit

from django.db.models import TextChoices
from django.utils.encoding import iri_to_uri
from django.utils.translation import gettext_lazy as _

MOST_REDIRECTS = 5
REDIRECTS = {301, 302, 303, 307, 308}
CLOSED = {401, 402, 403, 405, 406, 407, 429, 451}
HEADERS = {"User-Agent": "Mozilla/5.0 (compatible; icesco link check)", "Accept": "*/*", "Connection": "close"}


class Outcome(TextChoices):
    """What came of asking a link."""

    ANSWERS = "answers", _("The page is there.")
    MISSING = "missing", _("The site says that there is no such page.")
    CLOSED = "closed", _("The site lets no program look: open it yourself.")
    FAILS = "fails", _("The site answers with an error of its own.")
    SILENT = "silent", _("No answer came in time.")
    UNKNOWN = "unknown", _("There is no such site.")
    INSECURE = "insecure", _("Its certificate is not valid: browsers warn of it.")
    REFUSED = "refused", _("It leads into a private network or to an unusual port: it was not asked.")
    ODD = "odd", _("This is no address of the web.")


class Refused(Exception):
    """The guard doesn't let us connect there."""


class Connection(http.client.HTTPConnection):
    """A connection to addresses that the guard has seen: the name is not resolved a second time.

    addresses: (ip, port) to try in turn; context: an SSLContext for https; remaining: a function, seconds left.
    """

    def __init__(self, host, port, addresses, context, remaining):
        super().__init__(host, port)
        self.addresses, self.context, self.remaining = addresses, context, remaining

    def connect(self):
        for number, address in enumerate(self.addresses, 1):
            try:
                self.sock = socket.create_connection(address, timeout=self.remaining())
                break
            except OSError:
                if number == len(self.addresses):
                    raise
        if self.context:
            self.sock = self.context.wrap_socket(self.sock, server_hostname=self.host)


@cache
def trusted():
    """The machine's certificate authorities."""
    return ssl.create_default_context()


def as_utf8(header):
    """A header as most servers mean it; http.client reads it as Latin-1."""
    return header and header.encode("latin-1").decode("utf-8", "replace")


class Visit:
    """Asks for `url` within `seconds`. may_connect: a function of (ip, port), see guard.py."""

    def __init__(self, url, seconds, may_connect):
        self.url, self.seconds, self.may_connect = url, seconds, may_connect
        self.connection = self.deadline = None
        self.is_over = False

    def remaining(self):
        """Seconds left, more than 0. Raises TimeoutError when there are none."""
        left = self.deadline - time.monotonic()
        if left <= 0 or self.is_over:
            raise TimeoutError
        return left

    def give_up(self):
        """End it from another thread, however slowly the other side answers."""
        self.is_over = True
        connection = self.connection
        if connection is not None and connection.sock is not None:
            with suppress(OSError):  # closed meanwhile
                connection.sock.shutdown(socket.SHUT_RDWR)

    def outcome(self):
        """(Outcome, HTTP status or None). Raises nothing for what the other side does."""
        self.deadline = time.monotonic() + self.seconds
        try:
            status = self.final_status()
        except Refused:
            return Outcome.REFUSED, None
        except ssl.SSLCertVerificationError:
            return Outcome.INSECURE, None
        except socket.gaierror as error:
            return (Outcome.UNKNOWN if error.errno == socket.EAI_NONAME else Outcome.SILENT), None
        except ValueError:
            return Outcome.ODD, None
        except (OSError, http.client.HTTPException):
            return Outcome.SILENT, None
        return judged(status), status

    def final_status(self):
        """The HTTP status at the end of the redirects. Raises as ask() does, ValueError on too many of them."""
        url = self.url
        for _step in range(MOST_REDIRECTS + 1):
            status, location = self.ask("HEAD", url)
            if status >= 400:
                # Some answer only to what browsers send.
                status, location = self.ask("GET", url)
            if status not in REDIRECTS or not location:
                return status
            url = urljoin(url, location)
        raise http.client.HTTPException("It leads from one address to the next without an end.")

    def ask(self, method, url):
        """(status, where it redirects to). Raises Refused, ValueError (no web address), OSError and HTTPException."""
        parts = urlsplit(url)
        if parts.scheme not in {"http", "https"} or not parts.hostname:
            raise ValueError("no web address")
        host = parts.hostname if parts.hostname.isascii() else parts.hostname.encode("idna").decode()
        port = parts.port or (443 if parts.scheme == "https" else 80)
        context = trusted() if parts.scheme == "https" else None
        self.connection = Connection(host, port, self.allowed(host, port), context, self.remaining)
        target = iri_to_uri(parts.path or "/") + (f"?{iri_to_uri(parts.query)}" if parts.query else "")
        try:
            self.connection.request(method, target, headers=HEADERS)
            self.connection.sock.settimeout(self.remaining())
            response = self.connection.getresponse()
            return response.status, as_utf8(response.getheader("Location"))
        finally:
            self.connection.close()

    def allowed(self, host, port):
        """The addresses of `host`, IPv4 first. Raises Refused when any of them is none to connect to."""
        self.remaining()
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        addresses = list(dict.fromkeys((entry[4][0], port) for entry in sorted(found, key=lambda entry: entry[0])))
        if not all(self.may_connect(*address) for address in addresses):
            raise Refused
        return addresses


def judged(status):
    if status < 400:
        return Outcome.ANSWERS
    if status in CLOSED:
        return Outcome.CLOSED
    return Outcome.MISSING if status < 500 else Outcome.FAILS
