"""What a text tells, short enough to stand beside the sentence in a test."""

from pipeline.quantities.component import find_quantities


def told(text: str) -> list[tuple[object, ...]]:
    """Each quantity as (text, value, unit), the value a pair for a range; then its qualifier if any."""
    found: list[tuple[object, ...]] = []
    for quantity in find_quantities(text):
        value = quantity.low if quantity.low == quantity.high else (quantity.low, quantity.high)
        hedge = () if quantity.qualifier == "exact" else (quantity.qualifier,)
        found.append((quantity.text, value, quantity.unit, *hedge))
    return found


def values(text: str) -> list[tuple[object, object]]:
    """Value and unit alone, for texts that write the same in other characters."""
    return [(value, unit) for _text, value, unit, *_hedge in told(text)]
