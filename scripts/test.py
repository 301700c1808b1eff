"""`make test`: style, checks, catalogues, the suite on SQLite and on PostgreSQL, valid HTML, the browser tests, and
what deploy/ ships: nginx before the application server before PostgreSQL.

Runs every stage, whatever an earlier one said, and ends with what ran, what did not and how to get it.
REQUIRE=postgres,browser,validator,nginx makes a missing one a failure; ICESCO_DEEP=1 tries whole matrices
(make test-deep).
"""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))

from scripts import python_version  # after the path above

python_version.require()

import datetime
import signal
import tempfile
from contextlib import ExitStack

from scripts import installation, node_tools, postgres, preflight
from scripts.chromium import HOW_TO_GET as HOW_TO_GET_CHROMIUM
from scripts.chromium import find_chromium
from scripts.nginx import HOW_TO_GET as HOW_TO_GET_NGINX
from scripts.nginx import find_nginx
from scripts.refusal import Refused, one_sentence
from scripts.stages import Suite

OPTIONAL = {"postgres": "PostgreSQL", "browser": "browser", "validator": "validator", "nginx": "nginx"}
PLAIN = ["-m", "not browser and not validator and not nginx"]
# Tests of one xdist group share a worker, and so the demo that they crawl.
ON_TWO_CORES = ["-n", "2", "--dist", "loadgroup"]
PRODUCTION = {
    "ICESCO_PROFILE": "production",
    "ICESCO_SECRET_KEY": "only-for-the-check-that-production-settings-hold-0123456789-abcdefghij",
    "ICESCO_ORIGIN": "https://news.example.org",
    "ICESCO_SECURITY_CONTACT": "security@example.org",
    "DATABASE_URL": "postgres://icesco@127.0.0.1/icesco",
}


def main():
    """Install, run all stages, tell the outcome; returns the exit status."""
    os.chdir(installation.ROOT)
    required = required_parts()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    python = installation.install("development")
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="icesco-test-"))
        suite = Suite(python, required, base_environment(folder))
        check_sources(suite)
        run_pytest(suite)
    return suite.tell()


def required_parts():
    """The parts named in REQUIRE. Raises Refused on a name it doesn't know."""
    names = {name.strip() for name in os.environ.get("REQUIRE", "").split(",") if name.strip()}
    unknown = names - set(OPTIONAL)
    if unknown:
        raise Refused(f"REQUIRE knows {', '.join(OPTIONAL)}, not {', '.join(sorted(unknown))}.")
    return names


def base_environment(folder):
    """The environment of every stage: nothing of the developer's own newsroom, and one seed for all workers."""
    own = ("ICESCO_", "DATABASE_URL", "TEST_DATABASE_URL")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    deep = {name: os.environ[name] for name in ("ICESCO_DEEP", "ICESCO_SAMPLE_SEED") if name in os.environ}
    return {
        **kept,
        "ICESCO_VAR": folder,
        "ICESCO_SECRET_KEY": PRODUCTION["ICESCO_SECRET_KEY"],
        "ICESCO_SAMPLE_SEED": datetime.date.today().isoformat(),
        **deep,
    }


def check_sources(suite):
    """The stages that need no database: style, templates, settings, migrations, words."""
    suite.run("ruff format", ["-m", "ruff", "format", "--check", "--output-format", "concise", "."])
    suite.run("ruff check", ["-m", "ruff", "check", "--output-format", "concise", "."])
    suite.run("bandit", ["scripts/static_analysis.py"])
    suite.run("sbom", ["scripts/sbom.py"])
    suite.run("templates", ["-m", "djlint", "--lint", "--quiet", "templates"])
    suite.run("compile words", ["scripts/catalogues.py", "compile"])
    suite.run("words complete", ["scripts/catalogues.py", "check"])
    suite.run("django check", ["manage.py", "check", "--fail-level", "WARNING"])
    suite.run("check --deploy", ["manage.py", "check", "--deploy", "--fail-level", "WARNING"], PRODUCTION)
    suite.run("migrations", ["manage.py", "makemigrations", "--check", "--dry-run"])


def run_pytest(suite):
    """The suite on both databases; the validator and the browser tests, which look at the same demo, on SQLite; what
    stands behind nginx on PostgreSQL.
    """
    suite.pytest(["SQLite"], [*PLAIN, *ON_TWO_CORES])
    with ExitStack() as stack:
        url = postgres_address(suite, stack)
        if url:
            suite.pytest(["PostgreSQL"], [*PLAIN, *ON_TWO_CORES], {"DATABASE_URL": url})
        if nginx(suite, url):
            # Not on two workers: its own server is on the other core.
            suite.pytest(
                ["nginx"], ["-m", "nginx" if find_chromium() else "nginx and not browser"], {"DATABASE_URL": url}
            )
    parts = [*validator(suite), *browser(suite)]
    if parts:
        suite.pytest(parts, ["-m", f"({' or '.join(parts)}) and not nginx", *ON_TWO_CORES])


def validator(suite):
    """["validator"] where there are Java and npm, else [], noted."""
    try:
        node_tools.validator()
        return ["validator"]
    except Refused as refusal:
        suite.leave_out("validator", str(refusal).rstrip("."), is_required="validator" in suite.required)
        return []


def browser(suite):
    """["browser"] where there is a Chromium, else [], noted."""
    if find_chromium():
        return ["browser"]
    reason = f"no Chromium was found: {HOW_TO_GET_CHROMIUM}"
    suite.leave_out("browser", reason, is_required="browser" in suite.required)
    return []


def nginx(suite, url):
    """Whether there are nginx and, at the address `url`, a PostgreSQL server; noted when not."""
    is_there = find_nginx()
    if is_there and url:
        return True
    reason = f"no nginx was found: {HOW_TO_GET_NGINX}" if not is_there else "it needs PostgreSQL too"
    suite.leave_out("nginx", reason, is_required="nginx" in suite.required)
    return False


def postgres_address(suite, stack):
    """The address of a server for the tests: the one given, or one started on `stack`; None, noted, without either."""
    is_required = "postgres" in suite.required
    given = os.environ.get("TEST_DATABASE_URL") or os.environ.get("DATABASE_URL", "")
    if given.startswith("postgres"):
        try:
            preflight.reachable_database(given)
            return given
        except Refused as refusal:
            # A server that was named and is away is a mistake to hear about, required or not.
            suite.leave_out("PostgreSQL", str(refusal), is_required=True)
            return None
    reasons = []
    for folder in postgres.program_folders():
        try:
            url = stack.enter_context(postgres.temporary_server(folder))
            print(f"» PostgreSQL {postgres.version(folder)} from {folder}, for this run only", flush=True)
            return url
        except postgres.NotStarted as reason:
            reasons.append(f"{folder}: {reason}")
    told = "; ".join(reasons) or "no server was given or found"
    suite.leave_out("PostgreSQL", f"{told}: {postgres.HOW_TO_GET}", is_required=is_required)
    return None


if __name__ == "__main__":
    with one_sentence():
        sys.exit(main())
