"""Who may change tags: those on public stories are public facts, so they take the right to publish."""

from people.languages import LANGUAGES

from .models import Listing


def public_languages(tags):
    """The languages in which readers see any of `tags` on a story, or would if it had a label: a list of codes."""
    return [language for language in LANGUAGES if Listing.objects.live(language).filter(tag__in=tags).exists()]


def languages_without_right(user, tags):
    """Those in which readers see any of `tags` and `user` may not publish."""
    return [language for language in public_languages(tags) if not user.has_perm(f"news.publish_{language}")]
