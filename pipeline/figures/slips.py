"""Tells a slip of the pen from another number: one digit wrong, two swapped, a power of 1,000, a sign."""

SCALES = (1e3, 1e-3, 1e6, 1e-6)
FEWEST = 3
"""Digits that a number must have, so that another one does not differ in one of them by chance."""


def is_slip(one: float, other: float, step: float) -> bool:
    """Whether two numbers of three digits or more differ in one digit, or in two neighbours swapped.

    Args:
        one: A number.
        other: The number that it may have been meant for; signs are set aside.
        step: One unit of the last digit that is compared.
    """
    if not step:
        return False
    left, right = (str(round(abs(number) / step)) for number in (one, other))
    if len(left) != len(right) or len(left) < FEWEST:
        return False
    at = [place for place, (mine, its) in enumerate(zip(left, right, strict=True)) if mine != its]
    swapped = (
        len(at) == 2 and at[1] == at[0] + 1 and left[at[0]] == right[at[1]] and left[at[1]] == right[at[0]]
    )
    return len(at) == 1 or swapped
