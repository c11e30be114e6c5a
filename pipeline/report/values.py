"""A claim's value as a person reads it: `2.1 bn EUR`, `+8 %`, `1.2 to 1.4 m`."""

from pipeline.records.claim import Claim

SCALES = ((1e12, "tn"), (1e9, "bn"), (1e6, "m"))
UNITS = {"percent": "%", "percentage_points": "pp", "count": "", "factor": "times"}


def readable_value(claim: Claim) -> str:
    """Write the value of a claim with its scale and unit.

    Args:
        claim: A claim; a change gets its sign.

    Returns:
        The value, or both ends of a range.
    """
    return _readable(claim.low, claim.high, claim)


def readable_known(claim: Claim) -> str:
    """Write the known value that a claim was held against, empty where there is none."""
    if claim.known_low is None or claim.known_high is None:
        return ""
    return _readable(claim.known_low, claim.known_high, claim)


def _readable(low: float, high: float, claim: Claim) -> str:
    divisor, scale = next(((d, s) for d, s in SCALES if max(abs(low), abs(high)) >= d), (1.0, ""))
    sign = "+" if claim.kind == "change" and claim.unit != "factor" and low > 0 else ""
    number = f"{sign}{_plain(low / divisor)}"
    if high != low:
        number += f" to {sign}{_plain(high / divisor)}"
    return " ".join(part for part in (number, scale, UNITS.get(claim.unit, claim.unit)) if part)


def _plain(number: float) -> str:
    """Round to six digits that count, with commas between thousands and without zeros at the end."""
    text = f"{number:,.{max(0, 6 - len(str(int(abs(number)))))}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
