"""The stories of the last two days, as news search engines want them."""

from datetime import timedelta

from django.utils import timezone

from news.models import Edition
from people.languages import LANGUAGES, column

NEWS_HOURS = 48
MOST_NEWS = 1_000


def newest_editions(now=None):
    """Live editions first public in the 48 hours before `now`, newest first: at most 1,000. A query per language.

    A story of the former site that was brought over today is no news: the day in its address tells.
    """
    now = now or timezone.now()
    since = now - timedelta(hours=NEWS_HOURS)
    found = []
    for language in LANGUAGES:
        editions = Edition.objects.live(language).filter(
            permalink_on__gte=timezone.localdate(since), first_public_at__gte=since
        )
        names = ("language", "slug", "permalink_on", "first_public_at", "article_id")
        editions = editions.select_related("article").only(*names, f"article__{column('title', language)}")
        found += editions.newest_first()[:MOST_NEWS]
    return sorted(found, key=lambda edition: (edition.first_public_at, edition.pk), reverse=True)[:MOST_NEWS]
