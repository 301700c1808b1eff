from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = _("People, member states and sectors")

    def ready(self):
        from . import signals

        signals.connect()
