"""Holds verdicts against the truth: on gold claims, as if all were read rightly, and from the text itself."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from spacy.language import Language

from pipeline.errors import GoldError
from pipeline.evaluation.agreement import FULL_FIELDS
from pipeline.evaluation.gold import GoldClaim, GoldDocument, read_gold
from pipeline.evaluation.matching import match_claims
from pipeline.evaluation.mutation.cases import PER_KIND, Case, Plan, plan
from pipeline.evaluation.mutation.places import Place, Table, places
from pipeline.evaluation.mutation.rewriting import sentence_of
from pipeline.evaluation.mutation.times import Days
from pipeline.evaluation.mutation.written import decimal_mark, precision_of
from pipeline.evaluation.planted import Place as ErrorPlace
from pipeline.evaluation.planted import read_planted, stands_on
from pipeline.figures.known import KnownFigures
from pipeline.figures.verdicts import validate_claims
from pipeline.flow import extract_claims
from pipeline.language.boundaries import sentence_spans
from pipeline.mentions.companies.register import register
from pipeline.records.claim import Claim, Verdict

UNTOUCHED = "untouched"
Way = Literal["right extraction", "raw text"]
WAYS: tuple[Way, ...] = ("right extraction", "raw text")

MISSED, FALSE = "missed", "false"
"""What stands for the fields of a claim that was not found, and of one that gold does not have."""

READ_FIELDS = (*FULL_FIELDS, "segment", "adjusted")
"""Fields on which a verdict rests."""


@dataclass(frozen=True, slots=True)
class Judged:
    """One claim with the verdict it deserves and the one it got.

    Attributes:
        kind: What was done to its text; `untouched` for nothing.
        wrong: It states something wrong.
        truth: The verdict it deserves; None where the definitions leave it open.
        verdict: The verdict it got; None where the claim was not found.
        document: The text.
        start: First code point of the quantity.
        text: The quantity.
        reason: What the verdict says.
        misread: Fields that were read otherwise than gold has them, or `MISSED`, or `FALSE`.
        row_first: Whether the known value named is the right row's; None where no row confirms the claim.
    """

    kind: str
    wrong: bool
    truth: Verdict | None
    verdict: Verdict | None
    document: GoldDocument
    start: int
    text: str
    reason: str = ""
    misread: tuple[str, ...] = ()
    row_first: bool | None = None


def make_plan(gold: Path, known: KnownFigures, split: str | None = None, per_kind: int = PER_KIND) -> Plan:
    """Look up every gold claim and choose what is planted.

    Args:
        gold: A gold file or a folder of them; claims that it marks as planted errors are left out.
        known: The known figures.
        split: `development` or `test`, to take the documents of that part alone.
        per_kind: How many texts of each kind are made at most.

    Returns:
        The claims as they are, and the reworded copies.

    Raises:
        GoldError: The gold cannot be read, or the table speaks of no claim of it.
    """
    table, errors = Table(known), read_planted(gold)
    documents = [
        [place for place in places(document, table) if not _states_error(place, errors)]
        for document in read_gold(gold)
        if split in (None, document.split)
    ]
    planned = plan(documents, table, per_kind)
    if not planned.cases:
        raise GoldError(
            str(gold), "the known figures speak of no claim of it", "Give their table with --figures."
        )
    return replace(planned, errors=errors)


def _states_error(place: Place, errors: Iterable[ErrorPlace]) -> bool:
    claim = place.claim
    return any(
        name == place.document.doc_id and claim.start < end and start < claim.end
        for name, start, end in errors
    )


def judge_gold(planned: Plan, known: KnownFigures) -> Iterator[Judged]:
    """Judge the gold claims, as if all had been read rightly.

    Args:
        planned: What `make_plan` gives.
        known: The known figures.
    """
    for group in filter(None, planned.untouched):
        days = {place.at: place.told.days for place in group if place.told}
        checked = list(validate_claims(claims_of(group[0].document, days), known))
        for place in group:
            yield _judged(_untouched(place), checked[place.at])
    for case in planned.cases:
        checked = list(validate_claims(claims_of(case.document, case.days), known))
        yield _judged(case, checked[case.at])


def judge_texts(planned: Plan, known: KnownFigures, nlp: Language) -> Iterator[Judged]:
    """Judge what is read from the texts themselves.

    Args:
        planned: What `make_plan` gives.
        known: The known figures.
        nlp: The pipeline, as `flow.load` gives it.
    """
    groups = list(filter(None, planned.untouched))
    texts = [[_untouched(place) for place in group] for group in groups] + [[case] for case in planned.cases]
    results = extract_claims(nlp, (cases[0].document.article() for cases in texts))
    for number, (cases, (_, found, _)) in enumerate(zip(texts, results, strict=True)):
        checked, document = list(validate_claims(found, known)), cases[0].document
        pairs = {pair.gold: pair for pair in match_claims(checked, document.claims)}
        for case in cases:
            pair = pairs.get(case.at)
            if pair is None:
                yield _judged(case, None, (MISSED,))
            else:
                misread = tuple(name for name in READ_FIELDS if name not in pair.right)
                yield _judged(case, checked[pair.predicted], misread)
        if number < len(groups):
            matched = {pair.predicted for pair in pairs.values()}
            for position, claim in enumerate(checked):
                if position not in matched and not any(stands_on(claim, place) for place in planned.errors):
                    yield Judged(
                        UNTOUCHED, False, None, claim.verdict, document, claim.start, claim.text,
                        claim.verdict_reason or "", (FALSE,),
                    )  # fmt: skip


def _untouched(place: Place) -> Case:
    return Case(UNTOUCHED, False, place.document, place.at, place.truth, {}, place.row)


def _judged(case: Case, checked: Claim | None, misread: tuple[str, ...] = ()) -> Judged:
    claim, row = case.document.claims[case.at], case.row
    if checked is None:
        return Judged(
            case.kind, case.wrong, case.truth, None, case.document, claim.start, claim.text, "", misread,
            None if row is None else False,
        )  # fmt: skip
    first = None if row is None else (checked.known_low, checked.known_high) == (row.low, row.high)
    return Judged(
        case.kind, case.wrong, case.truth, checked.verdict, case.document, claim.start, claim.text,
        checked.verdict_reason or "", misread, first,
    )  # fmt: skip


def claims_of(document: GoldDocument, days: Mapping[int, Days]) -> list[Claim]:
    """The claims that an extraction without fault would find.

    Args:
        document: A gold document.
        days: By position of a claim, the days of its period where they are known.

    Returns:
        A claim for each gold claim, in order.
    """
    spans, mark = sentence_spans(document.text), decimal_mark(document.claims)
    claims = []
    for at, gold in enumerate(document.claims):
        start, end = sentence_of(spans, gold)
        company = register().lookup(gold.company) if gold.company else None
        first, last = days.get(at, (None, None))
        fields = {name: getattr(gold, name) for name in GoldClaim.__slots__ if name in Claim.__slots__}
        claims.append(
            Claim(
                **fields,
                doc_id=document.doc_id,
                sentence=document.text[start:end],
                precision=precision_of(gold, mark),
                company_id=company.isin if company else None,
                period_start=first,
                period_end=last,
            )
        )
    return claims
