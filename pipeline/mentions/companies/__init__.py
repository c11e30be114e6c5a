"""Companies: where a text speaks of one, by name or by noun, and whose a figure is.

`finding` is the way in; names come before the nouns that stand for them.
"""
