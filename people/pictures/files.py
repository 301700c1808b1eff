"""Files that belong to rows: written and removed as the transaction goes, since no database rolls files back."""

import weakref

from django.db import transaction


def keep_if_committed(storage, name):
    """Remove the file `name`, just written, unless the open transaction commits. Does nothing outside of one."""

    def committed():
        removal.detach()

    # Django tells of a commit and not of a roll-back: then it only forgets what it was to call, which ends the
    # function's life, and with it the file's.
    removal = weakref.finalize(committed, remove_quietly, storage, name)
    transaction.on_commit(committed)


def remove_when_committed(storage, *names):
    """Remove the files `names` once the open transaction has committed; at once outside of one."""
    for name in filter(None, names):
        transaction.on_commit(lambda name=name: storage.delete(name), robust=True)


def write_file(storage, name, content):
    """Write `content` under `name`, or one like it, and return the name; it goes again if the transaction fails."""
    name = storage.save(name, content)
    keep_if_committed(storage, name)
    return name


def remove_quietly(storage, name):
    """Remove a file where nobody is left to hear of an error."""
    try:
        storage.delete(name)
    except OSError:
        return
