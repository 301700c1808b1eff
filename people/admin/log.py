"""What the admin's log says of a change: which fields, what they held before and after, and what was done."""

from django.contrib.admin.utils import construct_change_message
from django.db.models import Model, QuerySet
from django.forms import ModelChoiceField
from django.utils.text import Truncator
from django.utils.translation import override

from ..languages import listed

MOST_LETTERS = 500


def change_message(form, formsets, add):
    """Django's message for the log, with an item {"was": {label: [before, after]}} where fields changed.

    Django's own reader of the message passes over items that it doesn't know.
    """
    message = construct_change_message(form, formsets, add)
    if add:
        return message
    forms = [form, *(f for formset in formsets or () for f in formset.forms if f.instance.pk)]
    was = {}
    for changed in forms:
        was |= before_and_after(changed)
    return [*message, {"was": was}] if was else message


def before_and_after(form, names=None):
    """{label: [before, after]} of the fields that `form`, valid, changes (or `names` of them); cut to 500 letters."""
    found = {}
    for name in form.changed_data if names is None else names:
        field = form.fields[name]
        if name == "DELETE":
            continue
        before, after = form.get_initial_for_field(field, name), form.cleaned_data.get(name)
        if isinstance(field, ModelChoiceField) and not isinstance(before, (Model, list, tuple, QuerySet)):
            before = field.queryset.filter(pk=before).first() if before else None
        # Labels are kept untranslated, as Django keeps them: each reader sees them in their own language.
        with override(None):
            label = str(field.label or name)
        found[label] = [as_text(before), as_text(after)]
    return found


def as_text(value):
    if isinstance(value, (list, tuple, QuerySet)):
        value = listed(value)
    return Truncator("" if value is None else value).chars(MOST_LETTERS)


def said(sentence, **values):
    """An item of the log for something done: `sentence` is a msgid, translated for whoever reads the log.

    Of the values, `language` is a language's English name and `at` an ISO time; both are shown as the reader expects.
    """
    return {"said": sentence, "with": values}
