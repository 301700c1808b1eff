"""Ten items, each with a result and its points; 100 and all of them are the score."""

import re
from dataclasses import dataclass

from lxml import html

from . import policy

SIX_MONTHS = 15_552_000  # what the Observatory asks for, three days less than it says
EARNS_BONUS_FROM = 90
PRIVATE = {"no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"}
TALKATIVE = {"origin", "origin-when-cross-origin", "unsafe-url", "no-referrer-when-downgrade"}


@dataclass(frozen=True)
class Item:
    name: str
    result: str
    points: int


def items(response, plain_answer):
    """The ten Items for a response at https. plain_answer: what the same address answers by http."""
    headers = response.headers
    content_policy = headers.get("Content-Security-Policy")
    judgements = {
        "content-security-policy": policy.judged(content_policy),
        "cookies": cookies(response.cookies, headers),
        "cross-origin-resource-sharing": sharing(headers),
        "redirection": redirection(plain_answer),
        "referrer-policy": referrer(headers.get("Referrer-Policy", "")),
        "strict-transport-security": transport(headers.get("Strict-Transport-Security", "")),
        "subresource-integrity": integrity(response),
        "x-content-type-options": sniffing(headers.get("X-Content-Type-Options", "")),
        "x-frame-options": framing(content_policy or "", headers.get("X-Frame-Options", "")),
        "cross-origin-resource-policy": embedding(headers.get("Cross-Origin-Resource-Policy", "")),
    }
    return [Item(name, *judged) for name, judged in judgements.items()]


def score(found):
    """The score for Items: what is earned counts only where at most ten points are lost."""
    lost = 100 + sum(item.points for item in found if item.points < 0)
    return 100 + sum(item.points for item in found) if lost >= EARNS_BONUS_FROM else lost


def cookies(jar, headers):
    """jar: the response's cookies, as Django keeps them."""
    if not jar:
        return "none", 0
    faults = [fault for cookie in jar.values() for fault in cookie_faults(cookie)]
    if faults:
        return min(faults, key=lambda fault: fault[1])
    if all(cookie["samesite"] for cookie in jar.values()):
        return "Secure, HttpOnly for sessions, SameSite", 5
    return "Secure, HttpOnly for sessions", 0


def cookie_faults(cookie):
    """(fault, points) of one cookie. Where HSTS is missing too the Observatory takes more; that item says so itself."""
    name = cookie.key.lower()
    is_session = "login" in name or "sess" in name
    if cookie["samesite"] and cookie["samesite"].lower() not in {"lax", "strict", "none"}:
        yield "SameSite is invalid", -20
    if not cookie["secure"]:
        yield "not Secure", -10 if is_session else -5
    if is_session and not cookie["httponly"]:
        yield "a session without HttpOnly", -30
    if "csrf" in name and not cookie["samesite"]:
        yield "a token against forgery without SameSite", -20


def sharing(headers):
    origin = headers.get("Access-Control-Allow-Origin")
    if not origin:
        return "not implemented", 0
    if origin != "*" and headers.get("Access-Control-Allow-Credentials") == "true":
        return "any origin, with credentials", -50
    return ("public" if origin == "*" else "restricted"), 0


def redirection(answer):
    """answer: what an address at http answers."""
    if answer.status_code == 400:
        return "nothing is answered by http", 0
    target = answer.headers.get("Location", "")
    if answer.status_code not in {301, 302, 307, 308}:
        return "missing", -20
    if not target.startswith("https://"):
        return "not to https", -20
    is_same_host = target.startswith(f"https://{answer.wsgi_request.META['HTTP_HOST']}/")
    return ("to https, same host", 0) if is_same_host else ("to https elsewhere", -5)


def referrer(value):
    named = [one for one in (part.strip().lower() for part in value.split(",")) if one in PRIVATE | TALKATIVE]
    if not value:
        return "not implemented", 0
    if not named:
        return "invalid", -5
    return ("private", 5) if named[-1] in PRIVATE else ("unsafe", -5)


def transport(value):
    """The list of preloaded hosts is the browsers' own: here, whoever asks to be on it as it demands, is."""
    told = [part.strip().lower() for part in value.split(";")]
    ages = [re.fullmatch(r"max-age=(\d+)", part) for part in told]
    age = next((int(found[1]) for found in ages if found), None)
    if age is None or "," in value:
        return ("invalid" if value else "not implemented"), -20
    if age < SIX_MONTHS:
        return "less than six months", -10
    if age >= 31_536_000 and {"includesubdomains", "preload"} <= set(told):
        return "can be preloaded", 5
    return "six months or more", 0


def integrity(response):
    """Scripts from elsewhere without a digest cost points; a digest on one of our own earns some."""
    if not response.headers.get("Content-Type", "").startswith("text/html") or not body_of(response).strip():
        return "no HTML", 0
    scripts = html.fromstring(body_of(response)).xpath("//script")
    addressed = [script for script in scripts if script.get("src")]
    foreign = [script for script in addressed if re.match(r"(https?:)?//", script.get("src"))]
    if foreign:
        return "scripts from elsewhere", -50 if any(not script.get("integrity") for script in foreign) else -20
    if any(script.get("integrity") for script in addressed):
        return "implemented, all scripts our own", 5
    return ("all scripts our own", 0) if scripts else ("no script", 0)


def body_of(response):
    return b"" if response.streaming else response.content


def sniffing(value):
    return ("nosniff", 0) if value.strip().lower() == "nosniff" else ("missing", -5)


def framing(content_policy, value):
    if "frame-ancestors" in policy.directives_of(content_policy):
        return "by frame-ancestors", 5
    return ("by X-Frame-Options", 0) if value.lower() in {"deny", "sameorigin"} else ("missing", -20)


def embedding(value):
    points = {"same-origin": 10, "same-site": 10, "cross-origin": 0, "": 0}
    return value or "not implemented", points.get(value, -5)
