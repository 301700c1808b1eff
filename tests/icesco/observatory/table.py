"""The scores as a table to read: one line for each kind, side and status, over all languages."""

from collections import defaultdict

kept = []


def keep(answers):
    """Remember the answers of this run for who prints them."""
    kept[:] = answers


def lines():
    """The table as lines of text."""
    rows = defaultdict(list)
    for answer in kept:
        rows[answer.side, answer.status, answer.kind].append(answer)
    yield f"{'side':<7}{'status':<8}{'languages':<11}{'score':>6}{'not preloaded':>15}  lost  what was asked for"
    for (side, status, kind), answers in sorted(rows.items()):
        languages = " ".join(sorted({answer.language for answer in answers if answer.language})) or "-"
        least = min(answers, key=lambda answer: answer.score)
        listed = next(item.points for item in least.items if item.name == "strict-transport-security")
        lost = -sum(item.points for item in least.items if item.points < 0)
        yield f"{side:<7}{status:<8}{languages:<11}{least.score:>6}{least.score - listed:>15}{lost:>6}  {kind}"
    yield from summary()


def summary():
    for side in ("public", "admin"):
        scores = sorted(answer.score for answer in kept if answer.side == side)
        pages = sorted(answer.score for answer in kept if answer.side == side and answer.has_script)
        yield (
            f"{side}: {len(scores)} answers, {scores[0]} to {scores[-1]}; {len(pages)} pages with scripts, "
            f"{pages[0]} to {pages[-1]}; negative items: {negative(side)}"
        )


def negative(side):
    return sum(item.points < 0 for answer in kept if answer.side == side for item in answer.items)
