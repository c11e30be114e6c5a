"""Decides which fields of a predicted claim are right, held against the gold claim that it stands for."""

import re
import unicodedata
from collections.abc import Callable, Mapping

from pipeline.evaluation.gold import GoldClaim
from pipeline.records.claim import Claim

CORE_FIELDS: tuple[str, ...] = ("metric", "kind", "unit", "value")
"""What a pair must have right to count as core; `value` is low and high with their sign."""

FULL_FIELDS: tuple[str, ...] = (*CORE_FIELDS, "company", "period", "status", "qualifier")
"""What a pair must have right to count as full."""

FIELDS: tuple[str, ...] = (*FULL_FIELDS, "segment", "adjusted", "fiscal", "reference", "span")
"""All fields whose accuracy is reported."""

_TOLERANCE = 0.005
# Keeps 100.5 against 100 inside the tolerance, which binary fractions would put a hair outside.
_ROUNDING = 1 + 1e-9

# Written without dots. Its own list and not the vocabulary's: what is measured must not move the measure.
_LEGAL_FORMS = frozenset((
    "ag", "aktiengesellschaft", "se", "gmbh", "ggmbh", "gesmbh", "mbh", "kg", "kgaa", "ohg", "gbr", "ug",
    "(haftungsbeschränkt)", "ev", "eg", "gen", "genmbh", "inc", "incorporated", "corp", "corporation", "co",
    "ltd", "limited", "plc", "llc", "llp", "lp", "pty", "pte", "sa", "sas", "spa", "srl", "sàrl", "sarl",
    "nv", "bv", "ab", "asa", "a/s", "as", "oy", "oyj", "kk", "nyrt", "zrt", "sab",
))  # fmt: skip
_JOINERS = frozenset(("&", "+", "und", "and"))
_NAME_PART = re.compile(r"[&+]|[^\s,;&+]+")


def right_fields(predicted: Claim, gold: GoldClaim) -> frozenset[str]:
    """Name the fields that a predicted claim has right.

    Args:
        predicted: A claim of the program.
        gold: The gold claim that it stands for.

    Returns:
        Those of `FIELDS` that agree.
    """
    return frozenset(field for field, agree in _AGREEMENT.items() if agree(predicted, gold))


def same_magnitude(predicted: Claim, gold: GoldClaim) -> bool:
    """Say whether both values agree within 0.5 percent of the gold one, sign set aside.

    The ends are compared in order of size, so that a loss of 5 to 7 million agrees with -7 to -5. A gold zero
    agrees with zero alone.
    """
    predicted_ends = sorted((abs(predicted.low), abs(predicted.high)))
    gold_ends = sorted((abs(gold.low), abs(gold.high)))
    return all(map(_close, predicted_ends, gold_ends))


def same_company(predicted: str | None, gold: str | None) -> bool:
    """Say whether two names are of one company.

    Casefolded and without legal form, one is the other or contains it as whole words: `Zoom` is
    `Zoom Video Communications, Inc.`, `Post` is not `Postbank`. A missing name agrees with a missing
    one alone.
    """
    first, second = _name_words(predicted), _name_words(gold)
    if not first or not second:
        return first == second
    return _contains(first, second) or _contains(second, first)


def plain(value: str | None) -> str | None:
    """Bring a string to the form in which strings are compared: composed, blanks single, empty as None."""
    if value is None:
        return None
    return unicodedata.normalize("NFC", " ".join(value.split())) or None


def _close(predicted: float, gold: float) -> bool:
    return abs(predicted - gold) <= abs(gold) * _TOLERANCE * _ROUNDING


def _name_words(name: str | None) -> list[str]:
    parts = _NAME_PART.findall((plain(name) or "").casefold())
    while len(parts) > 1 and (parts[-1] in ("&", "+") or parts[-1].replace(".", "") in _LEGAL_FORMS):
        is_form = parts.pop() not in ("&", "+")
        # `Müller und Co. KG` loses its `und` with the form behind it, `Kirche und` would keep it.
        if is_form and len(parts) > 1 and parts[-1] in _JOINERS:
            parts.pop()
    return [word for part in parts for word in re.findall(r"\w+", part)] or parts


def _contains(words: list[str], inner: list[str]) -> bool:
    return any(words[at : at + len(inner)] == inner for at in range(len(words) - len(inner) + 1))


def _folded(value: str | None) -> str:
    return (plain(value) or "").casefold()


_AGREEMENT: Mapping[str, Callable[[Claim, GoldClaim], bool]] = {
    "metric": lambda predicted, gold: predicted.metric == gold.metric,
    "kind": lambda predicted, gold: predicted.kind == gold.kind,
    "unit": lambda predicted, gold: plain(predicted.unit) == plain(gold.unit),
    "value": lambda predicted, gold: _close(predicted.low, gold.low) and _close(predicted.high, gold.high),
    "company": lambda predicted, gold: same_company(predicted.company, gold.company),
    "period": lambda predicted, gold: plain(predicted.period) == plain(gold.period),
    "status": lambda predicted, gold: predicted.status == gold.status,
    "qualifier": lambda predicted, gold: predicted.qualifier == gold.qualifier,
    "segment": lambda predicted, gold: _folded(predicted.segment) == _folded(gold.segment),
    "adjusted": lambda predicted, gold: predicted.adjusted == gold.adjusted,
    "fiscal": lambda predicted, gold: predicted.fiscal == gold.fiscal,
    "reference": lambda predicted, gold: plain(predicted.reference) == plain(gold.reference),
    "span": lambda predicted, gold: (predicted.start, predicted.end) == (gold.start, gold.end),
}
