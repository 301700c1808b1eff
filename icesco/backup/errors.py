class BackupFailed(Exception):
    """No backup was made; the message is one sentence for the operator."""


class RestoreRefused(Exception):
    """The archive isn't restored, and nothing was changed; the message is one sentence for the operator."""


class DamagedArchive(RestoreRefused):
    """The archive doesn't hold what it says, or isn't one of ours."""

    def __init__(self, what):
        super().__init__(f"The archive is damaged or no backup of icesco: {what}.")


class Unfinished(Exception):
    """The archive is restored, and what had to be done after it failed; the message says what to run by hand."""
