"""A client for a site that is really served, with as much of Django's test client as the crawl uses."""

from http.client import HTTPConnection
from urllib.parse import quote, urlencode, urlsplit


class HttpClient:
    """Asks the site at `origin`, such as http://127.0.0.1:49152; redirects are answers, not followed."""

    def __init__(self, origin):
        self.origin = origin
        self.connection = HTTPConnection(urlsplit(origin).netloc, timeout=30)

    def get(self, address, headers=None):
        return self.ask("GET", address, headers=headers or {})

    def post(self, address, data, headers):
        form = {"content-type": "application/x-www-form-urlencoded"}
        return self.ask("POST", address, urlencode(data), {**headers, **form})

    def ask(self, method, address, body=None, headers=None):
        self.connection.request(method, quote(address, safe="/?&=%:;~.,+@!$'()*"), body, headers or {})
        answer = self.connection.getresponse()
        return HttpAnswer(answer.status, answer.headers, answer.read())


class HttpAnswer:
    """What came back, named as in Django's responses."""

    streaming = False

    def __init__(self, status_code, headers, content):
        self.status_code, self.headers, self.content = status_code, headers, content
