"""What kind of page a request is for, as figures name it: a fixed set, since each name is a series of its own."""

from django.conf import settings

STATIC, MEDIA, OTHER = "static", "media", "other"
# By namespace, where all of its pages are alike to who watches them.
NAMESPACES = {"admin": "admin", "api": "api", "feedback_api": "api"}
VIEWS = {
    "home": {"home"},
    "story": {"news:edition_detail"},
    "list": {"news:edition_list"},
    "archive": {"news:year_archive", "news:month_archive"},
    "directory": {"news:person_list", "news:member_state_list", "news:sector_list"},
    "entity": {"news:person_detail", "news:member_state_detail", "news:sector_detail", "news:tag_detail"},
    "preview": {"news:preview"},
    "attachment": {"news:attachment"},
    "search": {"search", "opensearch", "opensearch_default"},
    "feed": {
        f"{subject}feed{form}"
        for subject in ("", "person_", "member_state_", "sector_", "tag_")
        for form in ("", "_json")
    },
    "sitemap": {"sitemap_index", "news_sitemap", "sitemap_part", "robots"},
    "embedding": {"oembed"},
    "rating": {"feedback:rate"},
    "page_view": {"feedback:count_view"},
    "health": {"healthz", "readyz"},
    "door": {"choose_language", "set_language"},
    "text": {"api_guide", "security_txt", "security_policy"},
    STATIC: {"favicon"},
    MEDIA: {"media"},
}
KIND_OF_VIEW = {view: kind for kind, views in VIEWS.items() for view in views}
# By the beginning of the name: pages of the institution; the desk's sign-in, whose names are its package's.
BEGINNINGS = {"about_": "text", "account_": "sign_in", "mfa_": "sign_in"}
KINDS = frozenset({*VIEWS, *NAMESPACES.values(), *BEGINNINGS.values(), STATIC, OTHER})


def kind_of(request):
    """The kind of page, one of KINDS, that `request` was for, once it is answered; OTHER where there is no page."""
    match = request.resolver_match
    if match is None:
        return STATIC if request.path_info.startswith(settings.STATIC_URL) else OTHER
    if match.namespace in NAMESPACES:
        return NAMESPACES[match.namespace]
    if kind := KIND_OF_VIEW.get(match.view_name):
        return kind
    return next((kind for name, kind in BEGINNINGS.items() if match.view_name.startswith(name)), OTHER)
