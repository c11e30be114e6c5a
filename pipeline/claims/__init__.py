"""Joins quantities with mentions: what each figure measures, which way it goes, for when and for whom."""
