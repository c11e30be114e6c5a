"""Decides whether a figure is reported, an outlook, a replaced outlook or what analysts expected, and whether it is adjusted or denied."""

from datetime import date
from functools import cache

import regex

from pipeline.claims.sentence import Sentence
from pipeline.mentions.mention import PeriodMention
from pipeline.quantities.quantity import Quantity

_CUTS = regex.compile(
    r"(?i)(?<!\w)(?:streicht|streichen|abbau\w*|abzubauen|kürzt|kürzen|schließt|schließen|schliesst|schliessen|entlässt|entlassen(?! worden)|wegfallen|wegfällt|fallen weg|stellenabbau\w*|jobabbau\w*|schließung\w*|schaffen|einstellen|kündigungen)(?!\w)"
)


@cache
def _revision() -> "regex.Pattern[str]":
    return regex.compile(
        r"(?i)(?:prognose|ausblick|ziel|erwartung|vorhersage|spanne|kursziel|jahresprognose|schätzung)\w*.{0,90}(?:angehoben|erhöht|gesenkt|gekürzt|senkt|hebt|hob|kappt|senkte|erhöhte|anheben|reduziert|geändert|präzisiert|angepasst|nach oben|nach unten)"
        r"|(?:hebt|hob|senkt|senkte|kappt|kappte|erhöht|erhöhte|schraubt|kürzt|kürzte|präzisiert)\w*.{0,60}(?:prognose|ausblick|ziel|erwartung|kursziel)"
    )


@cache
def _dividend_paid() -> "regex.Pattern[str]":
    return regex.compile(
        r"(?i)(?<!\w)(?:gezahlt|zahlte|zahlten|ausgeschüttet|ausgezahlt|überwies|schüttete|vorjahr\w*|im jahr zuvor|ein jahr zuvor|nach \d|bisher|zuvor|erhielten)"
    )


def _last(names: list[str]) -> str | None:
    return names[-1] if names else None


def decide_status(
    sentence: Sentence,
    quantity: Quantity,
    *,
    metric: str,
    kind: str,
    link: str | None,
    previous: str | None,
    period: PeriodMention | None,
    published: date | None,
    earlier: bool,
) -> tuple[str, str]:
    """Decide the status of a figure.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        metric: Its metric.
        kind: `level` or `change`.
        link: How it hangs on the quantity before it in its group, None for the first.
        previous: Status of that quantity.
        period: The period that it covers, where one is named.
        published: Day of publication.
        earlier: It is told of the year before or another time past.

    Returns:
        Status and the reason for it.
    """
    begin, end = sentence.clause(quantity.start)
    clause = sentence.text[begin:end]
    bracket = sentence.bracket(quantity.start)
    inside = sentence.cues_in(*(bracket or (begin, end)), "forecast", "consensus", "prior")
    names = {cue.name for cue in inside} | {
        cue.name for cue in sentence.cues_in(begin, end, "forecast", "consensus", "prior")
    }
    wide = {cue.name: cue.text for cue in sentence.cues}
    stock = kind == "level" and metric in ("employees", "customers", "locations")
    if stock and (
        sentence.lead(quantity) == "von"
        or regex.search(
            r"(?i)(?:derzeit|insgesamt|aktuell|bisher|zurzeit)\w*\s+(?:\w+\s+)?$",
            sentence.before(quantity.start, 30),
        )
    ):
        return "reported", "the stock from which a plan starts"
    if earlier and metric != "dividend":
        return "reported", "told of a time past"
    if "consensus" in wide and _consensus_applies(sentence, quantity):
        return "consensus", f"`{wide['consensus']}`"
    if metric == "dividend":
        if (
            earlier
            or _dividend_paid().search(sentence.before(quantity.start, 40))
            or regex.search(r"(?i)gezahlt|ausgeschüttet|vorjahr", sentence.after(quantity.end, 40))
        ):
            return "reported", "a dividend paid before"
        return "forecast", "a dividend proposed"
    revised = bool(_revision().search(sentence.text[sentence.start : sentence.end]))
    if (
        revised
        and link is None
        and sentence.lead(quantity) in ("von", "statt")
        and _paired(sentence, quantity)
    ):
        return "prior_forecast", "the outlook that is replaced"
    if (
        link in ("after", "bracket")
        and previous in ("forecast", "consensus")
        and regex.search(
            r"(?i)bisher|bislang|zuvor|ursprünglich|statt|alt", sentence.before(quantity.start, 40)
        )
    ):
        return "prior_forecast", "the outlook that is replaced"
    if link is not None and previous is not None:
        return ("forecast" if previous == "prior_forecast" else previous), "as the figure beside it"
    if "prior" in names and ("forecast" in names or "forecast" in wide or revised):
        return "prior_forecast", f"`{wide['prior']}`"
    if "forecast" in names:
        return "forecast", f"`{wide['forecast']}`"
    if revised:
        return "forecast", "an outlook is changed"
    if kind == "change" and metric in ("employees", "locations") and quantity.unit in ("count", "percent"):
        cut = _CUTS.search(clause)
        if cut and not regex.search(r"(?i)(?:wurden|worden|hat|hatte|haben|hatten)\b", clause):
            return "forecast", f"`{cut[0]}` is still to come"
    if (
        clause.lstrip(" ,")
        .lower()
        .startswith(("was ", "das entspr", "dies entspr", "ein plus", "ein minus", "und damit", "also "))
        and previous
    ):
        return previous, "as the clause before it"
    if period is not None and published is not None and period.last_day is not None and not period.comparison:
        future = period.first_day is not None and (
            period.first_day > published
            or (period.last_day > published and period.granularity in ("year", "half"))
        )
        if future and regex.search(
            r"(?i)(?<!\w)(?:bis|für|ab|im kommenden|nächste|kommende)",
            sentence.before(period.start + 4, 30) + period.text,
        ):
            return "forecast", f"`{period.text}` lies ahead"
    if (
        period is not None
        and published is not None
        and period.first_day is not None
        and period.first_day > published
    ):
        return "forecast", f"`{period.text}` lies ahead"
    return "reported", "nothing says otherwise"


def _paired(sentence: Sentence, quantity: Quantity) -> bool:
    return any(
        0 < other.start - quantity.end < 40 and sentence.lead(other) == "auf" for other in sentence.quantities
    )


def _consensus_applies(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the analysts' number is this one and not the company's beside it."""
    for cue in sentence.cues:
        if cue.name != "consensus":
            continue
        if (
            sentence.boundaries(cue.start, quantity.start) < 1.0
            or sentence.boundaries(cue.end, quantity.start) < 1.0
        ):
            return True
        begin, end = sentence.clause(quantity.start, 2.0)
        if (
            begin <= cue.start < end
            and cue.start < quantity.start
            and not any(cue.start < other.start < quantity.start for other in sentence.quantities)
        ):
            return True
    return False


def is_adjusted(
    sentence: Sentence, quantity: Quantity, anchor: int, link: str | None, previous: bool
) -> bool:
    """Whether a figure is given before special items, organically or in constant currency.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        anchor: Where its metric is named, or where the quantity begins.
        link: How it hangs on the quantity before it.
        previous: Whether that one is adjusted.

    Returns:
        True where a word of adjustment is said of this figure and not of the one beside it.
    """
    cues = [cue for cue in sentence.cues if cue.name == "adjusted"]
    bracket = sentence.bracket(quantity.start)
    if bracket:
        inside = [cue for cue in cues if bracket[0] <= cue.start < bracket[1]]
        if inside:
            return True
        if link == "bracket":
            return previous and not any(bracket[0] <= cue.start < bracket[1] for cue in cues)
    begin, end = sentence.clause(quantity.start, 1.0)
    low, high = min(anchor, quantity.start), max(anchor, quantity.end)
    for cue in cues:
        if not begin <= cue.start < end and not low <= cue.start <= high:
            continue
        if sentence.bracket(cue.start) != bracket:
            continue
        others = [other for other in sentence.quantities if other is not quantity]
        if cue.start < quantity.start:
            blocked = any(cue.start < other.start < quantity.start for other in others) and link is None
            if not blocked and sentence.boundaries(cue.start, quantity.start) < 1.0:
                return True
        elif (
            not any(quantity.end <= other.start < cue.start for other in others)
            and cue.start - quantity.end < 60
        ):
            return True
    return link in ("to", "from_to", "after") and previous


def is_negated(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the text denies a figure (`sei nicht um 5 Prozent gesunken`)."""
    begin, _end = sentence.clause(quantity.start)
    return any(
        begin <= cue.start < quantity.start and quantity.start - cue.end < 30
        for cue in sentence.cues
        if cue.name == "negated"
    )
