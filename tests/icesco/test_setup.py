"""Setting up: what `make run` refuses, settings from the environment, the demo administrator, the minute's loop."""

import ast
import json
import os
import re
import socket
import subprocess
import sys
import threading
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command

from icesco import environment
from icesco.management.commands import demo_admin, serve
from scripts import installation, node_tools, preflight, python_version
from scripts.refusal import Refused
from scripts.test import PRODUCTION
from tests.icesco.production import read_settings

ROOT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture
def var(settings, tmp_path):
    """The folder of runtime files, this test's own."""
    settings.VAR_DIR = tmp_path / "var"
    return settings.VAR_DIR


def manage(*words, **variables):
    """Run manage.py in a process of its own, with these variables only; returns its status and stderr."""
    variables = {"PATH": os.environ["PATH"], **variables}
    done = subprocess.run(
        [sys.executable, "manage.py", *words], cwd=ROOT, env=variables, capture_output=True, text=True
    )
    return done.returncode, done.stderr


def admin_words():
    """What `manage.py demo_admin` prints."""
    out = StringIO()
    call_command("demo_admin", stdout=out)
    return out.getvalue().strip()


def test_an_old_python_gets_one_sentence(monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))

    with pytest.raises(SystemExit, match=r"icesco needs Python 3\.11 or newer; this is 3\.9\."):
        python_version.require()


@pytest.mark.parametrize("name", ["run.py", "test.py", "python_version.py", "__init__.py"])
def test_an_old_python_can_read_as_far_as_that_sentence(name):
    assert ast.parse((ROOT / "scripts" / name).read_text(encoding="utf-8"), feature_version=(3, 6))


@pytest.mark.parametrize("port", ["", "abc", "0", "-1", "65536", "٨٠٨٠", "80 ", "1" * 30])
def test_a_port_that_is_none_is_refused(port):
    with pytest.raises(Refused, match="from 1 to 65535"):
        preflight.free_port(port)


def test_a_taken_port_is_refused_and_another_one_offered():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]

        with pytest.raises(Refused, match=rf"Port {port} is taken .* make run PORT=\d+"):
            preflight.free_port(str(port))


def test_a_folder_that_cannot_be_written_is_refused(tmp_path):
    (tmp_path / "file").write_text("in the way")

    with pytest.raises(Refused, match=r"file/var can’t be written .*, and the database belongs there"):
        preflight.writable_folder(tmp_path / "file" / "var", "the database belongs there")


@pytest.mark.parametrize(
    "url",
    [
        "mysql://host/name",
        "postgres://host",
        "postgres://host:99999/name",
        "sqlite:///relative",
        "sqlite:",
        "postgres://[/x",
    ],
)
def test_a_malformed_database_address_is_refused(url):
    with pytest.raises(Refused, match="DATABASE_URL must be"):
        preflight.reachable_database(url)


@pytest.mark.parametrize("url", ["postgres://user@127.0.0.1:1/name", "postgres://user@/name?host=/nowhere"])
def test_a_server_that_does_not_answer_is_refused(url):
    with pytest.raises(Refused, match="No PostgreSQL server answers at"):
        preflight.reachable_database(url)


def test_a_server_that_answers_is_accepted():
    with socket.create_server(("127.0.0.1", 0)) as server:
        preflight.reachable_database(f"postgres://user@127.0.0.1:{server.getsockname()[1]}/name")


def test_a_database_address_is_read_in_all_its_parts():
    database = environment.database("postgres://us%40er:p%3Aw@db.example.org:5433/news%20room")

    assert {name: database[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")} == {
        "NAME": "news room",
        "USER": "us@er",
        "PASSWORD": "p:w",
        "HOST": "db.example.org",
        "PORT": "5433",
    }


def test_a_database_address_may_name_a_socket_folder():
    database = environment.database("postgres://user@/name?host=/run/postgresql")

    assert (database["HOST"], database["PORT"]) == ("/run/postgresql", "")


def test_a_sqlite_address_is_an_absolute_path():
    assert environment.database("sqlite:////srv/news%20room.sqlite3")["NAME"] == "/srv/news room.sqlite3"


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("console:", {}),
        (
            "smtp://me:p%40ss@mail.example.org",
            {"PORT": 587, "USE_TLS": True, "USE_SSL": False, "HOST_PASSWORD": "p@ss"},
        ),
        ("smtp://localhost:25?tls=0", {"PORT": 25, "USE_TLS": False, "USE_SSL": False, "HOST_USER": ""}),
        ("smtps://mail.example.org", {"PORT": 465, "USE_TLS": False, "USE_SSL": True, "HOST": "mail.example.org"}),
    ],
)
def test_an_address_of_a_mail_server_is_read(url, told):
    read = environment.email(url)

    assert read["EMAIL_BACKEND"].endswith("smtp.EmailBackend" if told else "console.EmailBackend")
    assert {name: read[f"EMAIL_{name}"] for name in told} == told


def test_mails_go_to_the_server_that_is_named():
    read = read_settings(**PRODUCTION, ICESCO_EMAIL_URL="smtps://mail.example.org")

    assert read["EMAIL_BACKEND"].endswith("smtp.EmailBackend")
    assert read["EMAIL_HOST"] == "mail.example.org"


@pytest.mark.parametrize("url", ["mail.example.org", "http://x", "smtp://", "smtp://x:port", "smtp://x?tls=maybe"])
def test_a_mail_server_that_is_none_stops_the_start_with_a_sentence(url):
    with pytest.raises(environment.BadSetting, match="ICESCO_EMAIL_URL must be console:"):
        environment.email(url)


@pytest.mark.parametrize("value", ["newsroom", "a@b\nBcc: c@d", "a@b c@d", "<a@b"])
def test_a_sender_that_is_no_address_stops_the_start_with_a_sentence(monkeypatch, value):
    monkeypatch.setenv("ICESCO_TRIED", value)

    with pytest.raises(environment.BadSetting, match="ICESCO_TRIED must be an address"):
        environment.address("ICESCO_TRIED", "")


@pytest.mark.parametrize(
    ("value", "meaning"), [("1", True), ("true", True), ("FALSE", False), ("0", False), ("", None)]
)
def test_a_flag_is_one_of_four_words(monkeypatch, value, meaning):
    monkeypatch.setenv("ICESCO_TRIED", value)

    assert environment.flag("ICESCO_TRIED", None) is meaning


@pytest.mark.parametrize(("value", "meaning"), [("", 7), ("0", 0), ("2", 2)])
def test_a_digit_is_a_small_number(monkeypatch, value, meaning):
    monkeypatch.setenv("ICESCO_TRIED", value)

    assert environment.digit("ICESCO_TRIED", 7) == meaning


@pytest.mark.parametrize("value", ["-1", "10", "٣", "x"])
def test_anything_else_is_no_digit(monkeypatch, value):
    monkeypatch.setenv("ICESCO_TRIED", value)

    with pytest.raises(environment.BadSetting, match="ICESCO_TRIED"):
        environment.digit("ICESCO_TRIED")


@pytest.mark.parametrize("value", ["Required", "off", "1"])
def test_a_word_that_is_no_choice_stops_the_start_with_a_sentence(monkeypatch, value):
    monkeypatch.setenv("ICESCO_TRIED", value)

    with pytest.raises(environment.BadSetting, match="ICESCO_TRIED must be required or optional"):
        environment.choice("ICESCO_TRIED", ["required", "optional"], "optional")


@pytest.mark.parametrize(("value", "meaning"), [("60", 60), ("3600", 3600), ("", 7200)])
def test_seconds_are_a_whole_number_within_bounds(monkeypatch, value, meaning):
    monkeypatch.setenv("ICESCO_TRIED", value)

    assert environment.seconds("ICESCO_TRIED", 7200, most=43200) == meaning


@pytest.mark.parametrize("value", ["0", "59", "43201", "-60", "1.5", "٦٠", "two hours"])
def test_anything_else_is_no_number_of_seconds(monkeypatch, value):
    monkeypatch.setenv("ICESCO_TRIED", value)

    with pytest.raises(environment.BadSetting, match="seconds from 60 to 43200"):
        environment.seconds("ICESCO_TRIED", 7200, most=43200)


def test_any_other_word_is_no_flag(monkeypatch):
    monkeypatch.setenv("ICESCO_TRIED", "yes")

    with pytest.raises(environment.BadSetting, match="ICESCO_TRIED must be 1, 0, true or false"):
        environment.flag("ICESCO_TRIED")


@pytest.mark.parametrize(
    "value", ["news.example.org", "https://news.example.org/path", "ftp://x", "https://a b", "https://"]
)
def test_an_origin_is_a_scheme_and_a_host(monkeypatch, value):
    monkeypatch.setenv("ICESCO_ORIGIN", value)

    with pytest.raises(environment.BadSetting, match="ICESCO_ORIGIN must be an address"):
        environment.origin("ICESCO_ORIGIN")


def test_production_names_every_secret_that_is_missing():
    status, words = manage("check", ICESCO_PROFILE="production")

    assert (status, words.strip()) == (
        1,
        "icesco: The production profile needs ICESCO_SECRET_KEY, ICESCO_ORIGIN, DATABASE_URL: "
        "see docs/configuration.md.",
    )


def test_a_key_that_cannot_be_kept_gets_one_sentence(tmp_path):
    (tmp_path / "file").write_text("in the way")

    status, words = manage("check", ICESCO_VAR=str(tmp_path / "file" / "var"))

    assert status == 1
    assert re.fullmatch(r"icesco: The secret key can't be kept in .* or set ICESCO_SECRET_KEY\.", words.strip())


def test_the_generated_key_stays_the_same_and_private(tmp_path):
    manage("check", ICESCO_VAR=str(tmp_path))
    key = (tmp_path / "secret-key").read_text()

    manage("check", ICESCO_VAR=str(tmp_path))

    assert len(key) >= 50
    assert (tmp_path / "secret-key").read_text() == key
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("lock", ["runtime", "setup", "valkey", "s3", "development"])
def test_a_lock_has_hashes_and_no_address(lock):
    text = (ROOT / "requirements" / f"{lock}.txt").read_text()
    entries = [line for line in text.splitlines() if line and line[0] not in " #"]

    assert "://" not in text
    assert "--index" not in text
    assert entries
    assert all("==" in entry and entry.endswith("\\") for entry in entries)


def test_the_lock_of_the_tools_from_npm_has_hashes_and_no_address():
    text = (ROOT / "package-lock.json").read_text(encoding="utf-8")
    packages = {name: package for name, package in json.loads(text)["packages"].items() if name}

    assert "://" not in text
    assert [name for name, package in packages.items() if not package["integrity"].startswith("sha512-")] == []
    assert "omit-lockfile-registry-resolved=true" in (ROOT / ".npmrc").read_text().split()


def test_tools_from_npm_have_exact_versions():
    named = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]

    assert [version for version in named.values() if not re.fullmatch(r"\d+\.\d+\.\d+", version)] == []


def test_tools_from_npm_that_were_installed_are_not_installed_again(monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(node_tools, "STAMP", tmp_path / "stamp")
    monkeypatch.setattr(node_tools, "need_npm", lambda: "npm")
    monkeypatch.setattr(
        node_tools.subprocess, "run", lambda words, **_: asked.append(words[1]) or SimpleNamespace(returncode=0)
    )

    node_tools.install()
    node_tools.install()

    assert asked == ["ci"]


def test_a_machine_without_java_or_node_hears_how_to_get_them(monkeypatch):
    monkeypatch.setattr(node_tools.shutil, "which", lambda name: None)

    with pytest.raises(Refused, match="no Java was found: install Java"):
        node_tools.validator()
    with pytest.raises(Refused, match="npm was not found: install Node 18"):
        node_tools.need_npm()


def test_each_lock_repeats_the_versions_of_the_smaller_one():
    pins = {
        lock: set(re.findall(r"^\S+==\S+", (ROOT / "requirements" / f"{lock}.txt").read_text(), re.MULTILINE))
        for lock in ("runtime", "setup", "development")
    }

    assert pins["runtime"] < pins["setup"] < pins["development"]


def test_a_lock_that_was_installed_is_not_installed_again(monkeypatch, tmp_path):
    filled = []
    monkeypatch.setattr(installation, "VENV", tmp_path)
    monkeypatch.setattr(installation, "is_sound", lambda: True)
    monkeypatch.setattr(installation, "fill_environment", filled.append)

    installation.install("setup")
    installation.install("setup")

    assert filled == [ROOT / "requirements" / "setup.txt"]


@pytest.mark.django_db
def test_the_demo_administrator_signs_in_with_the_password_that_was_printed(client, var):
    words = admin_words()

    password = (var / "demo-admin.txt").read_text().strip()
    assert words == f"Administrator: admin, password {password}"
    assert client.login(username="admin", password=password)
    assert (var / "demo-admin.txt").stat().st_mode & 0o777 == 0o600


@pytest.mark.django_db
def test_the_same_password_is_printed_next_time(var):
    assert admin_words() == admin_words()
    assert get_user_model().objects.count() == 1


@pytest.mark.django_db
def test_a_password_that_a_person_changed_is_left_alone(client, var):
    admin_words()
    admin = get_user_model().objects.get()
    admin.set_password("a sentence of my own")
    admin.save()

    words = admin_words()

    assert "somebody’s own choice" in words
    assert (var / "demo-admin.txt").read_text().strip() not in words
    assert client.login(username="admin", password="a sentence of my own")


@pytest.mark.django_db
def test_a_database_with_users_gets_no_demo_administrator(var):
    get_user_model().objects.create_user("amina")

    words = admin_words()

    assert "users of its own" in words
    assert not get_user_model().objects.filter(is_superuser=True).exists()


@pytest.mark.django_db
def test_another_database_gets_the_password_that_is_kept(var):
    var.mkdir()
    (var / "demo-admin.txt").write_text("kept-from-before\n")

    assert admin_words() == "Administrator: admin, password kept-from-before"


@pytest.mark.django_db
def test_a_password_that_cannot_be_kept_makes_no_administrator(settings, tmp_path):
    (tmp_path / "file").write_text("in the way")
    settings.VAR_DIR = tmp_path / "file"

    with pytest.raises(CommandError, match="can’t be kept"):
        demo_admin.sign_in_words()

    assert not get_user_model().objects.exists()


def test_what_is_due_is_applied_again_after_a_failure(monkeypatch):
    stopping, calls = threading.Event(), []

    def run_due(name, **options):
        calls.append(name)
        if len(calls) == 3:
            stopping.set()
        raise OSError("the database is away")

    monkeypatch.setattr(serve, "call_command", run_due)
    monkeypatch.setattr(serve, "connection", SimpleNamespace(close=lambda: None))
    serve.apply_due_each_minute(stopping, every_seconds=0)

    assert calls == ["run_due", "run_due", "run_due"]
