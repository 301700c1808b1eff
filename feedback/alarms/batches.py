"""Days with few answers put together, so that a normal curve may be laid on their share."""

from dataclasses import dataclass

EXPECTED = 5  # answers of either kind; fewer, and a share's distribution is too lopsided for limits on both sides


@dataclass(frozen=True)
class Batch:
    """The answers of one day or of several in a row: `n`, of which `top` were 4 or 5; `day` is the last one's index."""

    day: int
    n: int
    top: int


def batches(days, share, first=0):
    """A list of Batch: each day, or as many in a row as it takes until 5 answers of either kind are to be expected.

    share: of satisfied answers, to expect them by, 0–1, both excluded. first: index of the first day. Days at the end
    that don't fill a batch are left out. Source: the rule of five for a normal approximation, D. C. Montgomery,
    Introduction to Statistical Quality Control, on control charts for a fraction.
    """
    needed = EXPECTED / min(share, 1 - share)
    full, n, top = [], 0, 0
    for day, (answers, satisfied) in enumerate(days, start=first):
        n, top = n + answers, top + satisfied
        if n >= needed:
            full.append(Batch(day, n, top))
            n = top = 0
    return full


def checked(days):
    """`days` as a list. Raises ValueError unless each is (n, top), whole numbers, 0 ≤ top ≤ n."""
    days = list(days)
    for day in days:
        if len(day) != 2 or not 0 <= day[1] <= day[0] or any(number != int(number) for number in day):
            raise ValueError(f"Not a day's answers and how many of them were 4 or 5: {day!r}.")
    return days
