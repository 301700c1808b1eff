import pytest

from tests.reference_data import reference_data_in


@pytest.fixture(scope="package")
def reference_data(django_db_setup, django_db_blocker):
    """States, sectors and places, loaded once for the package."""
    with reference_data_in(django_db_blocker):
        yield
