"""The roles of staff: groups that migrations make and give their rights; here are their names for people."""

from django.utils.translation import gettext_lazy as _

ADMINISTRATOR = "administrator"
# Name of the group: (what it is called, what it may do).
ROLES = {
    "writer": (
        _("Writer"),
        _("Begins stories, writes in every language, chooses facts, people, tags and pictures. Publishes nothing."),
    ),
    "translator_ar": (_("Translator into Arabic"), _("Writes the Arabic texts of stories.")),
    "translator_en": (_("Translator into English"), _("Writes the English texts of stories.")),
    "translator_fr": (_("Translator into French"), _("Writes the French texts of stories.")),
    "reviewer_ar": (_("Reviewer of Arabic"), _("Writes Arabic texts, approves them or requests changes.")),
    "reviewer_en": (_("Reviewer of English"), _("Writes English texts, approves them or requests changes.")),
    "reviewer_fr": (_("Reviewer of French"), _("Writes French texts, approves them or requests changes.")),
    "publisher_ar": (
        _("Publisher in Arabic"),
        _("All that a reviewer of Arabic may, and publishes, schedules, corrects and withdraws Arabic texts."),
    ),
    "publisher_en": (
        _("Publisher in English"),
        _("All that a reviewer of English may, and publishes, schedules, corrects and withdraws English texts."),
    ),
    "publisher_fr": (
        _("Publisher in French"),
        _("All that a reviewer of French may, and publishes, schedules, corrects and withdraws French texts."),
    ),
    "analyst": (_("Analyst"), _("Reads what visitors say of the site and takes the ratings away as files.")),
    ADMINISTRATOR: (_("Administrator"), _("Everything, and alone decides who may sign in and as what.")),
}


def role_name(group):
    """What a Group is called in the interface's language; a group that is none of ours by its own name."""
    return ROLES[group.name][0] if group.name in ROLES else group.name


def in_order(groups):
    """`groups` in the order of ROLES, others after them by name."""
    order = {name: number for number, name in enumerate(ROLES)}
    return sorted(groups, key=lambda group: (order.get(group.name, len(order)), group.name))
