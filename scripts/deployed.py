"""The files of deploy/ with what differs between machines filled in: for deploy/install.sh and for the tests.

`python3 scripts/deployed.py SOURCE TARGET HOST=news.example.org [NAME=value …]`
"""

import re
import sys
from pathlib import Path

# Where things are on a Debian server. Every name between at signs in a file of deploy/ is one of these, or HOST.
USUAL = {
    "CODE": "/srv/icesco",
    "VAR": "/var/lib/icesco",
    "SHARE": "/srv/icesco/deploy/nginx",
    "ENVIRONMENT": "/etc/icesco/environment",
    "SOCKET": "/run/icesco/server.sock",
    "CACHE": "/var/cache/icesco-nginx",
    "LOGS": "/var/log/icesco",
    "SNIPPETS": "/etc/nginx/snippets",
    "ACME": "/var/www/icesco-acme",
    "HTTP": "80",
    "HTTPS": "443",
    "CERTIFICATE": "/etc/icesco/tls/fullchain.pem",
    "CERTIFICATE_KEY": "/etc/icesco/tls/privkey.pem",
}
PLACEHOLDER = re.compile(r"@([A-Z_]+)@")


def filled_in(text, values):
    """`text` with each @NAME@ replaced from `values`, else from USUAL. Raises KeyError on a name in neither."""
    known = {**USUAL, **values}
    return PLACEHOLDER.sub(lambda found: known[found[1]], text)


def without_ipv6(text):
    """`text`, of nginx, without the lines that listen on IPv6: for machines that have none."""
    return "".join(line for line in text.splitlines(keepends=True) if "listen [::]:" not in line)


def main(source, target, *pairs):
    values = dict(pair.split("=", 1) for pair in pairs)
    text = filled_in(Path(source).read_text(encoding="utf-8"), values)
    if not Path("/proc/net/if_inet6").exists():
        text = without_ipv6(text)
    Path(target).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
