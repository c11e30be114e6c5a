"""What the gate holds of verdicts, and the fingerprint of what they were measured on."""

import hashlib
import math
from collections.abc import Mapping

from pipeline.evaluation.gold import fingerprint
from pipeline.evaluation.mutation.cases import Plan
from pipeline.evaluation.mutation.measure import Way
from pipeline.evaluation.mutation.places import Table
from pipeline.evaluation.mutation.score import VerdictScores
from pipeline.figures.known import KnownFigures


def measures(scores: Mapping[Way, VerdictScores]) -> dict[str, float]:
    """Name the figures that the gate holds, as shares of 1, the greater the better.

    From raw text they are cut to two decimals: one text more or less that is read rightly is no fall.

    Args:
        scores: What `score_verdicts` gives, by the way of measuring.
    """
    return {
        f"{way.replace(' ', '_')}_{name}": math.floor(value * 100) / 100 if way == "raw text" else value
        for way, one in scores.items()
        for name, value in (
            ("macro_f1", one.macro_f1),
            ("without_false_alarm", 1 - one.false_alarms),
            ("right_row", one.right_row),
        )
    }


def fingerprint_of(planned: Plan, known: KnownFigures) -> str:
    """SHA-256 of the texts, their gold and the known figures.

    Args:
        planned: What was measured.
        known: The known figures.
    """
    documents = fingerprint(group[0].document for group in planned.untouched if group)
    rows = repr(sorted(Table(known).companies.items()))
    return hashlib.sha256(f"{documents} {len(planned.cases)} {rows}".encode()).hexdigest()
