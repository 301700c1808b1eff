"""The translation desk: a source beside its translation, passage by passage, with what helps to translate it."""
