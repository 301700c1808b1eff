"""Public addresses: a contract, since other sites link to them (docs/architecture.md)."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path
from django.views.static import serve

from . import views
from .found import urls as found
from .models import InstitutionPage
from .search import opensearch, search

handler400 = "icesco.views.bad_request"
handler403 = "icesco.views.permission_denied"
handler404 = "icesco.views.page_not_found"
handler429 = "icesco.views.too_many_requests"  # allauth looks for it
handler500 = "icesco.views.server_error"

urlpatterns = [
    path("", views.choose_language, name="choose_language"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("api/v1/feedback/", include("feedback.api.urls")),
    path("api/v1/", include("icesco.api.urls")),
    *found.in_none,
    path("opensearch.xml", opensearch, name="opensearch_default"),
    # Before the admin's own: its login is ours.
    path("admin/", include("icesco.sign_in.urls")),
    path("admin/language/", include("django.conf.urls.i18n")),
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("", views.home, name="home"),
        path("search/", search, name="search"),
        path("opensearch.xml", opensearch, name="opensearch"),
        *(
            path(f"about/{name}/", views.institution_page, {"name": name}, name=f"about_{name}")
            for name in InstitutionPage.Name.values
        ),
        path("about/api/", views.api_guide, name="api_guide"),
        path("feedback/", include("feedback.urls")),
        *found.in_a_language,
        path("", include("news.urls")),
    ),
]

if not settings.IS_PRODUCTION:  # nginx serves them there
    urlpatterns.append(
        re_path(
            r"^media/(?P<path>[A-Za-z0-9_./-]{1,200})$", serve, {"document_root": settings.MEDIA_ROOT}, name="media"
        )
    )
