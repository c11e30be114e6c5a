"""Chooses by lot which claims are reworded and how, and writes the copies; the same ones in every run."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from pipeline.evaluation.gold import GoldDocument
from pipeline.evaluation.mutation.kinds import RIGHT, WRONG, Kind
from pipeline.evaluation.mutation.places import Place, Table, told_of
from pipeline.evaluation.mutation.rewriting import Rewording, rewrite
from pipeline.evaluation.mutation.times import Days
from pipeline.evaluation.mutation.truth import true_verdict
from pipeline.evaluation.planted import Place as ErrorPlace
from pipeline.figures.known import KnownFigure
from pipeline.records.claim import Verdict

PER_KIND = 20
"""Reworded texts of each kind, where there are as many."""

SEED = 1


@dataclass(frozen=True, slots=True)
class Case:
    """A text with one claim reworded, and the verdict that this claim then deserves.

    Attributes:
        kind: What was done to it.
        wrong: The claim states something wrong now.
        document: The copy of the document.
        at: Position of the claim among its claims.
        truth: The verdict that it deserves; None where the definitions leave it open.
        days: For each claim of the document the days of its period, where they are known.
        row: The row that confirms it.
    """

    kind: str
    wrong: bool
    document: GoldDocument
    at: int
    truth: Verdict | None
    days: Mapping[int, Days]
    row: KnownFigure | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What is measured.

    Attributes:
        untouched: The claims of each document as it is.
        cases: The reworded copies.
        left_out: For each kind, how many rewordings deserve no verdict that the definitions settle.
        errors: Where the gold states errors on purpose.
    """

    untouched: Sequence[Sequence[Place]]
    cases: Sequence[Case]
    left_out: Mapping[str, int]
    errors: frozenset[ErrorPlace] = frozenset()


def plan(
    documents: Iterable[Sequence[Place]], table: Table, per_kind: int = PER_KIND, seed: int = SEED
) -> Plan:
    """Choose rewordings of each kind by lot.

    Args:
        documents: The claims of each document, looked up; those that state an error already are left out.
        table: The known figures.
        per_kind: How many copies of each kind are made at most.
        seed: Of the lots.
    """
    untouched = tuple(documents)
    days = {
        place.document.doc_id: {one.at: one.told.days for one in document if one.told}
        for document in untouched
        for place in document[:1]
    }
    checked = [place for document in untouched for place in document if place.row is not None]
    cases: list[Case] = []
    left_out: Counter[str] = Counter()
    for wrong, kinds in ((True, WRONG), (False, RIGHT)):
        for name, kind in kinds.items():
            made = 0
            chance = Random(f"{seed} {name}")
            for place in chance.sample(checked, len(checked)):
                rewording = kind.plant(place, table, chance)
                if rewording is None:
                    continue
                case = _case(name, kind, place, rewording, days[place.document.doc_id], wrong=wrong)
                if case is None:
                    left_out[name] += 1
                    continue
                cases.append(case)
                made += 1
                if made == per_kind:
                    break
    return Plan(untouched, cases, left_out)


def _case(
    name: str, kind: Kind, place: Place, rewording: Rewording, days: Mapping[int, Days], *, wrong: bool
) -> Case | None:
    """The copy; None where the definitions do not settle its verdict, or see no error in it after all."""
    assert place.told is not None
    document = rewrite(place.document, place.at, rewording, name.replace(" ", "-") + str(place.at))
    rows = place.rows if rewording.rows is None else rewording.rows
    told = told_of(document.claims[place.at], place.mark, rewording.days or place.told.days)
    truth = true_verdict(told, rows)
    if truth not in kind.verdicts:
        return None
    moved = dict(days)
    if rewording.days:
        moved[place.at] = rewording.days
    if rewording.companies:
        moved = {at: span for at, span in days.items() if at == place.at}
    return Case(name, wrong, document, place.at, truth, moved, None if wrong else place.row)
