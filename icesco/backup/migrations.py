"""Which migrations a database or an archive has seen, and what the tables were like then."""

from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

from .errors import BackupFailed, RestoreRefused


def applied(connection):
    """The migrations that the database has seen: a set of (app, name), empty for a database without tables."""
    return set(MigrationRecorder(connection).applied_migrations())


class State:
    """The database as the migrations `seen` leave it, a set of (app, name).

    apps: a registry of the models of that time, None where `seen` has gaps (is_whole is False then); targets: what to
    migrate to; unknown: those of `seen` that this version lacks; is_newest: whether none is to come.
    """

    def __init__(self, connection, seen):
        loader = MigrationLoader(connection)
        self.seen = seen
        self.unknown = sorted(seen - loader.disk_migrations.keys())
        nodes = seen & loader.graph.nodes.keys()
        self.is_whole = all(parent.key in seen for key in nodes for parent in loader.graph.node_map[key].parents)
        self.targets = sorted(key for key in nodes if not has_successor(loader.graph, key, nodes))
        self.is_newest = nodes == loader.graph.nodes.keys()
        self.apps = loader.project_state(self.targets).apps if self.is_whole else None


def has_successor(graph, key, nodes):
    return any(child.key in nodes and child.key[0] == key[0] for child in graph.node_map[key].children)


def state_of_database(connection):
    """The State of this database. Raises BackupFailed when it isn't one of this version or an older one."""
    state = State(connection, applied(connection))
    if not state.seen:
        raise BackupFailed("The database has no tables yet: there is nothing to back up.")
    if state.unknown or not state.is_whole:
        raise BackupFailed("The database was migrated by another version of icesco: back it up with that one.")
    return state


def state_of_archive(connection, seen):
    """The State in which an archive's tables are. Raises RestoreRefused when this version doesn't know it."""
    state = State(connection, seen)
    if state.unknown:
        name = ".".join(state.unknown[0])
        raise RestoreRefused(
            f"The archive was made by a newer version of icesco, with the migration {name}: restore it with that one."
        )
    if not (state.seen and state.is_whole):
        raise RestoreRefused("The archive's list of migrations has gaps: no version of icesco makes such a database.")
    return state
