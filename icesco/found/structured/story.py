"""A story as a NewsArticle: what its page shows, and nothing of what is not public."""

import re

from icesco.found import publisher
from icesco.found.links import absolute
from people.pictures.showing import share_rendition


def story_node(context, meta):
    """The NewsArticle of the page with what story_context() gives; meta: what page_meta() found."""
    edition, article = context["edition"], context["article"]
    language, us = edition.language, {"@id": publisher.organisation_id()}
    return {
        "@type": "NewsArticle",
        "@id": meta["canonical"],
        "url": meta["canonical"],
        "mainEntityOfPage": meta["canonical"],
        "headline": edition.title,
        "description": edition.summary,
        "inLanguage": language,
        "datePublished": meta["published_time"],
        "dateModified": meta["modified_time"],
        "correction": [correction(note, language) for note in context["corrections"]],
        "isAccessibleForFree": True,
        "author": us,
        "publisher": us,
        "image": image(article.lead_picture, edition),
        "articleSection": [sector.name_in(language) for sector in context["sectors"]],
        "keywords": [tag.label_in(language) for tag in context["tags"]],
        "about": [country(state, language) for state in context["member_states"]],
        "mentions": [person(appearance, language) for appearance in context["appearances"]],
        **place(article.dateline, language),
        "translationOfWork": followed(context["following"]),
        "workTranslation": [work(other) for other in translations(edition, context["siblings"])],
    }


def image(picture, edition):
    """The lead picture with whose it is, and its licence where that is the address of one."""
    copy = share_rendition(picture)
    return copy and {
        "@type": "ImageObject",
        "url": absolute(copy["url"]),
        "width": copy["width"],
        "height": copy["height"],
        "caption": edition.lead_caption,
        "creditText": picture.credit_in(edition.language),
        "license": picture.licence if re.match(r"https?://\S+$", picture.licence) else "",
    }


def correction(note, language):
    """A correction that readers see on the page, as the kind of comment that it is."""
    return {
        "@type": "CorrectionComment",
        "text": note.text,
        "inLanguage": language,
        "datePublished": note.at.isoformat(timespec="seconds"),
    }


def person(appearance, language):
    """Who was in the story, as what that day told them; a link only where a reader gets one."""
    known = appearance.person
    has_page = known.is_public and known.name_in(language)
    return {
        "@type": "Person",
        "name": shown_name(known, language),
        "honorificPrefix": appearance.honorific_in(language),
        "jobTitle": appearance.role_in(language),
        "url": absolute(known.get_absolute_url()) if has_page else "",
    }


def country(state, language):
    return {
        "@type": "Country",
        "name": shown_name(state, language),
        "identifier": state.code,
        "url": absolute(state.get_absolute_url()) if state.name_in(language) else "",
    }


def shown_name(entity, language):
    """The name as the story's page shows it: in its language, else in one in which there is a name."""
    return entity.name_in(language) or next(map(entity.name_in, entity.languages), "")


def place(dateline, language):
    """Where the story was reported from, in the two ways there are to say it."""
    name = shown_name(dateline, language) if dateline else ""
    return {"dateline": name, "contentLocation": {"@type": "Place", "name": name}} if name else {}


def followed(following):
    """The live text of which this one is a translation, or None."""
    return work(following.edition) if following and following.edition else None


def translations(edition, siblings):
    """The live editions among `siblings` whose text is a translation of the one in the language of `edition`."""
    return [other for other in siblings if other.is_live() and follows(other) == edition.language]


def follows(edition):
    revision = edition.live_revision.follows
    return revision.language if revision else ""


def work(edition):
    """Another edition, by its address: its page says the rest of itself."""
    url = absolute(edition.get_absolute_url())
    return {"@type": "NewsArticle", "@id": url, "url": url, "inLanguage": edition.language}
