"""Write values.json beside this file: what scipy, statsmodels and numpy say of the figures in feedback/metrics/.

None of the three is needed to run the tests. In an environment of its own:
python -m venv /tmp/reference && /tmp/reference/bin/pip install scipy statsmodels
/tmp/reference/bin/python tests/feedback/reference/make.py
"""

import json
import random
from pathlib import Path

import numpy
import scipy
import statsmodels
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep

CONFIDENCES = (0.9, 0.95, 0.99)
SIZES = (1, 2, 5, 10, 29, 148, 1000, 20_000)


def main():
    chance = random.Random(1998)
    table = {
        "versions": {library.__name__: library.__version__ for library in (scipy, statsmodels, numpy)},
        "wilson": [wilson(*share(chance), chance.choice(CONFIDENCES)) for _row in range(60)],
        "newcombe": [newcombe(*share(chance), *share(chance), chance.choice(CONFIDENCES)) for _row in range(60)],
        "rank_test": [rank_test(counters(chance), counters(chance)) for _row in range(60)],
        "net_band": [net_band(counters(chance), chance.choice(CONFIDENCES)) for _row in range(60)],
        "median": [median(counters(chance)) for _row in range(30)],
    }
    lines = ",\n".join(f'"{name}": {rows(value)}' for name, value in table.items())
    Path(__file__).with_name("values.json").write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")


def rows(value):
    """JSON with one row of a list to a line."""
    if isinstance(value, dict):
        return json.dumps(value)
    return "[\n" + ",\n".join(json.dumps(row) for row in value) + "\n]"


def share(chance):
    """(successes, n), now and then none or all of them."""
    n = chance.choice(SIZES)
    return chance.choice([0, n, *[chance.randint(0, n)] * 6]), n


def counters(chance):
    """Five counters, some of them 0, of a group small or large."""
    largest = chance.choice([2, 20, 400])
    counts = [chance.choice([0, *[chance.randint(1, largest)] * 5]) for _score in range(5)]
    return counts if any(counts) else counters(chance)


def wilson(successes, n, confidence):
    band = stats.binomtest(successes, n).proportion_ci(confidence, method="wilson")
    return [[successes, n, confidence], [float(band.low), float(band.high)]]


def newcombe(successes1, n1, successes2, n2, confidence):
    band = confint_proportions_2indep(successes1, n1, successes2, n2, method="newcomb", alpha=1 - confidence)
    difference = successes1 / n1 - successes2 / n2
    return [[successes1, n1, successes2, n2, confidence], [difference, *map(float, band)]]


def rank_test(counts1, counts2):
    answers1, answers2 = expanded(counts1), expanded(counts2)
    found = stats.mannwhitneyu(answers2, answers1, method="asymptotic", use_continuity=False)
    effect = found.statistic / (len(answers1) * len(answers2))
    return [[counts1, counts2], [float(effect), float(found.pvalue)]]


def net_band(counts, confidence):
    """Tango's band without iteration: Z. Yang, X. Sun, J. W. Hardin, Statistics in Medicine 32 (2013), 1336–1342."""
    n, b, c = sum(counts), counts[3] + counts[4], counts[0] + counts[1]
    g, d, s = stats.norm.isf((1 - confidence) / 2) ** 2, b - c, b + c
    quartic = [
        n**2 * (n / g + 1) ** 2,
        -n * d * (n / g + 1) * (4 * n / g + 1),
        2 * n * d**2 * (3 * n / g + 2) / g - n**2 * (s / g + 1),
        n * d * (2 * s / g + 1) - d**3 * (4 * n / g + 1) / g,
        d**2 * (d**2 / g - s) / g,
    ]
    roots = numpy.roots(quartic)
    real = sorted(float(root.real) for root in roots if abs(root.imag) < 1e-7)
    return [[counts, confidence], [real[0], real[-1]]]


def median(counts):
    return [[counts], float(numpy.quantile(expanded(counts), 0.5, method="inverted_cdf"))]


def expanded(counts):
    """The answers themselves, one by one."""
    return numpy.repeat([1, 2, 3, 4, 5], counts)


if __name__ == "__main__":
    main()
