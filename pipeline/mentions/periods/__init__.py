"""Periods: where a text names a time and which days it covers; `finding` is the way in."""
