"""The steps of a text before it is public: draft, in review, approved. Beside them stands its visibility."""

from django.conf import settings
from django.db import transaction
from django.db.models import Max

from ..errors import OpenChecks, OwnText, WrongStage
from .transition import Transition


class Steps:
    """For Edition: how the newest revision goes through review. Each step is logged, in its own transaction."""

    def submit(self, by=None, revision=None):
        """Send the newest revision to review.

        Raises WrongStage unless it is a draft, and `revision` where given, and OpenChecks while a check of the
        translation found what nobody mended or waived.
        """
        with transaction.atomic():
            self.locked().refuse_open_checks()
            return self._step(self.Stage.IN_REVIEW, Transition.Act.SUBMITTED, {self.Stage.DRAFT}, by, revision)

    def refuse_open_checks(self):
        from ..translating.checking import checks_of

        if found := checks_of(self.newest_revision).open:
            raise OpenChecks([checked.finding for checked in found])

    def request_changes(self, by=None, revision=None, reason=""):
        """Give the newest revision back to its writers with a reason. Raises WrongStage as submit() while a draft."""
        stages = {self.Stage.IN_REVIEW, self.Stage.APPROVED}
        return self._step(self.Stage.DRAFT, Transition.Act.CHANGES_REQUESTED, stages, by, revision, reason)

    def approve(self, by=None, revision=None):
        """Approve the newest revision, which need not have been sent to review.

        revision: the one that was read. Raises WrongStage when that isn't the newest or is approved already, OwnText
        where nobody may approve their own.
        """
        with transaction.atomic():
            self.locked().refuse_own_text(by)
            stages = {self.Stage.DRAFT, self.Stage.IN_REVIEW}
            step = self._step(self.Stage.APPROVED, Transition.Act.APPROVED, stages, by, revision)
            self.remember(self.newest_revision)
            return step

    def _step(self, stage, act, stages, by, revision, reason=""):
        with transaction.atomic():
            edition = self.locked()
            if edition.stage not in stages or (revision and revision.pk != edition.newest_revision_id):
                raise WrongStage
            before, edition.stage = edition.stage, stage
            edition.save(update_fields=["stage"])
            step = Transition.log(edition, act, (before, stage), by, reason=reason)
            edition.article.rework()
        self.refresh_from_db()
        return step

    def refuse_own_text(self, by):
        """Raise OwnText when `by` wrote in the newest text since it was last approved, and four eyes are asked for."""
        if settings.FOUR_EYES and by is not None and by.pk in self.unapproved_authors():
            raise OwnText

    def unapproved_authors(self):
        """Keys of the people who wrote what nobody else has approved yet: the authors since the last approval."""
        approvals = Transition.objects.filter(
            article=self.article_id, language=self.language, act=Transition.Act.APPROVED
        )
        approved = approvals.aggregate(number=Max("revision_number"))["number"] or 0
        live = self.live_revision.number if self.live_revision_id else 0
        revisions = self.article.revisions.filter(language=self.language, number__gt=max(approved, live))
        return set(revisions.order_by().values_list("author", flat=True).distinct()) - {None}

    def was_approved(self, revision):
        """Whether somebody approved `revision`, which newer drafts may follow by now."""
        approvals = Transition.objects.filter(article=self.article_id, language=self.language)
        return approvals.filter(act=Transition.Act.APPROVED, revision_number=revision.number).exists()

    @property
    def asks_approval(self):
        """Whether publishing the newest revision would approve it too."""
        return self.stage != self.Stage.APPROVED
