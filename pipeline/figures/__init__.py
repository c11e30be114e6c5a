"""Holds claims against known figures: what fits, what was rounded, what is wrong and how."""
