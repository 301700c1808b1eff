"""Which subject a feed's address names, if its page exists in that language."""

import unicodedata

from django.http import Http404

from news.views.entities import new_slug
from news.visibility import tag_in, visible_people
from people.models import MemberState, Sector


def subject_or_404(kind, language, key):
    """The person, member state, sector or tag at `key`, a slug or a tag's path, present or former.

    The caller compares: a former key's subject has another one now. Two queries at most.
    """
    subject = tag_in(language, unicodedata.normalize("NFC", key)) if kind == "tag" else entity(kind, language, key)
    if subject is None:
        raise Http404
    return subject


def entity(kind, language, slug):
    known = {"person": visible_people, "member_state": MemberState.objects.all, "sector": Sector.objects.all}
    entities = known[kind]().named_in(language)
    return entities.filter(slug=slug).first() or entities.filter(slug=new_slug(entities.model, slug)).first()
