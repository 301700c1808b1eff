"""Stories out: which text of each goes to the translator, and the file."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from people.languages import language_name

from ..models import Appearance, Article, Edition, Revision
from .formats import format_named
from .safe import MOST_BYTES
from .work import TooDeep, Work


@dataclass
class Parcel:
    """works: what goes out, a list of Work. left_out: (Article, sentence that says why) of the others."""

    source_language: str
    target_language: str
    works: list = field(default_factory=list)
    left_out: list = field(default_factory=list)


class TooLarge(ValueError):
    """The file would be larger than what can be brought in again."""


def pack(articles, source_language, target_language):
    """A Parcel of `articles`; two queries for their texts whatever their number."""
    parcel = Parcel(source_language, target_language)
    editions = editions_of(articles, source_language, target_language)
    for article in articles:
        source = editions.get((article.pk, source_language))
        target = editions.get((article.pk, target_language))
        reason = why_not(article, source, target_language)
        work = None if reason else work_of(source, target_language, target)
        if work and work.units:
            parcel.works.append(work)
        else:
            deep = _("One of its passages has too many tags within each other.")
            reason = reason or (_("There is no text yet.") if work else deep)
            parcel.left_out.append((article, reason))
    return parcel


def work_of(source, target_language, target):
    """The Work of two editions (target: or None), or None where a passage is too deep for a file."""
    try:
        return Work(sent_revision(source), target_language, target.newest_revision if target else None)
    except TooDeep:
        return None


def editions_of(articles, *languages):
    """{(article key, language): Edition} with their newest and live revisions."""
    editions = Edition.objects.filter(article__in=[article.pk for article in articles], language__in=languages)
    editions = editions.select_related("newest_revision", "live_revision")
    return {(edition.article_id, edition.language): edition for edition in editions}


def sent_revision(edition):
    """What a translation starts from: the public text, else the newest."""
    return edition.live_revision if edition.is_live() else edition.newest_revision


def why_not(article, source, target_language):
    """Why a story can't be sent, or ""."""
    if target_language == article.source_language:
        return _("%(language)s is the language in which it was written.") % {"language": language_name(target_language)}
    if source is None:
        return _("It has no text in the language to translate from.")
    return ""


def write_file(parcel, format_name):
    """(bytes, file name, content type) of a parcel with at least one story. Raises TooLarge."""
    chosen = format_named(format_name)
    source, target = parcel.source_language, parcel.target_language
    data = chosen.write(parcel.works, source, target, official_names(parcel))
    if len(data) > MOST_BYTES:
        raise TooLarge
    keys = [work.source.article_id for work in parcel.works]
    stories = str(keys[0]) if len(keys) == 1 else f"{min(keys)}-{max(keys)}"
    return data, f"icesco-{stories}-{source}-{target}.{chosen.extension}", chosen.content_type


def official_names(parcel):
    """{article key: lines "Name = name in the target language"} of the people, states and sectors of the stories."""
    keys = [work.source.article_id for work in parcel.works]
    found = {}
    for article_key, entity in linked(keys):
        said, wanted = entity.name_in(parcel.source_language), entity.name_in(parcel.target_language)
        if said and wanted:
            found.setdefault(article_key, []).append(f"{said} = {wanted}")
    return found


def linked(keys):
    """(article key, Person, MemberState or Sector) of what the stories name; three queries."""
    # The names of imported people are nobody's official ones until somebody has looked at them.
    people = Appearance.objects.filter(article__in=keys, person__is_public=True).select_related("person")
    for appearance in people.order_by("position", "pk"):
        yield appearance.article_id, appearance.person
    for links in (Article.member_states.through, Article.sectors.through):
        name = "memberstate" if links is Article.member_states.through else "sector"
        for link in links.objects.filter(article__in=keys).select_related(name).order_by("pk"):
            yield link.article_id, getattr(link, name)


def revisions_named(references):
    """{(article key, language, number): Revision} of those that Reference objects name and that exist."""
    wanted = set()
    for reference in references:
        wanted |= {
            (reference.article, reference.source_language, reference.source_number),
            (reference.article, reference.target_language, reference.target_number),
        }
    found = Revision.objects.filter(
        article__in={key for key, _language, _number in wanted}, number__in={number for _k, _l, number in wanted}
    ).select_related("follows")
    by_name = {(revision.article_id, revision.language, revision.number): revision for revision in found}
    return {name: by_name[name] for name in wanted if name in by_name}
