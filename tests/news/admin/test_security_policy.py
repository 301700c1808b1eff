import re

import pytest

from icesco.content_security import admin_policy, digest_source, public_policy
from tests.factories import make_user

pytestmark = pytest.mark.django_db


def test_the_newsroom_allows_the_editors_import_map_and_no_other_inline_script(client):
    client.force_login(make_user())

    answer = client.get("/admin/news/article/add/")

    policy = answer.headers["Content-Security-Policy"]
    import_map = re.search(r'<script type="importmap">(.*?)</script>', answer.content.decode(), re.DOTALL)[1]
    assert digest_source(import_map) in policy
    assert "unsafe" not in policy
    assert policy == admin_policy()


def test_pages_of_the_newsroom_hold_no_inline_script_style_or_handler(client):
    client.force_login(make_user())

    for address in ("/admin/", "/admin/news/article/", "/admin/news/article/add/", "/admin/people/person/add/"):
        page = client.get(address).content.decode()
        inline = re.findall(r"<script(?![^>]*\bsrc=)(?![^>]*type=\"(?:importmap|application/json)\")[^>]*>", page)
        assert inline == [], address
        assert not re.search(r"<[a-z][^>]*\s(style|on[a-z]+)=", page), address


def test_what_the_newsroom_needs_is_not_allowed_to_public_pages():
    assert "sha256" not in public_policy()
    assert "data:" not in public_policy()
