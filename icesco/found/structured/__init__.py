"""Structured data (schema.org, as JSON-LD): what a page shows, said so that machines can read it, and no more."""

from .nodes import page_nodes
from .script import json_in_script


def structured_data(context, meta):
    """The page's JSON-LD, ready to stand in a script element. context: the page's; meta: what page_meta() found."""
    return json_in_script({"@context": "https://schema.org", "@graph": page_nodes(context, meta)})
