"""What a text says of where it comes from, in whole sentences: languages differ in how they name a language."""

from django.utils.translation import gettext_lazy as _

from .models import Revision

Origin = Revision.Origin

BY_ITSELF = {
    Origin.ORIGINAL: _("Original text"),
    Origin.STAFF: _("Translated by staff"),
    Origin.AGENCY: _("Translated by an agency"),
    Origin.MACHINE_REVISED: _("Machine draft revised by a person"),
    Origin.IMPORTED: _("Imported from the former site"),
}
FROM = {
    (Origin.STAFF, "ar"): _("Translated from Arabic by staff"),
    (Origin.STAFF, "en"): _("Translated from English by staff"),
    (Origin.STAFF, "fr"): _("Translated from French by staff"),
    (Origin.AGENCY, "ar"): _("Translated from Arabic by an agency"),
    (Origin.AGENCY, "en"): _("Translated from English by an agency"),
    (Origin.AGENCY, "fr"): _("Translated from French by an agency"),
    (Origin.MACHINE_REVISED, "ar"): _("Translated from Arabic: a machine draft revised by a person"),
    (Origin.MACHINE_REVISED, "en"): _("Translated from English: a machine draft revised by a person"),
    (Origin.MACHINE_REVISED, "fr"): _("Translated from French: a machine draft revised by a person"),
    (Origin.IMPORTED, "ar"): _("Translated from Arabic; imported from the former site"),
    (Origin.IMPORTED, "en"): _("Translated from English; imported from the former site"),
    (Origin.IMPORTED, "fr"): _("Translated from French; imported from the former site"),
}


def provenance(revision):
    """Where the text in `revision` comes from, and from which language if it is a translation, in one sentence."""
    origin = Origin(revision.origin)
    if revision.follows is None:
        return BY_ITSELF[origin]
    return FROM.get((origin, revision.follows.language)) or BY_ITSELF[origin]
