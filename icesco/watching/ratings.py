"""What is told of a rating that was stored: how it stands and why, never what it says."""

import logging

from feedback.models import Standing

logger = logging.getLogger(__name__)


def count_rating(sender, standing, reason, is_instead, **kwargs):
    """Count a rating that was stored; one that was set apart is a line of log too."""
    # Here, because it opens files for this process: commands that count nothing need none.
    from .figures import ratings, replaced

    ratings.labels(str(standing)).inc()
    if is_instead:
        replaced.inc()
    if standing == Standing.QUARANTINED:
        logger.info("A rating was set apart: %s", reason, extra={"told": {"reason": reason}})
