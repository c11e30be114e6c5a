"""Says in English what is known and how far a claim is from it, with numbers that a person can read."""

from urllib.parse import urlsplit

from pipeline.figures.derivation import Derived
from pipeline.figures.finding import Question
from pipeline.figures.intervals import Stated, Value, equal
from pipeline.figures.known import KnownFigure

_HEDGES = {
    "about": "about ",
    "under": "under ",
    "over": "over ",
    "at_most": "at most ",
    "at_least": "at least ",
}
_UNITS = {"percentage_points": "percentage points", "count": "", "XXX": "", "factor": ""}
_RATES = ("percent", "percentage_points", "factor")


def words(name: str) -> str:
    """An identifier as words: `net income`."""
    return name.replace("_", " ")


_PLURALS = {
    **dict.fromkeys(("customers", "employees", "locations"), "number of "),
    **dict.fromkeys(("costs", "savings", "assets"), "sum of "),
}


def _counted(metric: str) -> str:
    """A metric as the subject of a sentence in the singular: `number of customers`."""
    return _PLURALS.get(metric, "") + words(metric)


def number(value: float) -> str:
    """A number as one reads it aloud: `1.775 billion`, `265,400`, `-24.7`."""
    for size, word in ((1e12, "trillion"), (1e9, "billion"), (1e6, "million")):
        if abs(value) >= size:
            return f"{value / size:.6g} {word}"
    return f"{value:,.0f}" if abs(value) >= 1000 and equal(value, round(value)) else f"{value:,.6g}"


def amount(low: float, high: float, unit: str) -> str:
    """A value or range with its unit: `1.775 billion to 1.8 billion USD`, `3 times`, `265,400`."""
    told = number(low) if equal(low, high) else f"{number(low)} to {number(high)}"
    if unit == "factor":
        return f"{told} times"
    return f"{told} {_UNITS.get(unit, unit)}".rstrip()


def stated(claim: Stated, unit: str) -> str:
    """What the text states, with its hedge."""
    return _HEDGES.get(claim.qualifier, "") + amount(claim.low, claim.high, unit)


def subject(figure: KnownFigure) -> str:
    """What a known figure is of: `change of revenue of SAP for 2019`."""
    parts = [
        "outlook for" if figure.status != "reported" else "",
        "change of" if figure.kind == "change" else "",
        "adjusted" if figure.adjusted else "",
        f"{_counted(figure.metric)} of {figure.company}",
        f'("{figure.segment}")' if figure.segment else "",
        f"at {figure.period_end}" if figure.at_a_date else f"for {period(figure)}",
    ]
    return " ".join(part for part in parts if part)


def period(figure: KnownFigure) -> str:
    """The period of a known figure, with its dates where the label does not say them."""
    return (
        f"{figure.period} ({figure.period_start} to {figure.period_end})" if figure.fiscal else figure.period
    )


def source(figure: KnownFigure) -> str:
    """Where and when a figure was published: ` (capyfin.com, 2020-06-02)`."""
    site = urlsplit(figure.source).netloc.removeprefix("www.") if figure.source else ""
    told = ", ".join(part for part in (site or figure.source, figure.as_of) if part)
    return f" ({told})" if told else ""


def known(figure: KnownFigure) -> str:
    """The clause that tells a known figure, its value and its source."""
    return f"the known {subject(figure)} is {amount(figure.low, figure.high, figure.unit)}{source(figure)}"


def derived(value: Derived) -> str:
    """The clause that tells a derived value and the figures it follows from."""
    parts = " and ".join(
        f"{amount(figure.low, figure.high, figure.unit)} {words(figure.metric)} of {figure.period}"
        + source(figure)
        for figure in value.sources
    )
    # A rate worked out is told with four digits, however many the division gives.
    middle = float(f"{value.middle:.4g}") if value.unit in _RATES else value.middle
    told = amount(middle, middle, value.unit)
    return f"from {parts} of {value.sources[0].company} follows {told} ({value.how})"


def deviation(claim: Stated, value: Value, unit: str) -> str:
    """How far the nearer end of a stated value is from the known one."""
    off = min((claim.low - value.low, claim.high - value.high), key=abs)
    size = max(abs(value.low), abs(value.high))
    gap = amount(abs(off), abs(off), "percentage_points" if unit == "percent" else unit)
    told = f"{gap} too {'high' if off > 0 else 'low'}"
    if not size or unit in _RATES:
        return told
    return f"{told}, off by {number(float(f'{abs(off) / size * 100:.2g}'))} percent"


def sentence(fact: str, judgement: str, *reasons: str) -> str:
    """One sentence of what is known, what that says of the claim, and why it was held to be meant."""
    joined = f"{fact}; {', '.join((judgement, *reasons))}"
    return f"{joined[:1].upper()}{joined[1:]}."


def unknown(question: Question) -> str:
    """What the table lacks to check a claim, as one sentence."""
    claim = question.claim
    name = claim.company or question.link.name
    if claim.period is None and not question.spans:
        return f"The text gives no period, so that it is open which of the known figures of {name} is meant."
    period = claim.period or str(question.spans[0].end)
    if not question.spans:
        return f"No figures of {name} are known for {period}."
    parts = [
        "outlook for" if claim.status in ("forecast", "prior_forecast") else "",
        "consensus on" if claim.status == "consensus" else "",
        "change of" if claim.kind == "change" else "",
        "adjusted" if claim.adjusted else "",
        f"{_counted(claim.metric)} of {name}",
        f'("{claim.segment}")' if claim.segment else "",
    ]
    return f"Nothing is known of the {' '.join(part for part in parts if part)} for {period}."
