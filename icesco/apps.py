from django.apps import AppConfig
from django.contrib.admin.apps import AdminConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class IcescoConfig(AppConfig):
    name = "icesco"
    verbose_name = _("The site")

    def ready(self):
        from news.pictures.uses import ELSEWHERE

        from . import stylesheets  # noqa: F401  (its system check)
        from .found import security_txt  # noqa: F401  (likewise)
        from .institution.pictures import page_uses
        from .sign_in import receivers

        ELSEWHERE.append(page_uses)
        listen()
        watch_for_changes()
        receivers.connect()
        post_migrate.connect(grant_everything, dispatch_uid="icesco.grant_everything")


def listen():
    """Let what is watched hear of failures and of ratings."""
    from django.core.signals import got_request_exception

    from feedback.signals import rating_recorded

    from .watching.failures import keep_failure
    from .watching.ratings import count_rating

    got_request_exception.connect(keep_failure, dispatch_uid="icesco.keep_failure")
    rating_recorded.connect(count_rating, dispatch_uid="icesco.count_rating")


def watch_for_changes():
    """Let kept pages be forgotten when something public is written."""
    from django.db.backends.signals import connection_created

    from .caching.forgetting import listen_to
    from .caching.triggers import renew_after_migrating

    connection_created.connect(listen_to, dispatch_uid="icesco.listen_to")
    post_migrate.connect(renew_after_migrating, dispatch_uid="icesco.renew_after_migrating")


def grant_everything(app_config, **kwargs):
    """Give the administrators every right of an app, those of new models too, once its migrations have run."""
    from django.contrib.auth.models import Group, Permission

    from .roles import ADMINISTRATOR

    if administrators := Group.objects.filter(name=ADMINISTRATOR).first():
        administrators.permissions.add(*Permission.objects.filter(content_type__app_label=app_config.label))


class IcescoAdminConfig(AdminConfig):
    default_site = "icesco.admin_site.IcescoAdminSite"
