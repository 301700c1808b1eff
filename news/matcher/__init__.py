"""Finding the names of people, member states, sectors and places in a text: plain functions, no models."""

from .matcher import Hit, Matcher, Name, Settled, settle
from .tokens import folded_words

__all__ = ["Hit", "Matcher", "Name", "Settled", "folded_words", "settle"]
