"""Ratings and figures as files: the same columns, codes and bytes in every language of the interface.

`columns` is the one list of what a file of ratings holds; its files, schemas and dictionary are made of it.
"""
