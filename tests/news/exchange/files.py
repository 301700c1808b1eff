"""Files as translators send them back, made without their tools."""

from news.exchange.formats import format_named
from news.exchange.landing import land
from news.exchange.outgoing import pack, write_file
from news.exchange.reading import read_file

BODY = (
    '<p dir="ltr">See <a href="/en/x">the <strong>page</strong></a> now.</p><h2>Next steps</h2>'
    '<figure><img src="picture:1" alt="A hall"><figcaption>The hall today</figcaption></figure>'
)


def sent(article, format_name="xliff1", source="en", target="fr"):
    """The file for one story, as text."""
    data, _name, _type = write_file(pack([article], source, target), format_name)
    return data.decode()


def translated(article, change=str.upper, format_name="xliff1", source="en", target="fr", leave=()):
    """The file for one story with every passage translated by `change`, but those named in `leave`."""
    parcel = pack([article], source, target)
    for work in parcel.works:
        work.units = [unit if unit.key in leave else filled(unit, change) for unit in work.units]
    return format_named(format_name).write(parcel.works, source, target, {})


def filled(unit, change):
    text = tuple(change(part) if isinstance(part, str) else part for part in unit.source)
    return type(unit)(unit.key, unit.kind, unit.source, text, unit.tags, unit.target_tags, unit.most)


def bring_in(data, user, origin="agency", note="", answered=()):
    """What becomes of a file: a list of Landed. answered: names of the questions answered with yes."""
    data = data.encode() if isinstance(data, str) else data
    return land(read_file(data), user, origin, note, lambda plan, name: name in answered)
