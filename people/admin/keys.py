"""Keys of rows as forms and addresses send them: what can't be one never reaches the database.

Django's own fields hand on what was sent; a word, or a number beyond 64 bits, then fails in the database.
"""

import re

from django.contrib.admin.widgets import AutocompleteSelect, AutocompleteSelectMultiple
from django.forms import ModelChoiceField, ModelMultipleChoiceField, ValidationError
from django.urls import register_converter

KEY = "[0-9]{1,18}"


class KeyConverter:
    """In addresses: `<key:pk>`."""

    regex = KEY

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return str(value)


register_converter(KeyConverter, "key")


def known_keys(values):
    """Those of `values` that can be a key."""
    return [value for value in values or () if re.fullmatch(KEY, str(value))]


class KeySelect(AutocompleteSelect):
    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, known_keys(value), attr)


class KeySelectMultiple(AutocompleteSelectMultiple):
    def optgroups(self, name, value, attr=None):
        return super().optgroups(name, known_keys(value), attr)


class KeyField(ModelChoiceField):
    def to_python(self, value):
        if value not in self.empty_values and not isinstance(value, self.queryset.model) and not known_keys([value]):
            raise ValidationError(self.error_messages["invalid_choice"], "invalid_choice", {"value": value})
        return super().to_python(value)


class KeysField(ModelMultipleChoiceField):
    def clean(self, value):
        for key in value or ():
            if not known_keys([key]):
                raise ValidationError(self.error_messages["invalid_pk_value"], "invalid_pk_value", {"pk": key})
        return super().clean(value)


class KeysMixin:
    """For ModelAdmin and inlines: fields that lead to other rows refuse what can't be a key, and lose nothing typed."""

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = KeySelect(db_field, self.admin_site)
        return super().formfield_for_foreignkey(db_field, request, **{"form_class": KeyField, **kwargs})

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name in self.get_autocomplete_fields(request):
            kwargs["widget"] = KeySelectMultiple(db_field, self.admin_site)
        return super().formfield_for_manytomany(db_field, request, **{"form_class": KeysField, **kwargs})
