"""Values of columns as JSON, the same whatever the database, and back.

Times are ISO in UTC to the microsecond, decimals and durations text, bytes base64. A JSON column is one text with its
keys in order, so that SQL's NULL (null) and JSON's (the text "null") stay apart and both databases' ways of keeping
JSON come to one. Large numbers with an exponent inside JSON are the exception: PostgreSQL writes those out.
"""

import base64
import json
import math
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from uuid import UUID

MICROSECOND = timedelta(microseconds=1)
TEXT = {"CharField", "TextField", "SlugField", "FileField", "FilePathField", "GenericIPAddressField"}
NUMBERS = {
    "AutoField", "BigAutoField", "SmallAutoField", "IntegerField", "BigIntegerField", "SmallIntegerField",
    "PositiveIntegerField", "PositiveBigIntegerField", "PositiveSmallIntegerField",
}  # fmt: skip


def kind_of(field):
    """The internal type of the column of `field`: that of its target where it is a reference."""
    while field.remote_field:
        field = field.target_field
    return field.get_internal_type()


def encoder(kind):
    """The function that makes a value of `kind`, not None, one for JSON; None where it is one as it is.

    Raises KeyError on a kind that nobody has thought about.
    """
    return None if kind in TEXT or kind in NUMBERS or kind == "BooleanField" else ENCODERS[kind]


def decoder(kind):
    """The function that makes of JSON's value, not None, one of `kind`; it raises ValueError on any other."""
    if kind in TEXT:
        return text
    return number if kind in NUMBERS else DECODERS[kind]


def line_of(values, encoders):
    """The line of a table for one row, bytes without its end. encoders: one for each value, see encoder()."""
    return as_json(
        [
            value if value is None or encode is None else encode(value)
            for value, encode in zip(values, encoders, strict=True)
        ]
    ).encode()


def values_of(line, decoders):
    """The values of a row of which line_of() made the bytes `line`. Raises ValueError on anything else."""
    values = from_json(line)
    if not isinstance(values, list) or len(values) != len(decoders):
        raise ValueError("not a row of this table")
    return [value if value is None else decode(value) for value, decode in zip(values, decoders, strict=True)]


def as_json(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def from_json(data):
    """The value of JSON as text or bytes. Raises ValueError on anything else, and on what is nested too deeply."""
    try:
        return json.loads(data)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def encode_time(value):
    return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def encode_float(value):
    return value if math.isfinite(value) else str(value)


def encode_json(value):
    """value: the text that the database has."""
    return json.dumps(json.loads(value), ensure_ascii=False, separators=(",", ":"), sort_keys=True)


ENCODERS = {
    "DateTimeField": encode_time,
    "DateField": date.isoformat,
    "TimeField": lambda value: value.isoformat(timespec="microseconds"),
    "DurationField": lambda value: str(value // MICROSECOND),
    "DecimalField": lambda value: format(value, "f"),
    "FloatField": encode_float,
    "UUIDField": str,
    "BinaryField": lambda value: base64.b64encode(bytes(value)).decode("ascii"),
    "JSONField": encode_json,
}


def text(value):
    if not isinstance(value, str) or "\0" in value:
        raise ValueError("not a text")
    value.encode()  # raises on half a sign of two
    return value


def number(value):
    if type(value) is not int or not -(2**63) <= value < 2**63:
        raise ValueError("not a number")
    return value


def boolean(value):
    if type(value) is not bool:
        raise ValueError("neither true nor false")
    return value


def decode_time(value):
    found = datetime.fromisoformat(text(value))
    if found.tzinfo is None:
        raise ValueError("a time without a zone")
    return found


def decode_decimal(value):
    try:
        return Decimal(text(value))
    except InvalidOperation:
        raise ValueError("not a decimal") from None


def decode_float(value):
    return float(text(value)) if isinstance(value, str) else float(value)


def decode_json(value):
    from_json(text(value))
    return value


DECODERS = {
    "BooleanField": boolean,
    "DateTimeField": decode_time,
    "DateField": lambda value: date.fromisoformat(text(value)),
    "TimeField": lambda value: time.fromisoformat(text(value)),
    "DurationField": lambda value: int(text(value)) * MICROSECOND,
    "DecimalField": decode_decimal,
    "FloatField": decode_float,
    "UUIDField": lambda value: UUID(text(value)),
    "BinaryField": lambda value: base64.b64decode(text(value), validate=True),
    "JSONField": decode_json,
}
