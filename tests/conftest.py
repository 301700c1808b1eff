"""What every test stands on: private folders, quick passwords, one language, and a browser for those that ask."""

import atexit
import os
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.core.files.storage import storages
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

from scripts.chromium import HOW_TO_GET, find_chromium
from tests.sampling import IS_DEEP, SEED

# Without a deadline: two cores shared by two workers make any time limit on one example a matter of luck.
COMMON = {"deadline": None, "suppress_health_check": [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]}
hypothesis_settings.register_profile("usual", derandomize=True, max_examples=50, database=None, **COMMON)
hypothesis_settings.register_profile("deep", max_examples=1000, print_blob=True, **COMMON)
hypothesis_settings.load_profile("deep" if IS_DEEP else "usual")

AXE = Path(__file__).parent / "vendor" / "axe" / "axe.min.js"
# Named, since axe leaves the rules of WCAG 2.2 out otherwise.
AXE_TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
CHROMIUM_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_terminal_summary(terminalreporter):
    terminalreporter.write_line(f"Sample seed {SEED} (ICESCO_SAMPLE_SEED repeats it); deep: {IS_DEEP}.")


@pytest.fixture(autouse=True)
def private_settings(settings, tmp_path, monkeypatch):
    """Uploads go to the test's own folder; passwords are hashed quickly; no language leaks into the next test."""
    from feedback import denominators
    from news.models import Attachment, Picture
    from people.models import Portrait

    settings.MEDIA_ROOT = tmp_path / "media"
    settings.ORIGINALS_ROOT = tmp_path / "originals"
    settings.STORAGES = {
        **settings.STORAGES,
        "originals": {
            "BACKEND": "django.core.files.storage.FileSystemStorage",
            "OPTIONS": {"location": tmp_path / "originals", "base_url": None},
        },
    }
    # The fields asked for their storage when the models were made.
    for model, name in ((Picture, "original"), (Portrait, "original"), (Attachment, "file")):
        monkeypatch.setattr(model._meta.get_field(name), "storage", storages["originals"])
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with translation.override(settings.LANGUAGE_CODE):
        yield
    # Page views that a browser told of belong to its test: they are not written when the process ends.
    denominators.tallies.clear()
    atexit.unregister(denominators.flush)


@pytest.fixture
def desk(client, db):
    """A client signed in as somebody with every right, in the English admin."""
    from tests.factories import make_user  # models, once Django is set up

    client.force_login(make_user())
    client.cookies["icesco_admin_language"] = "en"
    return client


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request, django_db_modify_db_settings, tmp_path_factory):
    """Browser tests on SQLite get a file: in memory, all threads of the live server would share one connection."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3") and any(
        item.get_closest_marker("browser") for item in request.session.items
    ):
        database.setdefault("TEST", {})["NAME"] = str(tmp_path_factory.mktemp("browser") / "test.sqlite3")


@pytest.fixture(scope="session")
def chromium():
    """One Chromium for the whole run, driven by playwright."""
    from playwright.sync_api import sync_playwright

    path = find_chromium()
    if not path:
        pytest.fail(f"This test needs Chromium: {HOW_TO_GET}, or leave it out with -m 'not browser'.")
    with sync_playwright() as playwright:
        # Playwright keeps an event loop in this thread, which makes Django refuse plain queries in tests.
        os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
        browser = playwright.chromium.launch(executable_path=path, args=CHROMIUM_ARGUMENTS)
        yield browser
        browser.close()


@pytest.fixture
def new_page(chromium, live_server, settings):
    """A function that opens a page at the live server: new_page(java_script_enabled=False, locale="ar", …).

    It takes the options of playwright's `new_context`. Addresses may be paths. In the end the test fails if a
    page raised a script error, broke the content security policy or asked another host for anything.
    """
    settings.SITE_ORIGIN = live_server.url
    with watched_pages(chromium, live_server.url) as open_page:
        yield open_page


@contextmanager
def watched_pages(chromium, home):
    """The function of `new_page` for the site at the origin `home`."""
    complaints, contexts = [], []

    def open_page(**options):
        context = chromium.new_context(base_url=home, **options)
        contexts.append(context)
        context.set_default_timeout(30_000)  # a machine of two cores may be busy
        context.on("weberror", lambda error: complaints.append(f"script error: {error.error}"))
        context.on("console", lambda message: complaints.extend(policy_violations(message.text)))
        context.on("request", lambda request: complaints.extend(foreign_requests(request.url, home)))
        return context.new_page()

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def page(new_page):
    """One page at the live server, as a desktop browser with scripts shows it."""
    return new_page()


def policy_violations(message):
    """The console message in a list, if it tells of a breach of the content security policy."""
    return [message] if "Content Security Policy" in message else []


def foreign_requests(url, home):
    """The address in a list, if it leads away from the live server."""
    parts = urlsplit(url)
    return (
        [f"foreign request: {url}"]
        if parts.scheme in {"http", "https"} and parts.netloc != urlsplit(home).netloc
        else []
    )


@pytest.fixture(scope="session")
def accessibility_violations():
    """A function that lists what axe finds wrong on a page, as `rule: selector, selector`; [] when all is well."""
    axe = AXE.read_text(encoding="utf-8")
    run = f"axe.run({{runOnly: {AXE_TAGS}, resultTypes: ['violations']}}).then(results => results.violations)"

    def violations(page):
        # Evaluated by the browser's own tools, so the page's security policy stays in force and need not allow it.
        page.evaluate(axe)
        found = page.evaluate(run)
        return [f"{v['id']}: {', '.join(str(node['target'][0]) for node in v['nodes'])}" for v in found]

    return violations
