"""The admin of people, member states, sectors and places; its tabs and its log serve the news too."""

from . import registrations

__all__ = ["registrations"]
