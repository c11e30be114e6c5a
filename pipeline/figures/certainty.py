"""How sure it is that a known figure speaks of the same thing as a claim."""

from enum import IntEnum


class Certainty(IntEnum):
    """What a link between a claim and a known figure is good for."""

    POSSIBLE = 1
    """It can confirm and never accuse: another segment, an adjusted figure, a date before the claim's."""
    LIKELY = 2
    """It can also show a wrong scale, sign or unit, which no other figure would explain."""
    CERTAIN = 3
    """It can contradict."""
