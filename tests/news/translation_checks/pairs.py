"""Short ways to write a Pair and to read what is found in it."""

from news.translation_checks import Pair, Row, findings


def pair(source_language, source, language, target, **more):
    """A Pair of two texts, a passage a line; the shorter one has empty passages at its end."""
    sources, targets = source.split("\n"), target.split("\n")
    length = max(len(sources), len(targets))
    sources += [""] * (length - len(sources))
    targets += [""] * (length - len(targets))
    rows = (Row(f"body.{number}", *texts) for number, texts in enumerate(zip(sources, targets, strict=True)))
    return Pair(source_language, language, tuple(rows), **more)


def details(kind, *arguments, **more):
    """The details of the findings of `kind` in the Pair that `pair` makes of the arguments."""
    return [finding.detail for finding in findings(pair(*arguments, **more)) if finding.kind == kind]
