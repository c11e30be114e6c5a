"""Reads the numbers of a text as quantities: value, unit, written precision and hedge.

component.py calls the steps in order: plain characters (spelling.py), single quantities (matching.py, which
asks written.py, words.py, tables.py, units.py, hedges.py and exclusions.py), ranges (ranges.py), currencies
that share their name (currencies.py), lent units (lending.py).
"""
