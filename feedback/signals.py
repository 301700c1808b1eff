"""What the project may want to hear of."""

from django.dispatch import Signal

# An answer was stored. standing: its Standing; reason: why it was set apart, a code of REASONS, or "";
# is_instead: whether it took the place of an earlier one.
rating_recorded = Signal()
