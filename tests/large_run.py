"""A run as large as one likes, whose texts compress no better than news: words drawn at random."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random

from pipeline.evaluation.gold import read_gold
from pipeline.records.claim import METRICS, VERDICTS, Claim, Verdict
from pipeline.records.document import Document

CORPUS = Path(__file__).parents[1] / "corpus" / "articles"
SHARES = {
    "unverifiable": 60, "exact": 20, "rounded": 8, "hedged": 2, "derived": 2, "contradicted": 3,
    "period_shift": 2, "sign_error": 1, "scale_error": 1, "metric_confusion": 1,
}  # fmt: skip
"""Verdicts of a hundred claims."""


@dataclass(frozen=True)
class Run:
    """Claims and the articles that they are from."""

    claims: list[Claim]
    documents: list[Document]


def large_run(claims: int, in_article: int = 5, letters: int = 2_500) -> Run:
    """Make a run.

    Args:
        claims: Number of claims.
        in_article: How many of them an article has.
        letters: About how long an article is.
    """
    chance = Random(7)
    words = [word for document in read_gold(CORPUS) for word in document.text.split()]
    made: list[Claim] = []
    documents: list[Document] = []
    while len(made) < claims:
        name = f"2024/{len(documents):06d}"
        text, found = _article(name, chance, words, min(in_article, claims - len(made)), letters)
        made += found
        day = date(2024, 1, 1) + timedelta(days=len(documents) % 366)
        source = f"archive/{len(documents) % 40:02d}.jsonl:{len(documents)}"
        documents.append(Document(name, day, source, None, None, None, len(found), text))
    return Run(made, documents)


def _article(
    name: str, chance: Random, words: Sequence[str], claims: int, letters: int
) -> tuple[str, list[Claim]]:
    text = ""
    found = []
    for _ in range(claims):
        text += f"{_words(chance, words, letters // claims - 160)}. "
        before, after = _words(chance, words, 80), _words(chance, words, 60)
        value = round(10 ** chance.uniform(0, 4), 1)
        told = f"{value} Millionen Euro".replace(".", ",")
        sentence = f"{before} {told} {after}."
        start = len(text) + len(before) + 1
        text += f"{sentence}\n"
        found.append(_claim(chance, name, start, told, sentence, value * 1e6))
    return text, found


def _words(chance: Random, words: Sequence[str], letters: int) -> str:
    chosen: list[str] = []
    while letters > 0:
        chosen.append(chance.choice(words))
        letters -= len(chosen[-1]) + 1
    return " ".join(chosen)


def _claim(chance: Random, name: str, start: int, told: str, sentence: str, value: float) -> Claim:
    company = f"Musterwerk {int(chance.paretovariate(0.4)) % 3_000} AG"
    claim = Claim(
        doc_id=name,
        start=start,
        end=start + len(told),
        text=told,
        sentence=sentence,
        metric=chance.choice(METRICS),  # type: ignore[arg-type]
        kind="change" if chance.random() < 0.2 else "level",
        low=value,
        high=value,
        precision=5e4,
        unit="EUR",
        company=company,
        company_id=f"DE{abs(hash_of(company)):010d}" if chance.random() < 0.7 else None,
        period=f"{chance.randint(2005, 2024)}-Q{chance.randint(1, 4)}",
        confidence=round(chance.uniform(0.4, 1), 3),
    )
    if claim.kind == "change":
        rate = round(chance.gauss(4, 15), 1)
        claim = replace(claim, unit="percent", low=rate, high=rate)
    verdict: Verdict = chance.choices(list(SHARES), list(SHARES.values()))[0]  # type: ignore[assignment]
    assert verdict in VERDICTS
    known = claim.low * (chance.uniform(0.5, 2) if verdict in ("contradicted", "period_shift") else 1)
    if verdict == "unverifiable":
        return replace(claim, verdict=verdict, verdict_reason=f"No figures are known of {company}.")
    reason = (
        f"The known {claim.metric} of {company} for {claim.period} is {known:.6g} {claim.unit} "
        f"(annual report {claim.period}); the text's {claim.low:.6g} {claim.unit} is that or is not."
    )
    return replace(
        claim,
        verdict=verdict,
        verdict_reason=reason,
        known_low=known,
        known_high=known,
        known_source=f"https://www.quelle-{chance.randint(1, 300)}.de/bericht/{chance.randint(1, 9_999)}",
    )


def hash_of(name: str) -> int:
    """A number of a name that is the same in every run."""
    return int.from_bytes(name.encode()[-4:], "big") % 10**10
