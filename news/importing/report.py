"""What an import tells the person who ran it, as aligned plain text in English."""

from collections import Counter

from .memory import Known

SAID = {Known.NEW: "made", Known.UNCHANGED: "unchanged", Known.CHANGED: "changed, left alone"}
NUMBER_WIDTH, LABEL_WIDTH = 5, 10
LONGEST_LINE_LEFT_OUT = 70


def report(result, dry_run=False):
    """Lines of the report on an ImportResult: each story, the counts, what to review, and warnings."""
    lines = []
    for number, story in enumerate(result.stories, start=1):
        lines += _story(number, story, dry_run)
    return [*lines, "", *_counts(result, dry_run), *_to_review(result), *_warnings(result)]


def _story(number, result, dry_run):
    said = SAID[result.known] if not (dry_run and result.known is Known.NEW) else "would be made"
    lines = [f"{number:>{NUMBER_WIDTH - 2}}. {result.story.title}", _detail("", said + _number_of(result, dry_run))]
    if result.known is not Known.NEW:
        return lines
    article = result.article
    when = _days(article.event_date, article.event_ends_on) if article.event_date else "no day found"
    lines.append(_detail("when", when))
    lines.append(_detail("where", str(article.dateline) if article.dateline else "no place found"))
    people = [_person(mention, identified) for mention, identified in result.people if identified.person]
    for label, names in (
        ("people", people),
        ("states", map(str, result.states)),
        ("sectors", map(str, result.sectors)),
    ):
        if names := list(names):
            lines.append(_detail(label, ", ".join(names)))
    for proposal in result.proposals:
        lines.append(_detail("review", f"{proposal.target}? The text says “{proposal.words}”."))
    return lines


def _number_of(result, dry_run):
    if result.article is None:
        return " (the article has been removed since)"
    return "" if dry_run and result.known is Known.NEW else f" (article {result.article.pk})"


def _person(mention, identified):
    return f"{mention.name} (new)" if identified.is_new else mention.name


def _detail(label, words):
    return f"{'':{NUMBER_WIDTH}}{label:<{LABEL_WIDTH if label else 0}}{words}"


def _days(first, last):
    said = f"{first.day} {first:%B %Y}"
    return f"{said} to {last.day} {last:%B %Y}" if last else said


def _counts(result, dry_run):
    counts = Counter(story.known for story in result.stories)
    made = [story for story in result.stories if story.known is Known.NEW]
    people = {
        identified.person.pk: identified.is_new
        for story in made
        for _m, identified in story.people
        if identified.person
    }
    new_people = {i.person.pk for story in made for _m, i in story.people if i.is_new}
    rows = [
        ("to make" if dry_run else "made", counts[Known.NEW]),
        ("unchanged", counts[Known.UNCHANGED]),
        ("changed, left alone", counts[Known.CHANGED]),
        ("people linked", len(people)),
        ("of them new, to review", len(new_people)),
        ("member states linked", len({state.pk for story in made for state in story.states})),
        ("sectors linked", len({sector.pk for story in made for sector in story.sectors})),
        ("links to review", sum(len(story.proposals) for story in made)),
    ]
    width = max(len(label) for label, _count in rows)
    heading = "Dry run: nothing was written." if dry_run else "Done."
    return [heading, *(f"  {label:<{width}}  {count:>4}" for label, count in rows)]


def _to_review(result):
    """Each new person once, with what the story says of them."""
    new = {}
    for story in result.stories:
        for mention, identified in story.people:
            if identified.is_new:
                new[identified.person.pk] = mention
    if not new:
        return []
    lines = [", ".join(filter(None, [f"{m.honorific} {m.name}".strip(), m.role])) for m in new.values()]
    return ["", "New people, not public until somebody has reviewed them:", *(f"  {line}" for line in lines)]


def _warnings(result):
    found = []
    for number, story in enumerate(result.stories, start=1):
        if story.known is Known.CHANGED:
            found.append(f"story {number}: its words differ from those imported before; the article was left as it is.")
        if story.known is not Known.NEW:
            continue
        for words, day in story.facts.wrong_weekdays:
            found.append(f"story {number}: it says “{words}”, but {_days(day, None)} was a {day:%A}.")
        if story.facts.starts_on is None:
            found.append(f"story {number}: no day was found on which what it tells happened.")
    for line in result.left_out:
        short = line if len(line) <= LONGEST_LINE_LEFT_OUT else line[: LONGEST_LINE_LEFT_OUT - 1] + "…"
        found.append(f"left out, as part of no story: “{short}”")
    return ["", "Warnings:", *(f"  {warning}" for warning in found)] if found else []
