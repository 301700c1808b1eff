"""The two commands do what the desk does, with the rights of who is named."""

import pytest
from django.core.management import CommandError, call_command

from tests.factories import make_edition, make_user
from tests.news.exchange.files import BODY, translated

pytestmark = pytest.mark.django_db


@pytest.fixture
def story():
    return make_edition(title="Forum opens in Rabat", body=BODY).article


def test_a_story_goes_out_and_comes_back(story, tmp_path, capsys):
    pytest.importorskip("translate", reason="the optional extra for exchange is not installed")
    file, user = tmp_path / "story.po", make_user()

    call_command("export_translations", str(story.pk), "999999", source="en", target="fr", form="po", output=str(file))
    file.write_bytes(translated(story, format_name="po"))
    call_command("import_translations", str(file), by=user.username, origin="staff", dry_run=True)
    assert story.edition("fr") is None
    call_command("import_translations", str(file), by=user.username, origin="staff", note="By hand")

    said = capsys.readouterr()
    assert "There is no story 999999." in said.err
    assert "revision 1, a draft" in said.out
    assert story.edition("fr").newest_revision.origin == "staff"

    file.write_text(file.read_text(encoding="utf-8").replace("<g1>", ""), encoding="utf-8")
    with pytest.raises(CommandError, match=r"Nothing was written\."):
        call_command("import_translations", str(file), by=user.username, origin="staff")
    assert "body.1" in capsys.readouterr().out


@pytest.mark.parametrize(
    "changes", [{"by": "nobody"}, {"file": "/nowhere/at/all.po"}, {"note": "x" * 501}, {"content": "<x/>"}]
)
def test_what_can_not_be_done_is_said(changes, tmp_path):
    pytest.importorskip("translate", reason="the optional extra for exchange is not installed")
    made = tmp_path / "story.po"
    made.write_text(changes.pop("content", ""), encoding="utf-8")
    options = {"by": make_user().username, "origin": "agency", **changes}

    with pytest.raises(CommandError):
        call_command("import_translations", options.pop("file", str(made)), **options)


def test_without_the_toolkit_they_say_how_to_install_it(monkeypatch):
    monkeypatch.setattr("news.exchange.find_spec", lambda name: None)

    with pytest.raises(CommandError, match=r"requirements/exchange\.txt"):
        call_command("export_translations", "1", source="en", target="fr", output="x")
    with pytest.raises(CommandError, match=r"requirements/exchange\.txt"):
        call_command("import_translations", "x", by="x", origin="agency")
