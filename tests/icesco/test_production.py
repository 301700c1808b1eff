"""The production profile: what it refuses to start with; a shared cache and an S3-compatible store instead of ours."""

import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from icesco import environment
from scripts.test import PRODUCTION

ROOT = Path(__file__).resolve().parent.parent.parent
SAFE = {
    "key": "q3R8vXk1pL0zYc5WmN7tBh2sJd9fGa4eUoIiTrQwErTyUiOpAsDf",
    "site_origin": "https://news.example.org",
    "hosts": ["news.example.org", "127.0.0.1"],
    "database_engine": "django.db.backends.postgresql",
    "proxies": 1,
}
STORE = "s3://key:se%2Fcret@s3.example.org:9000/public?private=private&region=eu-west-1"


def started(**variables):
    """(status, stderr) of manage.py in the production profile with these variables beside the usual ones."""
    done = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env={**PRODUCTION, **variables},
        capture_output=True,
        text=True,
    )
    return done.returncode, done.stderr.strip()


def test_a_safe_newsroom_starts():
    assert environment.unsafe_in_production(**SAFE) == []
    assert environment.unsafe_in_production(**{**SAFE, "site_origin": "https://news.example.org:8443"}) == []


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"key": "short"}, "at least 50 characters"),
        ({"key": "ab" * 40}, "too few different characters"),
        ({"key": "django-insecure-" + SAFE["key"]}, "sample of an unsafe one"),
        ({"site_origin": "http://news.example.org"}, "must begin with https://"),
        ({"hosts": ["*"]}, "let anybody in"),
        ({"hosts": ["news.example.org", ".example.org"]}, "let anybody in"),
        ({"hosts": ["www.example.org"]}, "leaves out the host of ICESCO_ORIGIN"),
        ({"database_engine": "django.db.backends.sqlite3"}, "must name PostgreSQL"),
        ({"proxies": 0}, "ICESCO_TRUSTED_PROXIES must count"),
    ],
    ids=str,
)
def test_an_unsafe_one_is_told_why_it_does_not_start(changed, told):
    assert any(told in sentence for sentence in environment.unsafe_in_production(**{**SAFE, **changed}))


def test_the_start_is_refused_with_all_reasons_at_once():
    status, words = started(ICESCO_ORIGIN="http://news.example.org", ICESCO_HOSTS="*", ICESCO_TRUSTED_PROXIES="0")

    assert status == 1
    assert words.startswith("icesco: ICESCO_ORIGIN must begin with https:// in production. ICESCO_HOSTS must name")
    assert words.endswith("ICESCO_TRUSTED_PROXIES must count the proxy that production stands behind.")


def test_production_as_it_is_documented_starts():
    assert started() == (0, "")


def test_debug_can_not_be_switched_on():
    code = "from icesco import settings; print(settings.DEBUG)"
    variables = {**PRODUCTION, "DEBUG": "1", "DJANGO_DEBUG": "1", "ICESCO_DEBUG": "1"}

    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=variables, capture_output=True, text=True)

    assert told.stdout.strip() == "False"


@pytest.mark.parametrize(
    "url",
    [
        "redis://127.0.0.1:6379/0",
        "redis://cache",
        "rediss://:pass%40word@cache.example.org:6380",
        "unix:///run/valkey.sock?db=1",
    ],
)
def test_a_shared_cache_is_named_by_its_address(url):
    cache = environment.cache(url)

    assert (cache["BACKEND"], cache["LOCATION"]) == ("django.core.cache.backends.redis.RedisCache", url)
    assert cache["OPTIONS"]["socket_timeout"] <= 1


@pytest.mark.parametrize("url", ["127.0.0.1:6379", "memcached://x", "redis://", "redis://host/name", "unix://relative"])
def test_a_cache_that_is_none_stops_the_start_with_a_sentence(url):
    with pytest.raises(environment.BadSetting, match="ICESCO_CACHE_URL must be redis://"):
        environment.cache(url)


def test_without_a_cache_the_database_counts_and_with_one_it_does():
    code = "from icesco import settings; print(settings.CACHES['default']['BACKEND'].rpartition('.')[2])"

    told = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env={**PRODUCTION, **more}, capture_output=True, text=True
        ).stdout.strip()
        for more in ({}, {"ICESCO_CACHE_URL": "redis://127.0.0.1:6379/0"})
    ]

    assert told == ["DatabaseCache", "RedisCache"]


@pytest.fixture
def _has_storages(monkeypatch):
    """Stands for the optional package django-storages."""
    store = ModuleType("storages.backends.s3")
    store.S3Storage = type("S3Storage", (), {})
    monkeypatch.setitem(sys.modules, "storages.backends.s3", store)
    monkeypatch.setattr(environment, "find_spec", lambda name: name)
    monkeypatch.delitem(sys.modules, "icesco.media_storage", raising=False)


@pytest.mark.usefixtures("_has_storages")
def test_readers_copies_and_originals_have_a_bucket_each():
    storages = environment.media(STORE)

    public, private = (storages[name]["OPTIONS"] for name in ("default", "originals"))
    assert (public["bucket_name"], private["bucket_name"]) == ("public", "private")
    assert public["endpoint_url"] == "https://s3.example.org:9000"
    assert (public["access_key"], public["secret_key"], public["region_name"]) == ("key", "se/cret", "eu-west-1")
    assert storages["originals"]["BACKEND"] == "storages.backends.s3.S3Storage"


@pytest.mark.usefixtures("_has_storages")
def test_a_copy_in_the_store_has_an_address_of_the_site():
    from icesco.media_storage import PublicMedia

    assert PublicMedia().url("pictures/5d 1f.webp") == "/media/pictures/5d%201f.webp"


@pytest.mark.usefixtures("_has_storages")
def test_one_bucket_for_both_is_refused():
    with pytest.raises(environment.BadSetting, match="names one bucket twice"):
        environment.media(STORE.replace("private=private", "private=public"))


@pytest.mark.parametrize(
    "url",
    [
        "https://s3.example.org/public?private=private",
        "s3://s3.example.org/public?private=private",
        "s3://key:secret@s3.example.org/public",
        "s3://key:secret@s3.example.org/?private=private",
        "s3://key:secret@s3.example.org/a/b?private=private",
        "s3://key:secret@s3.example.org/public?private=private&acl=public-read",
        "s3://key:secret@host:port/public?private=private",
    ],
)
def test_a_store_that_is_none_stops_the_start_with_a_sentence(url):
    with pytest.raises(environment.BadSetting, match="ICESCO_MEDIA_URL must be s3://"):
        environment.media(url)


@pytest.mark.parametrize(("read", "url"), [(environment.cache, "redis://cache"), (environment.media, STORE)])
def test_a_package_that_is_missing_is_named(monkeypatch, read, url):
    monkeypatch.setattr(environment, "find_spec", lambda name: None)

    with pytest.raises(environment.BadSetting, match=r"needs the packages of requirements/(valkey|s3)\.txt"):
        read(url)
