"""What the head of an entity's page tells of it at a glance, beside its own words."""

from people.models import Sector

from .models import Appearance, Listing
from .visibility import visible_people

RECENT_STORIES = 100
MOST_PEOPLE = 12


def state_at_a_glance(state, page, language):
    """Sectors that the state's recent stories are about, and people of the state, both with a name in `language`.

    Returns {"sectors": a list of Sector, "people": a list of Person}. Two queries on the first page, none on others.
    """
    if not page.is_first:
        return {"sectors": [], "people": []}
    rows = Listing.objects.live(language).filter(member_state=state)
    # The recent ones only: what is read must not grow with the number of stories.
    recent = rows.order_by(*rows.page_order).values("edition")[:RECENT_STORIES]
    keys = Listing.objects.filter(edition__in=recent, sector__isnull=False).values("sector")
    people = visible_people().filter(member_state=state).named_in(language).in_order(language)
    return {
        "sectors": list(Sector.objects.named_in(language).filter(pk__in=keys).in_order(language)),
        "people": list(people[:MOST_PEOPLE]),
    }


def person_at_a_glance(person, page, language):
    """Gives each row of `page` the role that the person had in that story, as `row.role`; "" where none is told.

    One query; returns an empty dict.
    """
    articles = [row.edition.article_id for row in page]
    roles = {
        appearance.article_id: appearance.role_in(language)
        for appearance in Appearance.objects.filter(person=person, article__in=articles)
    }
    for row in page:
        row.role = roles.get(row.edition.article_id, "")
    return {}
