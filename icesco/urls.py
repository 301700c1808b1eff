"""Public addresses: a contract, since other sites link to them (docs/architecture.md)."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path, re_path
from django.views.static import serve

from . import views
from .models import InstitutionPage

handler400 = "icesco.views.bad_request"
handler403 = "icesco.views.permission_denied"
handler404 = "icesco.views.page_not_found"
handler500 = "icesco.views.server_error"

urlpatterns = [
    path("", views.choose_language, name="choose_language"),
    path("healthz", views.healthz, name="healthz"),
    path("readyz", views.readyz, name="readyz"),
    path("robots.txt", views.robots, name="robots"),
    path("admin/language/", include("django.conf.urls.i18n")),
    path("admin/", admin.site.urls),
    *i18n_patterns(
        path("", views.home, name="home"),
        *(
            path(f"about/{name}/", views.institution_page, {"name": name}, name=f"about_{name}")
            for name in InstitutionPage.Name.values
        ),
        path("feedback/", include("feedback.urls")),
        path("", include("news.urls")),
    ),
]

if not settings.IS_PRODUCTION:  # nginx serves them there
    urlpatterns.append(
        re_path(
            r"^media/(?P<path>[A-Za-z0-9_./-]{1,200})$", serve, {"document_root": settings.MEDIA_ROOT}, name="media"
        )
    )
