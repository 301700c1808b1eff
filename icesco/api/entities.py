"""People, member states, sectors and tags as the API tells of them: with their names in all languages."""

from news.visibility import tag_languages
from people.languages import column

from .addresses import absolute, api_url, page_url
from .editions import day
from .texts import in_languages


def person_data(person):
    return {
        **entity_data(person, "person", "person"),
        "honorifics": in_languages(person, "honorific"),
        "offices": in_languages(person, "office"),
        "organisations": in_languages(person, "organisation"),
        "office_from": day(person.office_from),
        "office_until": day(person.office_until),
        "member_state": person.member_state.slug if person.member_state else None,
        "sector": person.sector.slug if person.sector else None,
    }


def whole_person(person):
    return {**person_data(person), "biographies": in_languages(person, "biography")}


def member_state_data(state):
    return {
        **entity_data(state, "member_state", "state"),
        "code": state.code,
        "official_names": in_languages(state, "official_name"),
        "status": state.status,
        "status_from": day(state.status_from),
        "status_until": day(state.status_until),
        "flag_url": absolute(state.flag_url),
    }


def sector_data(sector):
    return {
        **entity_data(sector, "sector", "sector"),
        "kind": sector.kind,
        "descriptions": in_languages(sector, "description"),
        "ended_on": day(sector.ended_on),
        "successor": sector.successor.slug if sector.successor else None,
    }


def entity_data(entity, kind, parameter):
    """What people, states and sectors have in common. parameter: the filter of lists of editions that names it."""
    return {
        "slug": entity.slug,
        "names": in_languages(entity, "name"),
        "urls": {language: page_url(entity, language) for language in entity.languages},
        "editions": {
            language: api_url("edition_list", language=language, **{parameter: entity.slug})
            for language in entity.languages
        },
        "api_url": api_url(f"{kind}_detail", entity.slug),
    }


def tag_data(tag):
    """A tag from public_tags(), in the languages in which it is public: its other labels are nobody's business yet."""
    paths = {language: getattr(tag, column("path", language)) for language in tag_languages(tag)}
    return {
        "labels": {language: tag.label_in(language) for language in paths},
        "paths": paths,
        "urls": {language: page_url(tag, language) for language in paths},
        "editions": {
            language: api_url("edition_list", language=language, tag=path) for language, path in paths.items()
        },
        "api_urls": {language: api_url("tag_detail", language, path) for language, path in paths.items()},
    }
