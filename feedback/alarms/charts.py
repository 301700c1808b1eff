"""Two control charts of the deviations from a baseline: one finds sudden jumps, the other small lasting shifts."""

LIMIT = 3.5
ALLOWANCE = 0.5
DECISION = 4.0


def outside(deviations, limit=LIMIT):
    """Laney's p′-chart: (day, direction −1 or +1) of each Deviation more than `limit` standard deviations away.

    3.5 instead of the usual 3, since the standard deviation itself is estimated and large shares are lopsided.
    Source: D. B. Laney, Quality Engineering 14 (2002), 531–537.
    """
    return [(deviation.day, 1 if deviation.z > 0 else -1) for deviation in deviations if abs(deviation.z) > limit]


def cusum(deviations, allowance=ALLOWANCE, decision=DECISION):
    """Tabular CUSUM: (day, direction −1 or +1) where a sum of deviations beyond the allowance exceeds `decision`.

    Both in standard deviations. The sum of that direction then starts again at 0. The allowance is raised by the
    baseline's own standard error, which would otherwise add up from day to day like a shift. Sources: E. S. Page,
    "Continuous inspection schemes", Biometrika 41 (1954), 100–115; the tabular form and the choice of 0.5 and 4 in
    D. C. Montgomery, Introduction to Statistical Quality Control, on the cumulative sum control chart.
    """
    found = []
    sums = {1: 0.0, -1: 0.0}
    for deviation in deviations:
        for direction in sums:
            sums[direction] = max(0.0, sums[direction] + direction * deviation.z - allowance - deviation.doubt)
            if sums[direction] > decision:
                found.append((deviation.day, direction))
                sums[direction] = 0.0
    return found
