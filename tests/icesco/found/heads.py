"""What the head of a page says to machines, read out of its HTML."""

import json
from html.parser import HTMLParser


class Head(HTMLParser):
    """properties: {name: [contents]} of meta elements; links: dicts of attributes; nodes: the JSON-LD's graph."""

    def __init__(self, page):
        super().__init__()
        self.properties, self.links, self.nodes, self.title = {}, [], [], ""
        self.inside = None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        said = dict(attributes)
        if tag == "meta" and (name := said.get("property") or said.get("name")):
            self.properties.setdefault(name, []).append(said["content"])
        if tag == "link":
            self.links.append(said)
        self.inside = "json" if said.get("type") == "application/ld+json" else tag

    def handle_endtag(self, tag):
        self.inside = None

    def handle_data(self, text):
        if self.inside == "json":
            self.nodes += json.loads(text)["@graph"]
        if self.inside == "title":
            self.title += text

    def one(self, name):
        """The content of the property that must stand there once."""
        (content,) = self.properties[name]
        return content

    def hreflangs(self):
        """{language: address} of the same page in other languages."""
        return {link["hreflang"]: link["href"] for link in self.links if "hreflang" in link}

    def canonical(self):
        (link,) = [link for link in self.links if link["rel"] == "canonical"]
        return link["href"]

    def of_type(self, media_type):
        return [link["href"] for link in self.links if link.get("type") == media_type]

    def node(self, kind):
        """The JSON-LD node of this type that must be there once."""
        (node,) = [node for node in self.nodes if node["@type"] == kind]
        return node


def head_of(client, address):
    response = client.get(address)
    assert response.status_code == 200, address
    return Head(response.content.decode())
