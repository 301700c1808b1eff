"""A year of made-up ratings for demonstrations. Every row is marked as demo data."""

import random
from datetime import datetime, time, timedelta
from itertools import accumulate

from django.utils import timezone

from .demo_comments import COMMENTS
from .models import DailyCount, Rating, day_of

# How the visitors of each language answer, scores 1–5 at the start of the year; from Monday to Sunday, how many come.
TEMPERS = {"ar": (7, 11, 21, 37, 24), "en": (5, 9, 19, 42, 25), "fr": (8, 14, 22, 38, 18)}
WEEK = (1.15, 1.1, 1.1, 1.05, 0.85, 0.55, 0.6)
CROWDS = {"ar": 1.0, "en": 0.8, "fr": 0.55}
IMPROVEMENT = 0.35  # by the end of a year a 5 is a third more likely than at its start, a 1 a third less
COMMENTING = 0.06
SCRIPTED = 0.85
DEVICES = {Rating.Device.PHONE: 0.62, Rating.Device.COMPUTER: 0.33, Rating.Device.TABLET: 0.05}
HOURS = range(7, 23)
MAX_A_DAY = 50


def make_demo_ratings(pages, days=365, seed=1982, until=None):
    """Store made-up ratings of `pages`, a list of Page, for `days` days up to `until` (default: yesterday).

    The same arguments give the same ratings. Returns their number: 0 when there are demo ratings already,
    or no pages.
    """
    if not pages or DailyCount.objects.filter(is_demo=True).exists():
        return 0
    last_day = until or day_of(timezone.now()) - timedelta(days=1)
    chance = random.Random(seed)
    ratings = []
    for number in range(days):
        day = last_day - timedelta(days=days - 1 - number)
        visits = MAX_A_DAY * WEEK[day.weekday()] * chance.uniform(0.5, 1)
        for _visit in range(round(visits)):
            ratings.append(make_rating(chance, chance_page(chance, pages), day, number / 365))
    ratings.sort(key=lambda rating: rating.created_at)
    return len(Rating.objects.bulk_create(ratings, batch_size=1000))


def chance_page(chance, pages):
    """One of `pages`, those listed first more often, as readers do."""
    weights = [CROWDS.get(page.language, 0.5) / (1 + place) ** 0.5 for place, page in enumerate(pages)]
    return chance.choices(pages, cum_weights=list(accumulate(weights)))[0]


def make_rating(chance, page, day, year_part):
    """One unsaved demo rating on `page`; year_part: how far the improvement has gone, a fraction of a year."""
    change = IMPROVEMENT * year_part
    temper = TEMPERS.get(page.language, TEMPERS["en"])
    weights = [weight * (1 + change * (score - 3) / 2) for score, weight in enumerate(temper, start=1)]
    score = chance.choices(range(1, 6), weights)[0]
    comments = COMMENTS.get(page.language, {}).get(mood(score), ())
    moment = time(chance.choice(HOURS), chance.randrange(60), chance.randrange(60))
    return Rating(
        score=score,
        comment=chance.choice(comments) if comments and chance.random() < COMMENTING else "",
        language=page.language,
        page_type=page.type,
        page_key=page.key,
        created_at=datetime.combine(day, moment, timezone.get_default_timezone()),
        device=chance.choices(*zip(*DEVICES.items(), strict=True))[0],
        **asked(chance),
        is_demo=True,
    )


def asked(chance):
    """How the question was answered: mostly by script, and how long that took then."""
    if chance.random() > SCRIPTED:
        return {"channel": Rating.Channel.FORM}
    return {"channel": Rating.Channel.SCRIPT, "seconds": max(3, round(chance.lognormvariate(2.6, 0.6)))}


def mood(score):
    return "low" if score <= 2 else "middle" if score == 3 else "high"
