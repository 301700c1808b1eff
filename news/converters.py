"""Parts of addresses: ASCII digits only, of a fixed number, and random names."""


class Year:
    regex = "[0-9]{4}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return f"{int(value):04}"


class TwoDigits:
    regex = "[0-9]{2}"

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return f"{int(value):02}"


class Token:
    regex = "[0-9a-f]{32}"

    def to_python(self, value):
        return value

    def to_url(self, value):
        return value


class PreviewToken(Token):
    """Longer than an attachment's name: it alone opens what nobody else may see."""

    regex = "[0-9a-f]{64}"
