"""How many claims held, group by group, and which is furthest off."""

from dataclasses import replace
from typing import Any

from figure_claims import claim

from pipeline.figures.summary import deviation, summarise, worst
from pipeline.records.claim import Claim


def checked(verdict: str | None, value: float = 100.0, known: float | None = 100.0, **more: Any) -> Claim:
    made = claim(value=value, **more)
    return replace(made, verdict=verdict, known_low=known, known_high=known)  # type: ignore[arg-type]


CLAIMS = [
    checked("exact", company="Zoom"),
    checked("rounded", company="Zoom", doc_id="other"),
    checked("contradicted", 150.0, company="Zoom"),
    checked("scale_error", 1000.0, company="Zoom"),
    checked("unverifiable", known=None, company="BMW"),
    checked(None, known=None, company="BMW"),
    checked("exact", company="SAP"),
]


def test_groups_are_counted_and_those_with_errors_come_first() -> None:
    groups = summarise(CLAIMS, [one.company for one in CLAIMS])
    assert [group.name for group in groups] == ["Zoom", "BMW", "SAP"]
    zoom, bmw, _ = groups
    assert (zoom.documents, zoom.claims, zoom.confirmed, zoom.wrong, zoom.open) == (2, 4, 2, 2, 0)
    assert (zoom.held, zoom.worst) == (0.5, CLAIMS[3])
    assert (bmw.open, bmw.unchecked, bmw.held, bmw.worst) == (1, 1, None, None)


def test_the_furthest_off_comes_first_and_confirmed_claims_never() -> None:
    assert worst(CLAIMS, 5) == [CLAIMS[3], CLAIMS[2]]
    assert worst(CLAIMS, 1) == [CLAIMS[3]]


def test_deviation_is_a_share_of_the_known_value() -> None:
    assert deviation(checked("contradicted", 150.0)) == 0.5
    assert deviation(checked("contradicted", 5.0, 0.0)) == float("inf")
    assert deviation(checked("unverifiable", known=None)) is None
    spread = replace(checked("contradicted"), low=110.0, high=130.0)
    assert round(deviation(spread) or 0, 9) == 0.1
