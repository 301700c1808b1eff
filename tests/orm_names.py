"""Finds ORM calls that name a translated field without its language, by reading the code.

Such a call means the active language's column, or the base column, which belongs to nobody. The model of a call
is worked out from `Model.objects`, related names, local variables and functions that return a queryset; where
it can't be, every translated name counts as an offence.
"""

import ast

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from modeltranslation.translator import translator

BY_KEYWORD = {"filter", "exclude", "get", "update", "create", "get_or_create", "update_or_create", "aget"}
BY_STRING = {
    "order_by",
    "values",
    "values_list",
    "only",
    "defer",
    "distinct",
    "earliest",
    "latest",
    "dates",
    "datetimes",
}
EXPRESSIONS = {"F", "OuterRef", "Lower", "Upper", "Coalesce", "Concat", "Length", "Trim", "Substr", "Collate", "Cast"}
EXPRESSIONS |= {"Count", "Max", "Min", "Greatest", "Least", "StringAgg", "ArrayAgg", "SearchVector"}
SHORTCUTS = {"get_object_or_404", "get_list_or_404"}
OWN_APPS = {"news", "people", "feedback", "icesco"}
MANAGERS = {"objects", "_default_manager", "_base_manager"}


def translated_names(model=None):
    """Names of the translated fields of `model`, or of all models together; an empty set for a model without."""
    models = translator.get_registered_models(abstract=False)
    return {
        name for each in models if model in {None, each} for name in translator.get_options_for_model(each).all_fields
    }


def is_offence(path, model):
    """Whether a lookup such as `article__title__contains` from `model` (None: unknown) has a bare translated name."""
    segments = path.lstrip("-").split("__")
    if model is None:
        return bool(translated_names() & set(segments))
    for segment in segments:
        if model is None:
            return False
        if segment in translated_names(model):
            return True
        try:
            model = getattr(model._meta.get_field(segment), "related_model", None)
        except FieldDoesNotExist:  # an annotation, `pk` or a lookup's own name: nothing translated can follow
            return False
    return False


class Models:
    """What names in code stand for: model classes, related managers, functions that return a queryset."""

    def __init__(self, trees):
        # Our own Tag is meant, not the one of taggit.
        self.by_name = {model.__name__: model for model in sorted(apps.get_models(), key=is_ours)}
        self.by_accessor = one_meaning(accessors())
        self.by_function = {}
        # Twice, since a function may return what another one returns.
        for _ in range(2):
            self.by_function = one_meaning(self.returned(trees))

    def returned(self, trees):
        """Pairs of a function's name and the model of a queryset it returns."""
        for tree in trees:
            for class_name, function in functions(tree):
                scope = Scope(self, class_name, function)
                for node in ast.walk(function):
                    if isinstance(node, ast.Return) and node.value and (model := scope.model_of(node.value)):
                        yield function.name, model


class Scope:
    """One function's view: its class and its local variables."""

    def __init__(self, models, class_name=None, function=None):
        self.models = models
        self.class_name = class_name
        self.variables = {}
        for node in ast.walk(function) if function else ():
            if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
                self.variables.setdefault(node.targets[0].id, node.value)

    def own_model(self):
        """The model whose class, or whose QuerySet class, the function belongs to."""
        name = (self.class_name or "").removesuffix("QuerySet").removesuffix("Manager")
        return self.models.by_name.get(name)

    def model_of(self, node, seen=()):
        """The model that an expression is a class, manager or queryset of; None when it can't be told."""
        if isinstance(node, ast.Name):
            return self.model_of_name(node.id, seen)
        if isinstance(node, ast.Attribute):
            if node.attr in MANAGERS:
                return self.model_of(node.value, seen)
            return self.models.by_accessor.get(node.attr) or self.models.by_name.get(node.attr)
        if isinstance(node, ast.Call):
            return self.model_of_call(node, seen)
        if isinstance(node, ast.IfExp):
            return self.model_of(node.body, seen) or self.model_of(node.orelse, seen)
        return None

    def model_of_name(self, name, seen):
        """As model_of, for a bare name."""
        if name in self.variables and name not in seen:
            return self.model_of(self.variables[name], (*seen, name))
        if name in {"self", "cls"}:
            return self.own_model()
        return self.models.by_name.get(name)

    def model_of_call(self, call, seen):
        """As model_of, for a call: `type(self)`, a function known to return a queryset, or a queryset's method."""
        if isinstance(call.func, ast.Attribute):
            return self.models.by_function.get(call.func.attr) or self.model_of(call.func.value, seen)
        if isinstance(call.func, ast.Name):
            if call.func.id == "type":
                return self.own_model()
            return self.models.by_function.get(call.func.id)
        return None

    def offences(self, node, model=None):
        """Pairs (line, name) of the bare translated names in and under `node`; `model` is the enclosing call's."""
        if isinstance(node, ast.Call):
            names, model = self.names_in(node, model)
            yield from ((node.lineno, name) for name in names if is_offence(name, model))
        for child in ast.iter_child_nodes(node):
            if not isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
                yield from self.offences(child, model)

    def names_in(self, call, model):
        """The lookups that a call names, and the model they start from."""
        method = called(call)
        if isinstance(call.func, ast.Attribute) and method in BY_KEYWORD | BY_STRING | {
            "annotate",
            "alias",
            "aggregate",
        }:
            found = self.model_of(call.func.value)
            return (keywords(call) if method in BY_KEYWORD else strings(call) if method in BY_STRING else []), found
        if method in SHORTCUTS and call.args:
            return keywords(call), self.model_of(call.args[0])
        if method == "Q":
            return keywords(call), model
        if method in EXPRESSIONS:
            return strings(call), model
        if isinstance(call.func, ast.Name) and method in self.models.by_name:
            return keywords(call), self.models.by_name[method]
        return [], model


def is_ours(model):
    """Whether the model lies in one of the project's apps."""
    return model._meta.app_label in OWN_APPS


def accessors():
    """Pairs of an attribute that gives a related manager and the model behind it."""
    for model in apps.get_models():
        for field in model._meta.get_fields():
            if (field.one_to_many or field.many_to_many) and field.related_model:
                name = field.get_accessor_name() if field.auto_created else field.name
                yield name, field.related_model


def one_meaning(pairs):
    """A dictionary of the pairs whose name stands for one thing only."""
    meanings = {}
    for name, meaning in pairs:
        meanings.setdefault(name, set()).add(meaning)
    return {name: found.pop() for name, found in meanings.items() if len(found) == 1}


def functions(tree):
    """Pairs (class name or None, function) of every function in a module, nested ones too."""
    for node in ast.walk(tree):
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
                yield (node.name if isinstance(node, ast.ClassDef) else None), child


def called(call):
    """The last part of the name that is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def keywords(call):
    """Names of the call's keywords, those spelt out in `**{"name": …}` too."""
    for keyword in call.keywords:
        if keyword.arg:
            yield keyword.arg
        elif isinstance(keyword.value, ast.Dict):
            yield from (key.value for key in keyword.value.keys if isinstance(key, ast.Constant))


def strings(call):
    """The call's positional arguments that are plain strings."""
    return [arg.value for arg in call.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]


def find_offences(trees):
    """For modules given as {name: syntax tree}: sentences `name:line names field`, in order."""
    models = Models(trees.values())
    for name, tree in trees.items():
        found = set(Scope(models).offences(tree))
        for node in ast.walk(tree):
            if isinstance(node, ast.ClassDef):
                scope = Scope(models, node.name)
                found |= {
                    hit
                    for child in ast.iter_child_nodes(node)
                    if not is_function(child)
                    for hit in scope.offences(child)
                }
        for class_name, function in functions(tree):
            found |= set(Scope(models, class_name, function).offences(function))
        yield from (f"{name}:{line} names {field}" for line, field in sorted(found))


def is_function(node):
    """Whether the node is a function, which has a scope of its own."""
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
