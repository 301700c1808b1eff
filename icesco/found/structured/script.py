"""JSON as it may stand within a script element."""

import json

# What could end the element or begin a comment in it, and the line ends that JSON has and older scripts have not.
ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}


class ScriptJSON(str):
    """JSON that templates print as it is within a script element. Made by json_in_script() alone."""

    __slots__ = ()

    def __html__(self):
        return self


def json_in_script(value):
    """`value`, of what JSON knows, as ScriptJSON: it parses to the same, and no text in it can leave the element."""
    said = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return ScriptJSON(said.translate(ESCAPES))
