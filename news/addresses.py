"""From an address to an edition: the present one, a former one, a mistaken one, one in another language."""

from people.languages import columns

from .models import Address, Edition


def live_edition_at(language, day, slug):
    """The live editions, one or none, whose address this is or ever was: a queryset of Edition."""
    return Edition.objects.live(language).filter(addresses__language=language, addresses__day=day, addresses__slug=slug)


def gone_edition_at(language, day, slug):
    """The edition that was public at this address and is so no more, without its words, or None."""
    address = Address.objects.filter(language=language, day=day, slug=slug).select_related("edition").first()
    return address.edition if address and address.edition.gone_at else None


def live_edition_with(language, slug):
    """The newest live edition that has or had this slug on any day, or None."""
    return Edition.objects.live(language).filter(addresses__slug=slug).newest_first().first()


def live_elsewhere(day, slug):
    """The live editions, in any language, of the story that has or had this day and slug in some language."""
    articles = Address.objects.filter(day=day, slug=slug).values("edition__article")
    titles = [f"article__{name}" for name in columns("title")]
    editions = Edition.objects.live().filter(article__in=articles).select_related("article")
    return editions.only("language", "slug", "permalink_on", "article_id", *titles).order_by("language")
