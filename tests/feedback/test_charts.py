"""The drawings say what the figures say, in both directions."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from feedback import charts, metrics
from feedback.report import Point

DAY = date(2026, 3, 9)


def points(*totals):
    """A point for each number of answers, all of them 4."""
    return [
        Point(DAY + timedelta(days=place), DAY + timedelta(days=place), metrics.figures((0, 0, 0, n, 0)))
        for place, n in enumerate(totals)
    ]


@given(counts=st.tuples(*[st.integers(0, 50)] * 5).filter(any), is_rtl=st.booleans())
def test_the_bars_parts_fill_it_without_overlapping(counts, is_rtl):
    parts = charts.distribution_bar(metrics.distribution(counts), is_rtl)

    ordered = reversed(parts) if is_rtl else parts
    end = 0.0
    for part in ordered:
        assert float(part.x) == pytest.approx(end, abs=0.3)
        end = float(part.x) + float(part.width)
    assert end == pytest.approx(charts.BAR_WIDTH, abs=0.3)


def test_the_negative_end_of_the_bar_is_where_reading_starts():
    shares = (0.2, 0.2, 0.2, 0.2, 0.2)

    assert charts.distribution_bar(shares, is_rtl=False)[0].x == "0.0"
    assert charts.distribution_bar(shares, is_rtl=True)[0].x == "480.0"


def test_time_runs_with_the_reading_direction():
    ltr = charts.trend_chart(points(10, 20, 30), is_rtl=False)
    rtl = charts.trend_chart(points(10, 20, 30), is_rtl=True)

    across = [float(x) for x, _y, _point in ltr.dots]
    assert across == sorted(across)
    assert [charts.WIDTH - float(x) for x, _y, _point in rtl.dots] == pytest.approx(across)
    assert (ltr.label_anchor, rtl.label_anchor) == ("end", "start")


def test_points_with_too_few_answers_leave_a_gap_in_the_line_but_keep_their_column():
    chart = charts.trend_chart(points(12, 12, 3, 0, 15), is_rtl=False)

    assert [line.count(",") for line in chart.lines] == [2, 1]
    assert len(chart.dots) == 3
    assert len(chart.columns) == 5


def test_a_period_without_answers_can_be_drawn():
    chart = charts.trend_chart(points(0, 0), is_rtl=True)

    assert (chart.lines, chart.highest) == ([], 0)


def test_a_long_period_has_few_labels():
    assert len(charts.trend_chart(points(*[5] * 523), is_rtl=False).days) <= charts.MAX_DAY_LABELS
