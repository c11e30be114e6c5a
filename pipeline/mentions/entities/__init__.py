"""Entities: the named organisations, people, places and other names of a document, each under one full name.

`finding` is the way in.
"""
