import pytest

# One worker for all tests of the crawl; the mark for the database has it made before the crawl begins.
CRAWL = [pytest.mark.xdist_group("crawl"), pytest.mark.django_db]
