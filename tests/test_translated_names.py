"""No query names a translated field without its language: it would read another language's words, silently."""

import ast
from pathlib import Path

import pytest
from django.apps import apps
from django.contrib import admin

from tests.orm_names import find_offences, is_offence

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("news", "people", "feedback", "icesco")


def code():
    """The project's modules as {name: syntax tree}, without migrations, whose models are not translated."""
    paths = sorted(
        path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py") if "migrations" not in path.parts
    )
    return {str(path.relative_to(ROOT)): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


def offences_in(source):
    """What is found in a piece of code."""
    return list(find_offences({"piece.py": ast.parse(source)}))


def test_no_query_names_a_translated_field_without_its_language():
    assert list(find_offences(code())) == []


def test_no_model_is_ordered_by_a_translated_field_without_its_language():
    offences = [
        f"{model.__name__}: {name}"
        for model in apps.get_models()
        for name in model._meta.ordering
        if isinstance(name, str) and is_offence(name, model)
    ]

    assert offences == []


def test_no_admin_searches_or_orders_by_a_translated_field_without_its_language():
    offences = [
        f"{type(options).__name__}: {name}"
        for model, options in admin.site._registry.items()
        for name in (*options.search_fields, *(options.ordering or ()))
        if isinstance(name, str) and is_offence(name.lstrip("^=@"), model)
    ]

    assert offences == []


@pytest.mark.parametrize(
    "source",
    [
        "Article.objects.filter(title__contains='x')",
        "Article.objects.exclude(pk=1).order_by('-title')",
        "articles = Article.objects.all()\ndef f():\n    found = Article.objects.all()\n    found.values('summary')",
        "Edition.objects.only('id', 'article__title')",
        "Edition.objects.filter(Q(article__title=''))",
        "Article.objects.annotate(low=Lower('title'))",
        "Article.objects.filter(**{'title': 'x'})",
        "get_object_or_404(Sector, name='x')",
        "anything.filter(sort_key='x')",
        "class PersonQuerySet:\n    def named(self):\n        return self.exclude(name='')",
        "class Page:\n    ordering = F('title')",
        "article.sectors.order_by('name')",
        "MemberState(name='x')",
    ],
)
def test_a_bare_translated_name_is_noticed(source):
    assert offences_in(source) != []


@pytest.mark.parametrize(
    "source",
    [
        "Article.objects.filter(title_ar__contains='x')",
        "Revision.objects.filter(title='x')",
        "article.revisions.only('title', 'summary')",
        "def f(article):\n    texts = Revision.objects.all()\n    return texts.values_list('title')",
        "Tag.objects.get(name='x')",
        "Group.objects.filter(name='x')",
        "request.GET.get('title')",
        "Article.objects.annotate(title_length=Length('title_fr'))",
        "class RevisionQuerySet:\n    def titled(self):\n        return self.exclude(title='')",
        "def newest():\n    return Revision.objects.all()\ndef f():\n    return newest().only('title')",
    ],
)
def test_a_field_with_its_language_or_without_translations_passes(source):
    assert offences_in(source) == []
