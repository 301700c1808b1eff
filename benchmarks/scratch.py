"""Scratch databases on a PostgreSQL server that may be filled."""

import psycopg


def connected(server):
    """A connection to a server, postgres://user@host:port, that makes and drops databases."""
    return psycopg.connect(f"{server}/postgres", autocommit=True)


def scratch_database(server, name):
    """The address of the database `name` on a server, made unless it is there."""
    with connected(server) as connection:
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone():
            connection.execute(f'CREATE DATABASE "{name}"')
    return f"{server}/{name}"
