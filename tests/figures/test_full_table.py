"""The full table, where it is at hand: every row confirms its own claim, planted errors are named rightly."""

from collections import Counter
from random import Random

import pytest
from planted_errors import Planted, claim_of, planted

from pipeline.figures.companies import CompanyNames
from pipeline.figures.known import KnownFigure, KnownFigures
from pipeline.figures.periods import same_period
from pipeline.figures.verdicts import validate_claims
from pipeline.records.claim import Claim

CONFIRMED = {"exact", "rounded", "hedged", "in_range", "derived"}
EVERY = 2  # of so many planted claims one is taken, to keep the test fast


@pytest.fixture(scope="module")
def figures(full: KnownFigures) -> list[KnownFigure]:
    rows = (figure for company in full for figure in company.figures)
    return sorted(rows, key=lambda figure: figure.row)


@pytest.fixture(scope="module")
def checked(full: KnownFigures, figures: list[KnownFigure]) -> list[tuple[Planted, Claim]]:
    """Claims with and without planted errors, each with the verdict it got."""
    claims = [one for number, one in enumerate(planted(figures, Random(1))) if number % EVERY == 0]
    return list(zip(claims, validate_claims([one.claim for one in claims], full), strict=True))


def test_every_row_confirms_the_claim_made_from_it(full: KnownFigures, figures: list[KnownFigure]) -> None:
    claims = list(validate_claims([claim_of(figure) for figure in figures], full))
    assert len(claims) == len(full) > 2500
    for figure, one in zip(figures, claims, strict=True):
        assert one.verdict == ("exact" if figure.low == figure.high else "in_range"), one.verdict_reason
        assert one.known_source == figure.source or one.known_low == figure.low


def test_the_row_found_first_is_the_one_meant(full: KnownFigures, figures: list[KnownFigure]) -> None:
    """By the name that the table uses, without identifier and without dates."""
    right = 0
    for figure in figures:
        bare = claim_of(figure, company_id=None, period_start=None, period_end=None)
        [one] = validate_claims([bare], full)
        right += (one.known_low, one.known_high) == (figure.low, figure.high)
    assert right / len(figures) >= 0.99


def test_no_correct_claim_is_called_wrong(checked: list[tuple[Planted, Claim]]) -> None:
    """Neither the value itself nor a correct rounding nor a satisfied hedge; at most 0.5 percent may be."""
    correct = [(one, got) for one, got in checked if one.done in ("nothing", "rounding", "hedge")]
    assert len(correct) > 1000
    wrong = [got.verdict_reason for one, got in correct if got.verdict not in CONFIRMED]
    assert wrong == []


def test_macro_f1_over_the_verdicts(checked: list[tuple[Planted, Claim]]) -> None:
    gold = Counter(one.verdict for one, _ in checked)
    got = Counter(one.verdict for _, one in checked)
    right = Counter(one.verdict for one, answer in checked if one.verdict == answer.verdict)
    scores = {verdict: 2 * right[verdict] / (gold[verdict] + got[verdict]) for verdict in gold}
    assert len(scores) == 10  # the other two, derived and unverifiable, have tests of their own
    assert sum(scores.values()) / len(scores) >= 0.98, scores
    assert min(scores.values()) >= 0.9, scores


def test_a_claim_that_follows_from_others_or_is_not_known_is_never_called_wrong(
    full: KnownFigures,
) -> None:
    """Each row is taken away in turn: what remains may confirm its claim or leave it open, not accuse it."""
    verdicts: Counter[str | None] = Counter()
    for company in full:
        for figure in company.figures[::3]:
            rest = [other for other in company.figures if not _same_key(other, figure)]
            names = CompanyNames([(figure.company, figure.company_id or "")])
            known = KnownFigures(names, lambda key, rest=rest: rest, len(rest), "the rest")  # type: ignore[misc]
            verdicts[next(validate_claims([claim_of(figure)], known)).verdict] += 1
    assert verdicts["derived"] > 150
    assert set(verdicts) <= CONFIRMED | {"unverifiable"}, verdicts


def _same_key(one: KnownFigure, other: KnownFigure) -> bool:
    return (one.metric, one.segment, one.kind, one.status, one.adjusted) == (
        other.metric, other.segment, other.kind, other.status, other.adjusted,
    ) and same_period(one.span, other.span)  # fmt: skip
