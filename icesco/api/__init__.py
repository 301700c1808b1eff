"""The read-only JSON API for whoever republishes our stories: what the pages show, by the same rule (docs/api.md)."""
