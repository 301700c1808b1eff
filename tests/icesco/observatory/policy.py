"""What a content security policy is worth."""

TOO_BROAD = {"ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"}
UNSAFE = {"'unsafe-inline'", "data:"}
PASSIVE = ("img-src", "media-src")
FIXED = ("'sha256-", "'sha384-", "'sha512-", "'nonce-")


def directives_of(header):
    """{directive: set of sources} of one policy. Raises ValueError on a directive that comes twice."""
    found = {}
    for name, *sources in (part.split() for part in header.lower().split(";") if part.strip()):
        if name in found:
            raise ValueError(name)
        found[name] = set(sources) or {"'none'"}
    return found


def judged(header):
    """(result, points) for the header's value, None where there is none. A page at https is meant."""
    if not header:
        return "not implemented", -25
    try:
        policy = directives_of(header)
    except ValueError:
        return "invalid", -25
    scripts, styles, objects = (sources_of(policy, name) for name in ("script-src", "style-src", "object-src"))
    if scripts & (TOO_BROAD | UNSAFE) or objects & TOO_BROAD or "'strict-dynamic'" in scripts:
        return "unsafe inline, or too broad", -20
    if any(is_plain(one) for name, sources in policy.items() if name not in PASSIVE for one in sources):
        return "plain http for active content", -20
    if "'unsafe-eval'" in scripts | styles:
        return "unsafe eval", -10
    if any(is_plain(one) for name in PASSIVE for one in sources_of(policy, name)):
        return "plain http for pictures", -10
    if styles & (TOO_BROAD | UNSAFE):
        return "unsafe inline styles only", 0
    if policy.get("default-src") == {"'none'"}:
        return "default-src 'none', nothing unsafe", 10
    return "nothing unsafe", 5


def sources_of(policy, name):
    """The sources that count for a directive; 'unsafe-inline' beside a digest is ignored, as browsers do."""
    sources = policy.get(name, policy.get("default-src", {"*"}))
    has_digest = any(one.startswith(FIXED) for one in sources)
    return sources - {"'unsafe-inline'"} if has_digest else sources


def is_plain(source):
    return source.startswith(("http:", "ftp:"))
