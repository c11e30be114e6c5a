"""Reads the numbers of a text as quantities: value, unit, written precision and hedge."""
