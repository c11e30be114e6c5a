"""Chooses the metric of a group of quantities: each mention gets a score from features whose weights stand in one table."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import regex

from pipeline.claims.sentence import Sentence
from pipeline.mentions.metrics import MetricMention, metric_units
from pipeline.quantities.quantity import Quantity

WEIGHTS: dict[str, float] = {
    "before": 1.2,
    "after": 0.0,
    "directly_before": 2.5,
    "directly_after": 3.0,
    "counted_noun": 5.0,
    "words_between": -0.07,
    "boundaries_between": -0.8,
    "quantities_between": -0.35,
    "mentions_between": -0.7,
    "bracket_apart": -0.5,
    "verb": -0.9,
    "other_metric": -0.3,
    "fitting_size": 0.8,
    "misfitting_size": -2.5,
    "modifier_after": 2.2,
    "counted_thing": 2.0,
    "rate_in_percent": 0.8,
    "in_adjunct": -1.3,
    "share_of_something": -3.0,
}
"""What each feature adds to the score of a metric mention, per unit of the feature."""

PEOPLE_AND_PLACES = frozenset(("employees", "customers", "locations"))
"""What a counted noun names for certain; `Fahrzeuge` can be sold or made."""

SMALL_AMOUNT_METRICS = frozenset(
    ("share_price", "earnings_per_share", "exchange_rate", "commodity_price", "price")
)
EARNINGS_METRICS = frozenset(("ebit", "ebitda", "pretax_profit"))
"""Profits named more closely than just `Gewinn`."""

LARGE_AMOUNT_METRICS = frozenset(
    ("revenue", "gross_profit", "ebitda", "ebit", "pretax_profit", "net_income", "order_intake", "order_backlog",
     "cash_flow", "debt", "equity", "assets", "investment", "costs", "savings", "market_cap", "budget")
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Attachment:
    """The metric of a group of quantities.

    Attributes:
        metric: The metric.
        mention: The mention that names it; None where it was taken from elsewhere.
        score: Its score; the greater the surer.
        margin: Its lead over the best mention of another metric.
        reason: Why, in words.
    """

    metric: str
    mention: MetricMention | None
    score: float
    margin: float
    reason: str


def unit_kind(unit: str | None) -> str:
    """Sort a unit into the kinds in which metrics.toml says what a metric can be told in."""
    if unit in ("percent", "factor", "count"):
        return unit
    if unit == "percentage_points":
        return "points"
    if unit == "points":
        return "index"
    if unit and len(unit) == 3 and unit.isupper() and unit.isascii():
        return "money"
    return "physical"


_NOUN_AFTER = regex.compile(
    r"[\s\u00a0](?:\p{Ll}{3,}(?:e|er|en|es|em)\s)?(?!Vorjahr|Jahr|Ende|Quartal)\p{Lu}\p{Ll}{2,}"
)
_SHARE_OF = regex.compile(r"[\s\u00a0](?:der|des|aller|dieser|unserer|von (?!\d))(?!\w)")


def kinds_of(sentence: Sentence, quantity: Quantity) -> tuple[str, ...]:
    """The kinds of unit that a quantity can have.

    A bare `57,4 Milliarden` can be pieces or an amount whose currency was named before; so can a bare `2,88`. What
    counts a noun (`300 Millionen Teilnahmen`) is pieces.
    """
    kind = unit_kind(quantity.unit)
    if kind != "count" or quantity.form != "number" or not (quantity.scaled or quantity.decimal):
        return (kind,)
    return (
        (kind,)
        if _NOUN_AFTER.match(sentence.after(quantity.end, 30)) and not quantity.decimal
        else ("money", kind)
    )


def fits(metric: str, sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a metric can be told in the unit of a quantity (a margin never is money)."""
    return any(kind in metric_units()[metric] for kind in kinds_of(sentence, quantity))


@cache
def _direct_before() -> "regex.Pattern[str]":
    return regex.compile(
        r"(?i)[\s:(=,]*(?:\([^)]*\)\s*)?(?:(?:von|bei|auf|um|mit|in höhe|über|im umfang|im volumen|im wert|beträgt|betrug|betrugen|betragen|lag|liegt|lagen|liegen|erreichte|erreicht"
        r"|erreichten|belief|beläuft|beliefen|sich|stieg|sank|wuchs|fiel|kletterte|war|ist|sind|waren|des konzerns|des unternehmens|der gruppe|zwischen|bis zu|jetzt|nun|nur|noch|damit|rund|plus|minus"
        r"|in|höhe|steigt|sinkt|wächst|erhöhte|verbesserte|verringerte|reduzierte|zuletzt|insgesamt|einem|einer|eines|dem|der|den)[\s:]*)*"
    )


@cache
def _direct_after() -> "regex.Pattern[str]":
    return regex.compile(
        r"\s*(?:\)?\s*(?:an|mehr|weniger|des|der|am|vom|beim|im|seines|ihres|ihrer|seiner|als)\s+)?(?:\p{Ll}+(?:e|er|en|es|em)\s+){0,2}"
    )


@cache
def _counted() -> "regex.Pattern[str]":
    return regex.compile(
        r"[\s\u00a0](?:(?:der|aller|ihrer|seiner|von)\s)?(?:\p{Ll}[\p{Ll}-]+(?:e|er|en|es|em|te|ten|ter)\s){0,3}"
    )


# `steigerte den Gewinn durch Personalabbau um 20 Prozent`: what stands in an adjunct is seldom what is measured.
_ADJUNCT = regex.compile(
    r"(?i)(?<!\w)(?:durch|dank|wegen|trotz|infolge|aufgrund|angesichts|ohne|inklusive|einschließlich|nach|ungeachtet|neben|für)\s(?:[\p{L}-]+\s){0,5}$"
)


def _size(metric: str, sentence: Sentence, quantity: Quantity) -> str | None:
    if "money" not in kinds_of(sentence, quantity):
        return None
    amount = abs(quantity.high)
    if metric in SMALL_AMOUNT_METRICS:
        return "fitting_size" if amount < 100_000 and not quantity.scaled else "misfitting_size"
    if metric in LARGE_AMOUNT_METRICS:
        return "fitting_size" if amount >= 10_000 else "misfitting_size"
    return None


def features(sentence: Sentence, quantity: Quantity, mention: MetricMention) -> dict[str, float]:
    """What speaks for and against a mention as the metric of a quantity.

    Args:
        sentence: The sentence of both.
        quantity: The quantity.
        mention: The metric mention.

    Returns:
        Feature values by the names of `WEIGHTS`.
    """
    before = mention.start < quantity.start
    low, high = (mention.end, quantity.hedge_start) if before else (quantity.end, mention.start)
    gap = sentence.text[low:high]
    found = {
        "before" if before else "after": 1.0,
        "words_between": float(len(gap.split())),
        "boundaries_between": sentence.boundaries(low, high),
        "quantities_between": float(sum(low <= other.start < high for other in sentence.quantities)),
        "mentions_between": float(
            sum(
                low <= other.start < high
                and other.metric != mention.metric
                and not other.verb
                and fits(other.metric, sentence, quantity)
                for other in sentence.metrics
            )
        ),
    }
    if sentence.bracket(quantity.start) != sentence.bracket(mention.start):
        found["bracket_apart"] = 1.0
    if before and _direct_before().fullmatch(gap):
        found["directly_before"] = 1.0
    elif not before and quantity.unit == "count" and _counted().fullmatch(gap) and not mention.verb:
        found["counted_noun" if mention.metric in PEOPLE_AND_PLACES else "counted_thing"] = 1.0
    elif not before and _direct_after().fullmatch(gap) and not mention.verb:
        found["modifier_after" if mention.text[:3] == "vor" else "directly_after"] = 1.0
    if mention.verb:
        found["verb"] = 1.0
    if mention.metric == "other":
        found["other_metric"] = 1.0
    if (
        _ADJUNCT.search(sentence.before(mention.start, 70))
        and "directly_before" not in found
        and "directly_after" not in found
    ):
        found["in_adjunct"] = 1.0
    if (
        quantity.unit == "percent"
        and mention.metric in PROFITS
        and _SHARE_OF.match(sentence.after(quantity.end, 12))
        and mention.start - quantity.end not in range(0, 14)
    ):
        found["share_of_something"] = 1.0
    if (
        mention.metric in ("margin", "interest_rate", "unemployment", "market_share")
        and quantity.unit == "percent"
        and sentence.lead(quantity) != "um"
    ):
        found["rate_in_percent"] = 1.0
    size = _size(mention.metric, sentence, quantity)
    if size:
        found[size] = 1.0
    return found


def score(sentence: Sentence, quantity: Quantity, mention: MetricMention) -> float:
    """Weighted sum of the features of a mention."""
    return sum(WEIGHTS[name] * value for name, value in features(sentence, quantity, mention).items())


def attach(sentence: Sentence, quantities: Sequence[Quantity]) -> Attachment | None:
    """Choose the metric that a group of quantities shares.

    Args:
        sentence: The sentence.
        quantities: The quantities of the group.

    Returns:
        The best metric mention of the sentence that any of them can be told in; None where there is none.
    """
    ranked: list[tuple[float, MetricMention]] = []
    for mention in sentence.metrics:
        scores = [
            score(sentence, quantity, mention)
            for quantity in quantities
            if fits(mention.metric, sentence, quantity)
        ]
        if scores:
            # One member that the mention stands beside is enough: `um 8 Prozent auf 2,1 Milliarden Euro Umsatz`.
            ranked.append((max(scores) + 0.5 * (len(scores) - len(quantities)), mention))
    if not ranked:
        return None
    ranked.sort(key=lambda item: -item[0])
    best_score, best = ranked[0]
    rival = next((value for value, mention in ranked[1:] if mention.metric != best.metric), best_score - 3.0)
    reason = f"`{best.text}` names it (score {best_score:.1f}, next {rival:.1f})"
    return Attachment(best.metric, best, best_score, best_score - rival, reason)


_PER_HEAD = regex.compile(
    r"\s(?:\p{Lu}\p{Ll}+ )?(?:je|pro) (?!Jahr|Monat|Quartal|Woche|Tag|Stück|\p{L}*[Aa]ktie|Anteil|Papier|Titel|Namen)\p{Lu}"
)
PROFITS = frozenset(("net_income", "ebit", "ebitda", "pretax_profit", "revenue"))


_PAID_OUT = regex.compile(r"(?i)aktionär|hauptversammlung|generalversammlung|ausschütt")


@cache
def _per_share() -> "regex.Pattern[str]":
    return regex.compile(r"(?i)[\s\u00a0]{0,2}(?:je|pro) (?:\p{L}+-?)?(?:aktie|anteilsschein|papier)")


def per_share(sentence: Sentence, quantity: Quantity, metric: str) -> str:
    """Turn a profit told per share into earnings per share (`Gewinn von 10,77 Euro je Aktie`).

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        metric: Its metric so far.

    Returns:
        The metric.
    """
    if metric in PROFITS and _PER_HEAD.match(sentence.after(quantity.end)):
        return "other"
    if (
        metric not in ("net_income", "other", "ebit", "pretax_profit")
        or "money" not in kinds_of(sentence, quantity)
        or quantity.scaled
    ):
        return metric
    begin, end = sentence.clause(quantity.start)
    beside = _per_share().match(sentence.after(quantity.end)) or (
        _per_share().search(sentence.text, begin, quantity.start) and abs(quantity.high) < 1000
    )
    if not beside:
        return metric
    paid = _PAID_OUT.search(sentence.text, sentence.start, sentence.end)
    return "dividend" if paid and metric == "other" else "earnings_per_share"
