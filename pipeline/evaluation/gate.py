"""Holds scores against pinned floors, each tied to the gold that it was measured on."""

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from pipeline.errors import InputError, UsageError
from pipeline.evaluation.scoring import Scores

_GATED_FIELDS = ("metric", "company", "period", "status", "qualifier")
_HEADER = """\
# Scores that must not fall, by gold. `kennzahl evaluate GOLD --floors FILE --pin` raises them; with --lower
# it may lower them too. The fingerprint is of the gold's content: changed gold must be pinned anew.
"""


@dataclass(frozen=True, slots=True)
class Floors:
    """The least scores that a gold corpus must reach.

    Attributes:
        fingerprint: SHA-256 of the gold, as `gold.fingerprint` gives it.
        floors: For each measure of `measure`, its least value as a share of 1.
    """

    fingerprint: str
    floors: dict[str, float]


def measure(scores: Scores) -> dict[str, float]:
    """Name the figures that the gate holds, as shares of 1.

    Args:
        scores: What `score` gives.

    Returns:
        F1 of the three levels, and the accuracy of single fields on core matches; 0 where nothing was there
        to count.
    """
    total = scores.total
    measures = {
        "detection_f1": total.detection.f1,
        "core_f1": total.core.f1,
        "full_f1": total.full.f1,
        **{f"{name}_accuracy": scores.fields["core"].accuracy(name) for name in _GATED_FIELDS},
    }
    return {name: value or 0.0 for name, value in measures.items()}


def check(now: Mapping[str, float], fingerprint: str, floors: Floors) -> list[str]:
    """List what keeps scores from passing the gate.

    Args:
        now: The scores of now, as `measure` names them.
        fingerprint: Fingerprint of the gold that they were measured on.
        floors: The floors pinned for that gold.

    Returns:
        One sentence for each score under its floor, or one that says that the gold has changed; empty where
        all is well.
    """
    if fingerprint != floors.fingerprint:
        return ["The gold is not the one that the floors were pinned on; pin them anew."]
    return [
        f"{name} fell to {now.get(name, 0.0):.4f}, its floor is {floor:.4f}."
        for name, floor in floors.floors.items()
        if now.get(name, 0.0) < floor
    ]


def pin(now: Mapping[str, float], fingerprint: str, old: Floors | None, *, lower: bool = False) -> Floors:
    """Make the scores of now the floors.

    Args:
        now: The scores of now, as `measure` names them.
        fingerprint: Fingerprint of the gold that they were measured on.
        old: The floors that stood before.
        lower: Whether a floor may become lower, also where the gold has changed.

    Returns:
        The new floors, cut off after four decimals.

    Raises:
        UsageError: A floor would become lower and `lower` is not set.
    """
    new = {name: math.floor(value * 10_000) / 10_000 for name, value in now.items()}
    standing: Mapping[str, float] = old.floors if old else {}
    fallen = [
        f"{name} {floor:.4f} to {new[name]:.4f}" for name, floor in standing.items() if new[name] < floor
    ]
    if fallen and not lower:
        raise UsageError(f"Floors would become lower: {', '.join(fallen)}. Give --lower to allow it.")
    return Floors(fingerprint, new)


def read_floors(path: Path) -> dict[str, Floors]:
    """Read the floors of all gold corpora.

    Args:
        path: A TOML file with one table a corpus.

    Returns:
        Floors by the name of the corpus; empty where there is no such file yet.

    Raises:
        InputError: The file is no TOML, or a table lacks what belongs in it.
    """
    try:
        return TypeAdapter(dict[str, Floors]).validate_python(tomllib.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return {}
    except (tomllib.TOMLDecodeError, ValidationError) as error:
        raise InputError(str(path), f"not a file of floors: {error}", "Pin them anew.") from error


def write_floors(path: Path, corpora: Mapping[str, Floors]) -> None:
    """Write the floors of all gold corpora, so that `read_floors` gives them back.

    Args:
        path: The TOML file, replaced where it exists.
        corpora: Floors by the name of the corpus.
    """
    lines = [_HEADER]
    for name, entry in sorted(corpora.items()):
        lines += [f'["{name}"]', f'fingerprint = "{entry.fingerprint}"', f'["{name}".floors]']
        lines += [f"{measured} = {floor:.4f}" for measured, floor in entry.floors.items()]
        lines.append("")
    path.write_text("\n".join(lines), encoding="utf-8")
