"""Holds predicted claims against gold: what is found, what is right, what is missed, and what changed."""
