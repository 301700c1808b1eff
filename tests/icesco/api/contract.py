"""Asks the API and holds what it answers against its own description."""

import json

from jsonschema import Draft202012Validator, FormatChecker

from icesco.api.openapi import document

ROOT = "/api/v1/"


def complaints(data, schema):
    """What in `data` breaks the schema of that name: a list of sentences."""
    whole = {"$ref": f"#/components/schemas/{schema}", "components": document()["components"]}
    found = Draft202012Validator(whole, format_checker=FormatChecker()).iter_errors(data)
    return [f"{'/'.join(map(str, error.absolute_path))}: {error.message}" for error in found]


def get(client, path, schema="", **params):
    """The data at `path` below the API's root, checked against `schema` where one is given."""
    answer = client.get(ROOT + path, params)
    assert answer.status_code == 200, answer.content
    data = json.loads(answer.content)
    if schema:
        assert complaints(data, schema) == []
    return data


def problem(answer, status):
    """The problem that `answer` tells of, checked."""
    assert answer.status_code == status, answer.content
    assert answer.headers["Content-Type"] == "application/problem+json"
    data = json.loads(answer.content)
    assert complaints(data, "Problem") == []
    assert data["status"] == status
    return data


def path_of(url):
    """The path and query of an absolute address of the API, below its root."""
    return url.split(ROOT, 1)[1]
