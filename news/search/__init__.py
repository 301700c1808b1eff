"""Search: what is kept of stories and names (entries, names), what is asked (question), what is found (hits, snippets)."""
