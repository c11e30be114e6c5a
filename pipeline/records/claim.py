"""The claim record: one quantity that a text states, with all that the text says of it."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Literal, get_args

Metric = Literal[
    "revenue", "gross_profit", "ebitda", "ebit", "pretax_profit", "net_income", "margin",
    "earnings_per_share", "dividend", "order_intake", "order_backlog", "cash_flow", "debt", "equity",
    "assets", "investment", "costs", "savings", "deal_value", "stake", "market_cap", "share_price",
    "index_level", "market_share", "sales_volume", "production", "customers", "employees", "locations",
    "price", "exchange_rate", "commodity_price", "interest_rate", "inflation", "gdp", "unemployment",
    "budget", "other",
]  # fmt: skip
Kind = Literal["level", "change"]
Qualifier = Literal["exact", "about", "under", "over", "at_most", "at_least"]
Status = Literal["reported", "forecast", "prior_forecast", "consensus"]
Verdict = Literal[
    "exact", "rounded", "hedged", "in_range", "derived", "scale_error", "sign_error", "unit_error",
    "period_shift", "metric_confusion", "contradicted", "unverifiable",
]  # fmt: skip

METRICS: tuple[str, ...] = get_args(Metric)
KINDS: tuple[str, ...] = get_args(Kind)
QUALIFIERS: tuple[str, ...] = get_args(Qualifier)
STATUSES: tuple[str, ...] = get_args(Status)
VERDICTS: tuple[str, ...] = get_args(Verdict)

CORE_METRICS: tuple[str, ...] = (
    "revenue", "gross_profit", "ebitda", "ebit", "pretax_profit", "net_income", "margin",
    "earnings_per_share", "dividend",
)  # fmt: skip
"""The metrics by which accuracy is judged: what a company earns."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One quantity that a text states, as a fact, an outlook or an estimate.

    Attributes:
        doc_id: The document.
        start: First code point of the quantity in the document's text.
        end: First code point after it.
        text: The text between them.
        sentence: The sentence that holds it.
        metric: What is measured; `other` for all that no named metric covers.
        kind: `level` for the figure itself, `change` for a difference against another figure.
        low: Lower end of the value in base units (1 EUR, 1 percent, 1 piece).
        high: Upper end; equals `low` unless the text gives a range.
        precision: Half a unit of the last digit as written, in base units.
        unit: ISO 4217 code, `percent`, `percentage_points`, `factor`, `count`, `points` or a physical unit.
        qualifier: How the text hedges the number.
        company: Whom it is about, in the longest form by which the document names it.
        company_id: Identifier (ISIN) in the company register.
        segment: Division, product, region, index or currency that the figure is limited to.
        adjusted: The figure is given before special items, organically or in constant currency.
        period: `YYYY`, `YYYY-Qn`, `YYYY-Hn`, `YYYY-9M`, `YYYY-MM` or `YYYY-MM-DD`.
        period_start: First day of the period.
        period_end: Last day of the period.
        fiscal: The document calls the period a fiscal one.
        reference: What a change is measured against.
        status: Reported, outlook, replaced outlook, or what analysts expected.
        negated: The text denies it.
        speaker: Who says so, where the text attributes it.
        confidence: 0 to 1.
        verdict: What known figures say of it; None where it was not checked.
        verdict_reason: The same in one sentence for a person.
        known_low: Lower end of the known value.
        known_high: Upper end of the known value.
        known_source: Where the known value was published.
    """

    doc_id: str
    start: int
    end: int
    text: str
    sentence: str
    metric: Metric
    kind: Kind
    low: float
    high: float
    precision: float
    unit: str
    qualifier: Qualifier = "exact"
    company: str | None = None
    company_id: str | None = None
    segment: str | None = None
    adjusted: bool = False
    period: str | None = None
    period_start: date | None = None
    period_end: date | None = None
    fiscal: bool = False
    reference: str | None = None
    status: Status = "reported"
    negated: bool = False
    speaker: str | None = None
    confidence: float = 1.0
    verdict: Verdict | None = None
    verdict_reason: str | None = None
    known_low: float | None = None
    known_high: float | None = None
    known_source: str | None = None

    def _repr_html_(self) -> str:
        from pipeline.records.html import claim_html

        return claim_html(self)


CLAIM_FIELDS: tuple[str, ...] = tuple(field.name for field in fields(Claim))
"""Names of the columns of a table of claims, in their order."""
