"""One file that holds the newsroom: its rows, independent of the database, and its uploaded files.

making.py writes and checks an archive, restoring.py puts one into an empty database; format.py says what is in it.
See docs/decisions/0035-a-backup-is-one-file-of-plain-lines.md.
"""
