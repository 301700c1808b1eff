"""Readers of settings from the environment: each stops the start with one clear sentence on a bad value."""

import os
import re
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit


class BadSetting(Exception):
    """A variable has a value that icesco can't use; the message is one sentence for a person.

    Not Django's ImproperlyConfigured: `make run` reads its variables before Django is installed.
    """


def text(name, default=""):
    """The variable `name`, stripped; `default` when it is missing or empty."""
    return os.environ.get(name, "").strip() or default


def flag(name, default=False):
    """The variable `name` as a boolean. Raises BadSetting unless it is 1, 0, true or false."""
    value = text(name).lower()
    if not value:
        return default
    if value not in {"1", "0", "true", "false"}:
        raise BadSetting(f"{name} must be 1, 0, true or false, not {value!r}.")
    return value in {"1", "true"}


def digit(name, default=0):
    """The variable `name` as a number 0–9. Raises BadSetting on anything else."""
    value = text(name)
    if value and not (value.isascii() and value.isdecimal() and len(value) == 1):
        raise BadSetting(f"{name} must be a number from 0 to 9, not {value!r}.")
    return int(value) if value else default


def choice(name, options, default):
    """The variable `name`, one of `options`. Raises BadSetting on anything else."""
    value = text(name, default)
    if value not in options:
        raise BadSetting(f"{name} must be {' or '.join(options)}, not {value!r}.")
    return value


def port(name):
    """The variable `name` as a number 1–65535; None when it is missing. Raises BadSetting on anything else."""
    value = text(name)
    if not value:
        return None
    if not (value.isascii() and value.isdecimal() and len(value) <= 5 and 1 <= int(value) <= 65_535):
        raise BadSetting(f"{name} must be a port from 1 to 65535, not {value!r}.")
    return int(value)


def seconds(name, default, most):
    """The variable `name` as a number of seconds from 60 to `most`. Raises BadSetting on anything else."""
    value = text(name, str(default))
    if not (value.isascii() and value.isdecimal() and len(value) < 10 and 60 <= int(value) <= most):
        raise BadSetting(f"{name} must be a number of seconds from 60 to {most}, not {value!r}.")
    return int(value)


def words(name, default=()):
    """The variable `name` as a list: its comma-separated parts, stripped, without empty ones."""
    return [part.strip() for part in text(name).split(",") if part.strip()] or list(default)


def origin(name, default=""):
    """The variable `name` as a web origin, such as https://news.example.org, without a closing slash."""
    value = text(name, default).rstrip("/")
    if not re.fullmatch(r"https?://[A-Za-z0-9.\-]+(:\d{1,5})?|http://\[::1\](:\d{1,5})?", value):
        raise BadSetting(f"{name} must be an address such as https://news.example.org, not {value!r}.")
    return value


def database(url):
    """Django's DATABASES entry for `sqlite:////absolute/path` or `postgres://user:password@host:port/name`.

    A host in the query (`?host=/run/postgresql`) names a socket folder. Raises BadSetting
    on any other form.
    """
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme == "sqlite" and parts.path.startswith("//"):
        return sqlite(Path(unquote(parts.path[1:])))
    if parts.scheme in {"postgres", "postgresql"} and parts.path.strip("/"):
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": unquote(parts.path.strip("/")),
            "USER": unquote(parts.username or ""),
            "PASSWORD": unquote(parts.password or ""),
            "HOST": socket_folder(parts.query) or parts.hostname or "",
            "PORT": str(port or ""),
            # A server that is away must not keep readers waiting.
            "OPTIONS": {"connect_timeout": 2},
            "CONN_MAX_AGE": 60,
            "CONN_HEALTH_CHECKS": True,
        }
    raise BadSetting("DATABASE_URL must be sqlite:////absolute/path or postgres://user:password@host:port/name.")


def email(url):
    """Django's EMAIL_… settings as a dict for `console:`, `smtp://user:password@host:587` or `smtps://…`.

    smtp begins in plain text and must turn to TLS; `?tls=0` leaves that out, for a server on the same machine.
    Raises BadSetting on any other form.
    """
    if url in {"console", "console:"}:
        return {"EMAIL_BACKEND": "django.core.mail.backends.console.EmailBackend"}
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        parts, port = urlsplit(""), None
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname or parts.query not in {"", "tls=0", "tls=1"}:
        raise BadSetting(
            "ICESCO_EMAIL_URL must be console:, smtp://user:password@host:587 or smtps://user:password@host."
        )
    is_tls_from_the_start = parts.scheme == "smtps"
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname,
        "EMAIL_PORT": port or (465 if is_tls_from_the_start else 587),
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": is_tls_from_the_start,
        "EMAIL_USE_TLS": not is_tls_from_the_start and parts.query != "tls=0",
    }


def cache(url):
    """Django's CACHES entry for `redis://host:port/number` (`rediss://` in TLS) or `unix:///path?db=number`.

    Valkey speaks the same. Raises BadSetting on any other form and where the package is missing.
    """
    if not re.fullmatch(
        r"rediss?://([^\s@/]*@)?[A-Za-z0-9.\-]+(:\d{1,5})?(/\d{1,2})?|unix:///[^\s?]+(\?db=\d{1,2})?", url
    ):
        raise BadSetting("ICESCO_CACHE_URL must be redis://host:port/number or unix:///path?db=number.")
    need_package("redis", "ICESCO_CACHE_URL", "valkey")
    return {
        "BACKEND": "django.core.cache.backends.redis.RedisCache",
        "LOCATION": url,
        "KEY_PREFIX": "icesco",
        # Seconds: nobody waits long for a server that doesn't answer.
        "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
    }


def media(url):
    """Django's STORAGES entries `default` and `originals` for
    `s3://key:secret@host:port/public-bucket?private=other-bucket&region=name&tls=0`.

    What readers get is in the first bucket, uploads as they came in the other. Raises BadSetting on any other form,
    when both are one, and where the package is missing.
    """
    form = "s3://key:secret@host/public-bucket?private=other-bucket&region=name"
    try:
        parts, query = urlsplit(url), dict(parse_qsl(urlsplit(url).query, strict_parsing=True))
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        parts, query, port = urlsplit(""), {}, ""
    bucket, private = parts.path.strip("/"), query.get("private", "")
    names = all(re.fullmatch(r"[a-z0-9][a-z0-9.\-]{1,61}[a-z0-9]", name) for name in (bucket, private))
    is_known = query.keys() <= {"private", "region", "tls"} and query.get("tls", "1") in {"0", "1"}
    if parts.scheme != "s3" or not (parts.hostname and parts.username and parts.password and names and is_known):
        raise BadSetting(f"ICESCO_MEDIA_URL must be {form}.")
    if bucket == private:
        raise BadSetting("ICESCO_MEDIA_URL names one bucket twice: uploads as they came are not for readers.")
    need_package("storages", "ICESCO_MEDIA_URL", "s3")
    common = {
        "endpoint_url": f"{'http' if query.get('tls') == '0' else 'https'}://{parts.hostname}{port}",
        "region_name": query.get("region"),
        "access_key": unquote(parts.username),
        "secret_key": unquote(parts.password),
        "addressing_style": "path",
        "file_overwrite": False,
        "default_acl": None,  # the bucket's own policy says who reads it
    }
    return {
        "default": {"BACKEND": "icesco.media_storage.PublicMedia", "OPTIONS": {**common, "bucket_name": bucket}},
        "originals": {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": {**common, "bucket_name": private}},
    }


def need_package(module, name, lock):
    """Raises BadSetting unless the optional package for the variable `name` is installed."""
    if find_spec(module) is None:
        raise BadSetting(f"{name} needs the packages of requirements/{lock}.txt, which are not installed.")


def unsafe_in_production(key, site_origin, hosts, database_engine, proxies):
    """What stands against starting in production with these values: a list of sentences, [] when all is well.

    key: the secret one; hosts: those that are answered; proxies: how many of ours stand in front.
    """
    host = urlsplit(site_origin).netloc.partition(":")[0]
    return [
        sentence
        for sentence, is_so in (
            ("ICESCO_SECRET_KEY must have at least 50 characters.", len(key) < 50),
            ("ICESCO_SECRET_KEY must be made by chance: it has too few different characters.", len(set(key)) < 16),
            ("ICESCO_SECRET_KEY is Django’s sample of an unsafe one.", key.startswith("django-insecure-")),
            ("ICESCO_ORIGIN must begin with https:// in production.", not site_origin.startswith("https://")),
            (
                "ICESCO_HOSTS must name each host: * and .example.org let anybody in.",
                any("*" in one or one.startswith(".") for one in hosts),
            ),
            ("ICESCO_HOSTS leaves out the host of ICESCO_ORIGIN.", host not in hosts),
            ("DATABASE_URL must name PostgreSQL in production.", not database_engine.endswith("postgresql")),
            ("ICESCO_TRUSTED_PROXIES must count the proxy that production stands behind.", proxies < 1),
        )
        if is_so
    ]


def address(name, default):
    """The variable `name` as an e-mail address, with a name before it or without. Raises BadSetting otherwise."""
    value = text(name, default)
    if not re.fullmatch(r"[^<>\r\n@]*<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+", value):
        raise BadSetting(f"{name} must be an address such as newsroom@example.org, not {value!r}.")
    return value


def contact(name):
    """The variable `name`, an e-mail address or a page at https, as a URI; "" when missing. Raises BadSetting."""
    value = text(name)
    if re.fullmatch(r"[^<>\s@:/]+@[A-Za-z0-9.\-]+", value):
        return f"mailto:{value}"
    if value and not re.fullmatch(r"https://[!-~]+", value):
        raise BadSetting(f"{name} must be an address such as security@example.org or https://…, not {value!r}.")
    return value


def socket_folder(query):
    """The value of `host=` in a database address's query, unquoted, or ''."""
    found = re.search(r"(?:^|&)host=([^&]+)", query)
    return unquote(found[1]) if found else ""


def sqlite(path):
    """Django's DATABASES entry for an SQLite file that several processes write to and a power cut may hit."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(path),
        "OPTIONS": {
            "timeout": 20,
            # A read that turns into a write in mid-transaction can't wait its turn: it fails at once.
            "transaction_mode": "IMMEDIATE",
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
        },
    }
