"""Pages that caches may keep, and how nothing that is no longer public comes out of one (docs/decisions/0041)."""
