"""What a text tells, short enough to stand beside the sentence in a test."""

from dataclasses import replace

from pipeline.language.plain import plain
from pipeline.quantities.component import find_quantities
from pipeline.quantities.quantity import Quantity


def found_in(text: str) -> list[Quantity]:
    """The quantities of a text, found in plain characters as the stages do, with their places in the text."""
    written = plain(text)
    found = []
    for quantity in find_quantities(written.text):
        start, end = written.in_article(quantity.start, quantity.end)
        found.append(replace(quantity, start=start, end=end, text=text[start:end]))
    return found


def told(text: str) -> list[tuple[object, ...]]:
    """Each quantity as (text, value, unit), the value a pair for a range; then its qualifier if any."""
    found: list[tuple[object, ...]] = []
    for quantity in found_in(text):
        value = quantity.low if quantity.low == quantity.high else (quantity.low, quantity.high)
        hedge = () if quantity.qualifier == "exact" else (quantity.qualifier,)
        found.append((quantity.text, value, quantity.unit, *hedge))
    return found


def values(text: str) -> list[tuple[object, object]]:
    """Value and unit alone, for texts that write the same in other characters."""
    return [(value, unit) for _text, value, unit, *_hedge in told(text)]
