"""A client for the site behind TLS with a certificate of its own, and one that sends requests as they are written."""

import socket
import ssl
from http.client import HTTPSConnection
from urllib.parse import urlsplit

from tests.crawl.http_client import HttpClient


class HttpsClient(HttpClient):
    """Asks the site of a Front; redirects are answers, not followed."""

    def __init__(self, front):
        self.origin = front.origin
        context = ssl.create_default_context(cafile=str(front.certificate))
        self.connection = HTTPSConnection(urlsplit(front.origin).netloc, timeout=30, context=context)


def sent_raw(front, request, in_tls=True, server_name="localhost", until=None):
    """The bytes that come back for the bytes `request` until the connection ends, or `until` has come; b"" when
    nothing does.
    """
    with socket.create_connection(("127.0.0.1", front.ports[in_tls]), timeout=10) as plain:
        plain.settimeout(10)
        if not in_tls:
            return exchanged(plain, request, until)
        context = ssl.create_default_context(cafile=str(front.certificate))
        context.check_hostname = False
        with context.wrap_socket(plain, server_hostname=server_name) as secure:
            return exchanged(secure, request, until)


def exchanged(connection, request, until):
    connection.sendall(request)
    found = b""
    try:
        while part := connection.recv(65536):
            found += part
            if until and until in found:
                break
    except (ConnectionResetError, ssl.SSLEOFError):
        pass
    return found
