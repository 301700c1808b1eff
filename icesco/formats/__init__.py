"""Dates and numbers in each language, and the one month name that Django spells otherwise than our texts."""

from django.utils.translation import gettext_noop

# Django's Arabic catalogue says إبريل; our own, which comes first, has أبريل as the organisation writes it.
APRIL = gettext_noop("April")
