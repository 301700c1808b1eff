import pytest

from people.reference import load_reference


@pytest.fixture(scope="package")
def reference_data(django_db_setup, django_db_blocker):
    """States, sectors and places, loaded once for the package and taken away after it."""
    from people.models import MemberState, Place, Sector

    with django_db_blocker.unblock():
        load_reference()
    yield
    with django_db_blocker.unblock():
        for model in (Place, Sector, MemberState):
            model.objects.all().delete()
