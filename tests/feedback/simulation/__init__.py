"""One day's traffic made up: ten thousand answers of people, and some three thousand of programs from 500 addresses.

Written before the rules of feedback/abuse.py that it tries, and not to be fitted to them: change it for plain
mistakes only. The same code always makes the same traffic.
"""
