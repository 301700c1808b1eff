"""Uploaded pictures: which are let in, where files are kept, and the copies that readers get."""
