"""Figures of several processes are added up through files, and shown at a port of their own."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from icesco.watching import shared_files

COUNT = """
import sys
from types import SimpleNamespace
import django
django.setup()
from icesco.watching.figures import count_request
for _ in range(int(sys.argv[1])):
    count_request("story", SimpleNamespace(method="GET", META={}), SimpleNamespace(status_code=200), 0.02)
"""
SHOW = """
import django
django.setup()
from icesco.watching import newsroom
newsroom.standings = lambda: newsroom.Standings(live={"ar": 7})
from urllib.request import urlopen
from icesco.watching.exposition import serve_figures
server, thread = serve_figures(0)
print(server.server_address[0])
print(urlopen(f"http://127.0.0.1:{server.server_port}/metrics").read().decode())
"""


def run(code, folder, *arguments):
    """What a process of its own prints, with runtime files in `folder`."""
    environment = {
        **os.environ,
        "ICESCO_VAR": str(folder),
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "icesco.settings",
    }
    done = subprocess.run(
        [sys.executable, "-c", code, *map(str, arguments)],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return done.stdout + done.stderr


def test_what_two_processes_counted_is_shown_as_one_sum_on_the_loopback_address(tmp_path):
    run(COUNT, tmp_path, 2)
    run(COUNT, tmp_path, 3)

    shown = run(SHOW, tmp_path)

    assert shown.startswith("127.0.0.1\n")
    assert 'icesco_requests_total{kind="story",method="read",status="2xx"} 5.0' in shown
    assert 'icesco_request_seconds_bucket{kind="story",le="0.025"} 5.0' in shown
    assert 'icesco_editions_live{language="ar"} 7.0' in shown


def test_the_room_of_the_files_is_taken_before_they_are_filled(tmp_path):
    run(COUNT, tmp_path, 1)

    files = list((tmp_path / "metrics").glob("*.db"))

    assert len(files) == 2
    for path in files:
        assert path.stat().st_size == shared_files.RESERVED_BYTES
        assert path.stat().st_blocks * 512 >= shared_files.RESERVED_BYTES


def test_where_no_file_can_be_kept_requests_are_answered_all_the_same(tmp_path):
    (tmp_path / "metrics").write_text("in the way")

    assert "No figures are kept of this process" in run(COUNT, tmp_path, 1)


def test_files_of_processes_that_ended_are_removed_and_others_stay(tmp_path, settings):
    settings.METRICS_DIR = tmp_path
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    names = [f"counter_{ended.pid}.db", f"counter_{os.getpid()}.db", "counter_x.db", "note.txt"]
    for name in names:
        Path(tmp_path, name).touch()

    shared_files.forget_ended_processes()

    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(names[1:])


def test_a_command_that_answers_no_request_leaves_no_file(tmp_path):
    run("import django; django.setup(); import icesco.urls", tmp_path)

    assert not (tmp_path / "metrics").exists()


@pytest.mark.parametrize("value", ["0", "65536", "http", "-1", "９１０５"])
def test_a_port_that_is_none_stops_the_start_with_a_sentence(monkeypatch, value):
    from icesco import environment

    monkeypatch.setenv("ICESCO_METRICS_PORT", value)

    with pytest.raises(environment.BadSetting, match="ICESCO_METRICS_PORT must be a port"):
        environment.port("ICESCO_METRICS_PORT")


def test_a_form_of_the_log_that_is_none_stops_the_start_with_a_sentence(monkeypatch):
    from icesco import environment

    monkeypatch.setenv("ICESCO_LOG", "xml")

    with pytest.raises(environment.BadSetting, match="ICESCO_LOG must be json or text, not 'xml'"):
        environment.choice("ICESCO_LOG", ("json", "text"), "json")
