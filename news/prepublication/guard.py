"""Where a check of links may connect to: the public internet, and nothing behind our own door.

A link in a text is somebody's words: whoever writes it must not make this machine ask its neighbours.
"""

import ipaddress

PORTS = frozenset({80, 443})
# Addresses of IPv6 that carry one of IPv4 inside, which may be any: NAT64, 6to4, Teredo.
CARRIERS = [ipaddress.ip_network(network) for network in ("64:ff9b::/96", "2002::/16", "2001::/32")]


def may_connect(address, port):
    """Whether `address`, as the resolver gave it ("93.184.216.34"), is a public one, and `port` one of the web's."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if ip.version == 6:
        ip = ip.ipv4_mapped or ip
    if ip.version == 6 and any(ip in network for network in CARRIERS):
        return False
    return port in PORTS and ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)
