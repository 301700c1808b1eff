"""How staff sign in: name and password, a second factor, limits on guessing and on how long a session lives.

django-allauth checks and keeps factors; who must have one, how often somebody may guess and when a session ends is
said here (docs/decisions/0037-sign-in-is-allauths-limits-are-ours.md).
"""
