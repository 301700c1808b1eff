"""Short forms for the pieces of JSON Schema and OpenAPI that come again and again."""

from people.languages import LANGUAGES

TEXT = {"type": "string"}
ADDRESS = {"type": "string", "format": "uri"}
DAY = {"type": "string", "format": "date"}
MOMENT = {"type": "string", "format": "date-time", "pattern": "Z$"}
LANGUAGE = {"type": "string", "enum": list(LANGUAGES)}
SLUG = {"type": "string", "pattern": "^[a-z0-9_-]+$"}


def described(schema, description, **more):
    return {**schema, "description": description, **more}


def nullable(schema):
    """The schema or null."""
    if "type" in schema and "enum" not in schema:
        return {**schema, "type": [schema["type"], "null"]}
    return {"oneOf": [schema, {"type": "null"}]}


def thing(description, **properties):
    """An object with exactly these properties, all of them always there."""
    return {
        "type": "object",
        "description": description,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def extended(base, description, **properties):
    """`base`, made by thing(), with more properties."""
    return thing(description, **base["properties"], **properties)


def array(items, description=""):
    return {"type": "array", "items": items, **({"description": description} if description else {})}


def by_language(value, description):
    """{language: value}, with the languages that there are."""
    return {
        "type": "object",
        "description": description,
        "properties": dict.fromkeys(LANGUAGES, value),
        "additionalProperties": False,
    }


def ref(name):
    return {"$ref": f"#/components/schemas/{name}"}


def parameter(name, schema, description, where="query", required=False):
    return {
        "name": name,
        "in": where,
        "required": required or where == "path",
        "description": description,
        "schema": schema,
    }
