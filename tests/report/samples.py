"""Claims and articles that the tests of the report share."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pipeline.records.claim import Claim, Verdict
from pipeline.records.document import Document

TEXT = (
    "Siemens wächst kräftig\n\n"
    "Siemens hat den Umsatz 2023 um 8 Prozent auf 2,1 Milliarden Euro gesteigert. Das freute die Anleger. "
    "Der Gewinn lag bei 300 Millionen Euro.\n"
    "Die Aussichten sind gut 🚀, und 2024 sollen es 2,5 Milliarden Euro Umsatz werden."
)
SENTENCES = (
    "Siemens hat den Umsatz 2023 um 8 Prozent auf 2,1 Milliarden Euro gesteigert.",
    "Der Gewinn lag bei 300 Millionen Euro.",
    "Die Aussichten sind gut 🚀, und 2024 sollen es 2,5 Milliarden Euro Umsatz werden.",
)


def document(text: str, doc_id: str = "siemens", **fields: object) -> Document:
    known = {
        "date": date(2024, 2, 1), "source": "news/a.jsonl:1", "title": None, "url": None,
        "duplicate_of": None, "claims": 0,
    }  # fmt: skip
    return Document(doc_id=doc_id, text=text, **(known | fields))  # type: ignore[arg-type]


def claim(told: str, sentence: str, text: str, **fields: object) -> Claim:
    """A claim at the place where its words stand in a text."""
    start = text.index(sentence) + sentence.index(told)
    made = Claim(
        doc_id="siemens",
        start=start,
        end=start + len(told),
        text=told,
        sentence=sentence,
        metric="revenue",
        kind="level",
        low=2.1e9,
        high=2.1e9,
        precision=5e7,
        unit="EUR",
        company="Siemens AG",
        period="2023",
    )
    return replace(made, **fields)  # type: ignore[arg-type]


def judged(claim: Claim, verdict: Verdict, known: float | None, reason: str) -> Claim:
    return replace(
        claim,
        verdict=verdict,
        verdict_reason=reason,
        known_low=known,
        known_high=known,
        known_source="https://www.example.org/bericht" if known is not None else None,
    )


GROWTH = judged(
    claim("8 Prozent", SENTENCES[0], TEXT, kind="change", low=8.0, high=8.0, unit="percent"),
    "rounded", 7.8, "The text's 8 percent is that value rounded.",
)  # fmt: skip
REVENUE = judged(
    claim("2,1 Milliarden Euro", SENTENCES[0], TEXT),
    "contradicted", 2.3e9, "The known revenue is 2.3 billion EUR; the text's is 200 million EUR too low.",
)  # fmt: skip
PROFIT = judged(
    claim("300 Millionen Euro", SENTENCES[1], TEXT, metric="net_income", low=3e8, high=3e8),
    "scale_error", 3e11, "The text has the wrong power of 1,000.",
)  # fmt: skip
OUTLOOK = judged(
    claim("2,5 Milliarden Euro", SENTENCES[2], TEXT, low=2.5e9, high=2.5e9, period="2024", status="forecast"),
    "unverifiable", None, "No forecast revenue is known for 2024.",
)  # fmt: skip

BASF = "BASF setzte rund 68,9 Milliarden Euro um."
CHEMICALS = judged(
    claim(
        "68,9 Milliarden Euro", BASF, BASF,
        doc_id="basf", company="BASF", low=6.89e10, high=6.89e10, qualifier="about", period="2023-Q4",
    ),
    "exact", 6.89e10, "The text says the same.",
)  # fmt: skip

CLAIMS: Sequence[Claim] = (GROWTH, REVENUE, PROFIT, OUTLOOK, CHEMICALS)
DOCUMENTS: Sequence[Document] = (
    document(TEXT, claims=4, url="https://www.zeitung.example/siemens"),
    document(BASF, "basf", claims=1, title="Chemie", date=None),
    document("Nichts Neues.", "leer"),
)
