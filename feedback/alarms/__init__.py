"""When the share of satisfied answers drifts: alarms from the answers of each day, given days to compare with.

`days` is everywhere a sequence of (n, top), one per day in order, days without answers included as (0, 0): the number
of answers and how many of them were 4 or 5. Anything else raises ValueError. docs/metrics.md, "Alarms", says in plain
words how it works and what it was measured to do; tests/feedback/test_alarm_rates.py measures it.
"""

from .baseline import Baseline, learn
from .watch import Alarm, drift

__all__ = ["Alarm", "Baseline", "drift", "learn"]
