"""The rule of what is public, for statements that the ORM can't write."""

from django.db.models.expressions import RawSQL

from ...models import Edition


def is_live(column):
    """SQL that is true where `column`, such as "hits.edition_id", is the key of an edition that is live now.

    Returns (SQL, its parameters). Edition.objects.live() alone decides; column: never a request's.
    """
    editions = Edition.objects.live().filter(pk=RawSQL(column, ())).values("pk")
    sql, params = editions.query.sql_with_params()
    return f"EXISTS ({sql})", list(params)
