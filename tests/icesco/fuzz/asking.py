"""What is asked: values by Hypothesis, put together over addresses, parameters, forms and headers."""

import random
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from hypothesis import strategies as st

from people.languages import LANGUAGES
from tests.icesco.test_odd_requests import ODD_PARTS, ODD_PATHS, ODD_VALUES

LONG = ["a" * 300, "a" * 8_000, "é" * 3_000, "%" * 500, "[" * 2_000, "9" * 400]
TRICKS = [
    "\0",
    "\u202e",
    "\ud800",
    "\r\nX: y",
    "' OR 1=1--",
    "{{7*7}}",
    "../../etc/passwd",
    "<svg onload=a>",
    "%s%n",
    "NaN",
    "1e309",
    "-0",
    "٢٠٢٥",
    "İ",
    "ﷺ" * 50,
    "\N{ARABIC TATWEEL}" * 60,
    '"unclosed',
    "AND OR NOT ( *",
    "2025-02-30T25:61:61Z",
    "9999-12-31T23:59:59Z",
]
NAMES = (
    *("page", "before", "after", "limit", "sector", "state", "person", "tag", "year", "q", "sort", "language", "since"),
    *("updated_since", "url", "format", "maxwidth", "maxheight", "place", "unknown", "page[]", ""),
)
FORMS = {
    "feedback/": ("score", "comment", "page", "website", "placement"),
    "feedback/views/": ("page", "seen", "used"),
}
DOORS = {
    "/admin/login/": ("login", "password", "next", "username"),
    "/admin/language/setlang/": ("language", "next"),
    "/admin/account/passkeys/login/": ("credential",),
    "/admin/account/second-factor/authenticate/": ("code", "credential"),
}
HEADERS = (
    *("Accept-Language", "Accept", "Accept-Encoding", "If-None-Match", "If-Modified-Since", "Range", "If-Range"),
    *("Cookie", "Origin", "Referer", "User-Agent", "X-Forwarded-For", "X-Request-ID", "Sec-Fetch-Site", "Sec-CH-UA"),
)
TYPES = (
    "application/x-www-form-urlencoded",
    "multipart/form-data; boundary=b",
    "application/json",
    "text/plain",
    "x/y;;=",
)
PLACES = (
    "people",
    "member-states",
    "sectors",
    "tags",
    "2024/12",
    "2024/12/16",
    "preview",
    "attachments",
    "news",
    "about",
)
ROOTS = (
    "/api/v1/editions/",
    "/api/v1/tags/en/",
    "/api/v1/people/",
    "/api/v1/",
    "/sitemaps/",
    "/static/",
    "/",
    "/media/",
)
LIST_NAMES = ("q", "o", "p", "e", "all", "_popup", "_to_field", "_changelist_filters", "id__exact", "language", "stage")
OWN = {"Sec-Fetch-Site": "same-origin"}


@dataclass(frozen=True)
class Asked:
    """One request: path with its query, percent-encoded; body as bytes; headers as {name: Latin-1 text}."""

    method: str
    path: str
    body: bytes = b""
    content_type: str = TYPES[0]
    headers: dict = field(default_factory=dict)


def texts(known):
    """Values of a parameter: what means something, what nearly does, what never should."""
    return st.one_of(
        st.sampled_from(known),
        st.sampled_from([*TRICKS, *LONG]),
        st.text(max_size=30),
        st.text("0123456789-:TZ+.eE_ \u0660\u0662", max_size=24),
        st.tuples(st.sampled_from(known), st.sampled_from(TRICKS)).map("".join),
    )


def encoded(value):
    """A value as the bytes of an address; also what no text may hold."""
    return quote(value.encode("utf-8", "surrogatepass"), safe="")


def headers(known):
    latin = st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=60)
    values = st.one_of(latin, st.sampled_from(LONG[:2]), st.sampled_from([one for one in known if one.isascii()]))
    named = st.sampled_from(["sessionid", "csrftoken", "messages", "icesco_admin_language"])
    cookies = st.tuples(named, latin).map("=".join)
    return st.dictionaries(st.sampled_from(HEADERS), st.one_of(values, cookies), max_size=3)


@dataclass(frozen=True)
class Pool:
    """What Hypothesis made up for one batch; `chance` puts it together. To draw each request by itself costs twice as
    much time as to answer it.
    """

    chance: random.Random
    texts: list
    headers: list
    raw: list

    def query(self, names=NAMES):
        """A query of none to four parameters; now and then raw signs."""
        if self.chance.random() < 0.1:
            return self.chance.choice([*(f"q={value}" for value in ODD_VALUES), "&&==", "%", "a[b]=c;d", "?#&=+"])
        pairs = [(self.chance.choice(names), self.chance.choice(self.texts)) for _ in range(self.chance.randint(0, 4))]
        return "&".join(f"{encoded(name)}={encoded(value)}" for name, value in pairs)

    def path(self, known):
        """A path of a page that there is, or with a part made up or odd."""
        part = self.chance.choice([encoded(self.chance.choice(self.texts)), self.chance.choice(ODD_PARTS)])
        language, place = self.chance.choice(LANGUAGES), self.chance.choice(PLACES)
        made_up = f"/{language}/{place}/{part}{self.chance.choice(['/', '', '/feed/', '.pdf'])}"
        others = [made_up, made_up, f"{self.chance.choice(ROOTS)}{part}", self.chance.choice(ODD_PATHS)]
        return self.chance.choice([*[self.chance.choice(known)] * 6, *others])

    def reading(self, world):
        """Asked for any address, by a method that reads or another."""
        method = self.chance.choice(["GET"] * 12 + ["HEAD", "OPTIONS", "POST", "PUT", "BREW"])
        sent = self.chance.choice([{}, {}, {}, *self.headers])
        return Asked(method, f"{self.path(world.addresses)}?{self.query()}", headers=sent)

    def writing(self, world):
        """Asked for a form that anybody can send, from a page of ours mostly."""
        forms = {f"/{language}/{form}": names for language in LANGUAGES for form, names in FORMS.items()} | DOORS
        address, names = self.chance.choice(sorted(forms.items()))
        sent = {**self.chance.choice(self.headers), **self.chance.choice([OWN, OWN, OWN, {}])}
        kind = self.chance.choice([*[TYPES[0]] * 6, *TYPES])
        return Asked("POST", address, self.body(names, world.form_values), kind, sent)

    def body(self, names, known):
        if self.chance.random() < 0.15:
            return self.chance.choice([*self.raw, b"--b\r\nContent-Disposition: form-data; name=a"])
        values = [self.chance.choice([self.chance.choice(known), self.chance.choice(self.texts)]) for _ in names]
        pairs = [(name, value.encode("utf-8", "surrogatepass")) for name, value in zip(names, values, strict=True)]
        return urlencode(self.chance.sample(pairs, self.chance.randint(0, len(pairs)))).encode()

    def desk(self, world):
        """Asked for a list of the admin: searches, orders, filters, pages."""
        return Asked("GET", f"{self.chance.choice(world.desk)}?{self.query(LIST_NAMES)}")

    def anything(self, world):
        return self.reading(world) if self.chance.random() < 0.75 else self.writing(world)


def pools(world):
    """Strategy of a Pool."""
    return st.builds(
        Pool,
        st.integers(0, 2**32).map(random.Random),
        st.lists(texts(world.values), min_size=16, max_size=16),
        st.lists(headers(world.values), min_size=4, max_size=4),
        st.lists(st.binary(max_size=200), min_size=2, max_size=2),
    )
