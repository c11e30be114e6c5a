"""Status: whether a figure is reported, an outlook, a replaced outlook or what analysts expected.

`deciding` is the way in; each other module holds the rules of one kind, `case` what they look at.
"""
