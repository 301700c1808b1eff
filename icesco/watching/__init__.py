"""How the site is watched: an id for each request, lines of log, figures for Prometheus (docs/for-operators.md)."""
