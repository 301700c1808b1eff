"""The confusion table: for each kind of sender, how many answers were counted, set apart, replaced."""

from collections import defaultdict

from feedback.models import Standing

COLUMNS = ("sent", "counted", "quarantined", "replaced", "wrong", "doubled")


def confusion(outcomes, weights):
    """{kind of sender: {column: number of answers}}, people by their place, all of one side under "people", "programs".

    wrong: a person's answer set apart, or replaced by somebody else's. doubled: a person's second answer on a page
    that did not take the place of the first. weights: {place: how much one played session stands for}.
    """
    table = defaultdict(lambda: dict.fromkeys(COLUMNS, 0.0))
    for outcome in outcomes:
        weight = weights.get(outcome.session.place, 1)
        for row in (outcome.session.place, "people" if outcome.is_human else "programs"):
            table[row]["sent"] += weight
            table[row][str(Standing(outcome.standing))] += weight
            table[row]["wrong"] += weight * outcome.is_wrong
    takers = {id(outcome.replaced_by) for outcome in outcomes if outcome.replaced_by}
    for outcome in outcomes:
        is_double = outcome.session.again and outcome.standing == Standing.COUNTED and id(outcome.session) not in takers
        for row in (outcome.session.place, "people") if is_double else ():
            table[row]["doubled"] += weights.get(outcome.session.place, 1)
    return dict(table)


def share(table, row, *columns):
    """What part of the answers of `row` is in `columns`: a fraction 0–1."""
    return sum(table[row][column] for column in columns) / table[row]["sent"]


def as_text(table):
    lines = ["".join([f"{'':14}", *(f"{column:>13}" for column in COLUMNS)])]
    for row in sorted(table, key=lambda row: (row not in ("people", "home", "nat", "office"), row)):
        lines.append("".join([f"{row:14}", *(f"{table[row][column]:13.0f}" for column in COLUMNS)]))
    return "\n".join(lines)
