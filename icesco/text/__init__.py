"""Plain functions on Arabic, English and French text: no Django, no app."""
