"""The figures at a port of their own, in Prometheus' text format: never at an address of the site."""

from django.conf import settings
from prometheus_client import CollectorRegistry, start_http_server
from prometheus_client.multiprocess import MultiProcessCollector

from .newsroom import NewsroomCollector

LOOPBACK = "127.0.0.1"


def whole_registry():
    """What all processes of the server counted, added up, and how the newsroom stands."""
    registry = CollectorRegistry()
    settings.METRICS_DIR.mkdir(parents=True, exist_ok=True)
    MultiProcessCollector(registry, path=str(settings.METRICS_DIR))
    registry.register(NewsroomCollector())
    return registry


def serve_figures(port, address=LOOPBACK):
    """Answer at `address` and `port` in threads of this process; returns the server and its thread. Raises OSError."""
    return start_http_server(port, address, whole_registry())
