"""States, sectors and places for tests that only read them: to load them takes as long as a hundred small tests."""

from contextlib import contextmanager

from people.reference import load_reference


@contextmanager
def reference_data_in(django_db_blocker):
    """Loaded for the length of the block, outside of any test's transaction, and taken away after it.

    A fixture that keeps it open must end with its own package or module: others expect an empty database.
    """
    from people.models import MemberState, Place, Sector

    with django_db_blocker.unblock():
        load_reference()
    yield
    with django_db_blocker.unblock():
        for model in (Place, Sector, MemberState):
            model.objects.all().delete()
