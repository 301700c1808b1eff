"""Search: what is kept (entries, names, words, stores), what is asked (question), what is shown (results, snippets)."""
