"""People, member states, sectors and tags as their own pages show them."""

from django.utils import timezone
from django.utils.translation import get_language

from icesco.found.publisher import organisation_id
from people.languages import column


def subject_node(kind, subject, meta):
    """The node of `subject`, whose page has the title and address in `meta`. kind: one of listing.SUBJECTS."""
    return {"name": meta["title"], "url": meta["canonical"], **NODES[kind](subject, get_language())}


def person(subject, language):
    today = timezone.localdate()
    # Someone who left office is shown with the one they had; as a job title it would be said of today.
    holds_office = subject.office_until is None or subject.office_until >= today
    return {
        "@type": "Person",
        "honorificPrefix": said(subject, "honorific", language),
        "jobTitle": said(subject, "office", language) if holds_office else "",
        "affiliation": organisation(said(subject, "organisation", language)),
        "description": said(subject, "biography", language),
    }


def organisation(name):
    return {"@type": "Organization", "name": name} if name else None


def member_state(subject, language):
    return {
        "@type": "Country",
        "identifier": subject.code,
        "alternateName": said(subject, "official_name", language),
    }


def sector(subject, language):
    return {
        "@type": "Organization",
        "description": said(subject, "description", language),
        "parentOrganization": {"@id": organisation_id()},
    }


def tag(subject, language):
    return {"@type": "DefinedTerm"}


def said(subject, field, language):
    return getattr(subject, column(field, language)) or ""


NODES = {"person": person, "member_state": member_state, "sector": sector, "tag": tag}
