"""What a request says of its sender: read carefully, and never from what the sender may write."""

import pytest
from django.test import RequestFactory

from feedback.client import client_of
from feedback.models import Rating

DEVICES = {
    "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 Safari/604.1": "phone",
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) Chrome/130.0 Mobile Safari/537.36": "phone",
    "Mozilla/5.0 (Linux; Android 13; SM-X906C) Chrome/130.0 Safari/537.36": "tablet",
    "Mozilla/5.0 (iPad; CPU OS 17_0 like Mac OS X) Safari/604.1": "tablet",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) Safari/605.1.15": "computer",
    "Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Firefox/130.0": "computer",
    "": "unknown",
    "Something else": "unknown",
}


def sent(remote="192.0.2.7", **headers):
    return client_of(RequestFactory().post("/", headers=headers, REMOTE_ADDR=remote))


@pytest.mark.parametrize(("user_agent", "device"), DEVICES.items())
def test_the_device_is_read_off_the_browsers_name(user_agent, device):
    assert sent(user_agent=user_agent).device == Rating.Device(device)


@pytest.mark.parametrize("forwarded", ["203.0.113.9", "203.0.113.9, 198.51.100.2", "x", ""])
def test_forwarded_addresses_are_nothing_to_go_by_without_a_proxy_of_ours(forwarded):
    assert sent(x_forwarded_for=forwarded).address == "192.0.2.7"


@pytest.mark.parametrize("written", ["", "1.1.1.1, ", "1.1.1.1, 2.2.2.2, 3.3.3.3, "])
def test_behind_a_proxy_of_ours_only_what_it_wrote_itself_counts(settings, written):
    settings.FEEDBACK_TRUSTED_PROXIES = 1

    assert sent("127.0.0.1", x_forwarded_for=f"{written}203.0.113.9").address == "203.0.113.9"


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("nonsense", ""),
    ],
)
def test_a_household_with_ipv6_is_one_network(address, network):
    assert sent(address).address == network


def test_headers_that_go_on_for_ever_are_cut():
    assert len(sent(user_agent="x" * 9000).user_agent) == 500
