"""Which pictures of the library the institution's pages show: told to the library, which doesn't know of pages."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from news.body import picture_texts
from news.pictures.uses import OtherUse


def page_uses():
    """An OtherUse for each picture of each page's newest text; one query."""
    from ..models import PageRevision  # the app registers this before there are models

    texts = PageRevision.objects.newest().filter(body__contains="picture:").select_related("page")
    return [
        OtherUse(
            picture=key,
            what=_("page of the institution"),
            title=text.title,
            language=text.language,
            edit_address=reverse("admin:icesco_institutionpage_change", args=[text.page_id]),
            address=address_in(text.language, text.page.name),
        )
        for text in texts
        for key in dict.fromkeys(key for key, _alt in picture_texts(text.body))
    ]


def address_in(language, name):
    with override(language):
        return reverse(f"about_{name}")
