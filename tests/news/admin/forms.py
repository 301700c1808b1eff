"""What a browser would post from the article form: the shown values, with the changes a test makes."""

from django.forms import FileField
from django.urls import reverse

from people.languages import LANGUAGES

WORDS = ("title", "summary", "body", "lead_alt", "lead_caption")
FACTS = ("source_language", "dateline", "event_date", "event_ends_on", "lead_picture")
LINKS = ("sectors", "member_states", "tags")


def shown_values(client, address):
    """The fields of the form at `address` as a browser would send them back unchanged."""
    context = client.get(address).context
    form = context["adminform"].form
    data = {}
    for bound in [*form, *(field for panel in context["panels"] for field in panel)]:
        value = bound.field.prepare_value(bound.value()) if bound.name in LINKS else bound.value()
        data[bound.html_name] = shown_value(bound, value)
    for inline in context["inline_admin_formsets"]:
        for field in inline.formset.management_form:
            data[field.html_name] = field.value()
        for line in inline.formset.initial_forms:
            sent = [field for field in line if not isinstance(field.field, FileField)]
            data |= {field.html_name: "" if field.value() is None else field.value() for field in sent}
    return {name: value for name, value in data.items() if value is not None and value is not False}


def shown_value(bound, value):
    shown = bound.field.widget.format_value(value) if not hasattr(bound.field, "choices") else value
    if isinstance(shown, list):
        return [item for item in shown if item is not None] or None
    return shown


def change_address(article):
    return reverse("admin:news_article_change", args=[article.pk])


def save(client, article, data=None, button="_continue", **changes):
    """Open the form of `article`, change fields, press `button`; the answer. `data`: a form opened before."""
    address = change_address(article)
    posted = {**(shown_values(client, address) if data is None else data), **changes, button: "1"}
    return client.post(address, posted)


def add(client, button="_continue", **changes):
    """Fill in the form of a new article."""
    address = reverse("admin:news_article_add")
    return client.post(address, {**shown_values(client, address), **changes, button: "1"})


__all__ = ["LANGUAGES", "add", "change_address", "save", "shown_values"]
