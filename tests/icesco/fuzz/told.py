"""What the run saw, for who prints it."""

from collections import Counter

kept = {}


def keep(name, answers):
    kept[name] = answers


def lines():
    """One line for each part: requests, times, statuses; and the sum."""
    for name, answers in kept.items():
        statuses = " ".join(f"{status}:{count}" for status, count in sorted(answers.statuses.items()))
        times = " ".join(f"p{round(100 * share)} {answers.percentile(share):.0f} ms" for share in (0.5, 0.95, 0.99))
        count = len(answers.seconds)
        yield f"{name}: {count} requests, {times}, longest {max(answers.seconds) * 1000:.0f} ms; {statuses}"
    total = sum((answers.statuses for answers in kept.values()), Counter())
    slow = sum(second >= 1 for answers in kept.values() for second in answers.seconds)
    broken = sum(count for status, count in total.items() if status >= 500 and status != 501)
    yield f"all: {sum(total.values())} requests, {broken} answers of 500, {slow} of a second or more"
