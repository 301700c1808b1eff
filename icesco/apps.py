from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.utils.translation import gettext_lazy as _


class IcescoConfig(AppConfig):
    name = "icesco"
    verbose_name = _("The site")

    def ready(self):
        from news.pictures.uses import ELSEWHERE

        from . import stylesheets  # noqa: F401  (its system check)
        from .institution.pictures import page_uses

        ELSEWHERE.append(page_uses)


class IcescoAdminConfig(AdminConfig):
    default_site = "icesco.admin_site.IcescoAdminSite"
