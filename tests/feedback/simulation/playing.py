"""Sessions sent through feedback.recording.record in order of time, and what became of each."""

from contextlib import contextmanager
from dataclasses import dataclass

from django.db.models.signals import post_save

from feedback.models import Rating, Standing, Verdict
from feedback.recording import record

from .sessions import HUMAN, Session


@dataclass(frozen=True)
class Outcome:
    """What became of a Session by the end of the day. replaced_by: the Session that took its place, or None."""

    session: Session
    standing: str
    reason: str
    replaced_by: Session | None

    @property
    def is_human(self):
        return self.session.kind == HUMAN

    @property
    def is_wrong(self):
        """Whether a person's answer was set apart, or lost its place to an answer of somebody else."""
        stranger = self.replaced_by and self.replaced_by.person != self.session.person
        return self.is_human and (self.standing == Standing.QUARANTINED or bool(stranger))


def play(sessions):
    """Record all sessions, by the clock; returns their Outcomes in the same order."""
    stored, replaced = [], {}
    for session in sorted(sessions, key=lambda session: session.at):
        with verdicts() as given:
            rating = record(session.answer, session.client, session.at)
        stored.append((session, rating.pk))
        replaced |= {verdict.rating_id: session for verdict in given if verdict.standing == Standing.REPLACED}
    standings = dict(Rating.objects.with_standing().values_list("pk", "standing"))
    reasons = dict(Verdict.objects.order_by("pk").values_list("rating_id", "reason"))
    return [Outcome(session, standings[pk], reasons.get(pk, ""), replaced.get(pk)) for session, pk in stored]


@contextmanager
def verdicts():
    """The list of the Verdicts that are given meanwhile."""
    given = []

    def note(instance, **_signal):
        given.append(instance)

    post_save.connect(note, sender=Verdict)
    yield given
    post_save.disconnect(note, sender=Verdict)
