"""The files of deploy/ fit each other, the settings and the commands there are: no nginx and no systemd is needed."""

import os
import re
import stat
import subprocess
from pathlib import Path

import pytest
from django.core.management import get_commands

from scripts.deployed import PLACEHOLDER, USUAL, filled_in, without_ipv6
from scripts.nginx import SNIPPETS
from tests.icesco.test_setup import ROOT

from .stack import example_environment, unit_values

DEPLOY = ROOT / "deploy"
UNITS = sorted(path.name for path in (DEPLOY / "systemd").iterdir())
SERVICES = [name for name in UNITS if name.endswith(".service")]


def texts():
    return {path: path.read_text(encoding="utf-8") for path in DEPLOY.rglob("*") if path.is_file()}


def test_every_placeholder_has_a_usual_value():
    named = {name for text in texts().values() for name in PLACEHOLDER.findall(text)}

    assert named == {*USUAL, "HOST"}


def test_a_machine_without_ipv6_loses_only_its_lines():
    text = (DEPLOY / "nginx" / "icesco-site.conf").read_text(encoding="utf-8")

    assert text.count("listen [::]:") == text.count("listen @") == 4
    assert without_ipv6(text).count("listen") == 4


def test_an_unknown_placeholder_is_an_error():
    with pytest.raises(KeyError):
        filled_in("listen @PORTS@;", {})


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_runs_what_there_is(unit):
    for command in unit_values(unit, "ExecStart"):
        words = command.split()
        if "manage.py" in words:
            assert words[words.index("manage.py") + 1] in get_commands()
    if unit.endswith(".timer"):
        assert unit.replace(".timer", ".service") in UNITS
        assert unit_values(unit, "OnCalendar")


@pytest.mark.parametrize("unit", SERVICES)
def test_a_service_is_confined(unit):
    wanted = {
        "User": ["icesco"],
        "NoNewPrivileges": ["yes"],
        "ProtectSystem": ["strict"],
        "PrivateTmp": ["yes"],
        "CapabilityBoundingSet": [""],
        "EnvironmentFile": ["@ENVIRONMENT@"],
    }

    assert {name: unit_values(unit, name) for name in wanted} == wanted


def test_the_example_of_settings_names_variables_that_are_documented():
    text = (DEPLOY / "environment.example").read_text(encoding="utf-8")
    documented = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^#?((?:ICESCO|DATABASE)_[A-Z_]+)=", text, re.MULTILINE))

    assert {name for name in named if f"`{name}`" not in documented} == set()
    assert {"ICESCO_SECRET_KEY", "ICESCO_ORIGIN", "DATABASE_URL", "ICESCO_TRUSTED_PROXIES"} <= named
    assert example_environment()["ICESCO_SECRET_KEY"] == ""


def test_parameters_that_nginx_lets_through_are_those_that_pages_read():
    from news.filters import NAMES

    named = set(re.findall(r"^map \$arg_(\w+)", (DEPLOY / "nginx" / "icesco-http.conf").read_text(), re.MULTILINE))

    assert named == {*NAMES, "q", "sort", "page", "before"}


def test_limits_of_uploads_fit_the_applications():
    from news.pdf import MOST_BYTES as OF_A_DOCUMENT
    from people.uploads import MOST_BYTES as OF_A_PICTURE

    site = (DEPLOY / "nginx" / "icesco-site.conf").read_text(encoding="utf-8")
    megabytes = int(re.search(r"client_max_body_size (\d+)m;", site)[1])

    assert megabytes * 1024 * 1024 > OF_A_DOCUMENT + OF_A_PICTURE


@pytest.mark.nginx  # CI installs rsync with it
def test_it_is_installed_below_a_folder_twice_without_changing_a_secret(tmp_path):
    words = [DEPLOY / "install.sh", "--host", "news.example.org", "--prefix", tmp_path, "--files-only"]
    first = subprocess.run(words, capture_output=True, text=True)
    assert first.returncode == 0, first.stderr
    settings = tmp_path / "etc" / "icesco" / "environment"
    before = settings.read_text(encoding="utf-8")

    second = subprocess.run([*words[:1], *words[3:]], capture_output=True, text=True)

    assert second.returncode == 0, second.stderr
    assert settings.read_text(encoding="utf-8") == before
    assert stat.S_IMODE(settings.stat().st_mode) == 0o600
    assert "ICESCO_ORIGIN=https://news.example.org\n" in before
    assert re.search(r"^ICESCO_SECRET_KEY=\S{70,}$", before, re.MULTILINE)
    site = (tmp_path / "etc" / "nginx" / "sites-enabled" / "icesco").read_text(encoding="utf-8")
    assert "server_name news.example.org;" in site
    assert [name for name in SNIPPETS if not (tmp_path / "etc" / "nginx" / "snippets" / name).exists()] == []
    installed = [path for path in (tmp_path / "etc").rglob("*") if path.is_file()]
    assert [path for path in installed if PLACEHOLDER.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ([], "say which name readers use"),
        (["--host", "News.example.org"], "no host name"),
        (["--host", "news.example.org;reboot"], "no host name"),
        (["--host", "news.example.org", "--email", "nobody"], "no e-mail address"),
        (["--hots", "x"], "I don't know --hots"),
    ],
)
def test_the_installer_refuses_what_it_can_not_use(tmp_path, words, told):
    done = subprocess.run([DEPLOY / "install.sh", "--prefix", tmp_path, *words], capture_output=True, text=True)

    assert done.returncode == 1
    assert told in done.stderr
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["install.sh", "manage"])
def test_a_script_can_be_run_and_read(name):
    path = Path(DEPLOY / name)

    assert os.access(path, os.X_OK)
    assert subprocess.run(["bash", "-n", path], check=False).returncode == 0
