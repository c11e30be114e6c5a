"""Decides whether a quantity is a level or a change, and which way it goes."""

from dataclasses import dataclass
from functools import cache

import regex

from pipeline.claims.attachment import Attachment, kinds_of, unit_kind
from pipeline.claims.sentence import Sentence
from pipeline.mentions.context import Cue
from pipeline.mentions.metrics import MetricMention
from pipeline.quantities.quantity import Quantity

RATES = frozenset(
    (
        "margin",
        "interest_rate",
        "unemployment",
        "market_share",
        "stake",
        "inflation",
        "equity",
        "budget",
        "other",
    )
)
"""Metrics whose level is told in percent, so that a bare percentage is no change."""

EARNINGS = frozenset(
    ("net_income", "ebit", "ebitda", "pretax_profit", "gross_profit", "earnings_per_share", "cash_flow")
)
"""Metrics that can be negative."""

COUNTED = frozenset(("employees", "customers", "locations", "sales_volume"))

_UP = r"plus|anstieg\w*|zuwachs\w*|zuwächse|wachstum\w*|zunahme|steigerung\w*|erhöhung\w*|erhoehung|verbesserung|sprung|aufschlag\w*|gewinne?n?|mehr|umsatzplus|umsatzwachstum|wertzuwachs"
_DOWN = r"minus|rückgang\w*|rueckgang\w*|rückgänge\w*|einbruch\w*|abnahme|verlust\w*|senkung\w*|kürzung\w*|reduzierung|abschlag\w*|einbuße\w*|einbusse\w*|verringerung|abbau|wegfall|streichung|schrumpfung|kursverlust\w*"


@dataclass(frozen=True, slots=True)
class Kind:
    """Level or change.

    Attributes:
        kind: `level` or `change`.
        sign: 1 or -1, by which the number as written is multiplied.
        reason: Why, in words.
    """

    kind: str
    sign: int
    reason: str


@cache
def _noun_before() -> "regex.Pattern[str]":
    link = r"(?:\s+(?:(?:im|in|beim|bei|am)\s+(?:\p{L}+\s+){1,3})?(?:von|um|in höhe von|zwischen|auf)|\s*:)?(?:\s+(?:bis zu|etwa|rund|nur|noch|jeweils|insgesamt|währungsbereinigt|bereinigt|organisch))?\s*"
    return regex.compile(rf"(?i)(?:(?<up>(?<!\w){_UP})|(?<down>(?<!\w){_DOWN})){link}$")


@cache
def _adjective_after() -> "regex.Pattern[str]":
    return regex.compile(
        r"(?i)\s*(?:(?:unter|über)\s+(?:dem\s+|den\s+)?(?=vorjahr)|(?:im\s+)?)(?:(?<up>mehr(?!\s+oder)|höher\w*|höheren|größer\w*|gestiegen\w*|über|im plus|zugelegt|fester|teurer|besser|plus|stärker\w*|zulegen|oberhalb|zusätzlich\w*|gewachsen\w*|erhöht\w*|angestiegen\w*)"
        r"|(?<down>weniger|niedriger\w*|geringer\w*|tiefer\w*|gesunken\w*|unter|im minus|schwächer\w*|billiger|leichter|minus|hinter|kleiner\w*|unterhalb|zurückgegangen\w*|reduziert\w*|gefallen\w*|schlechter))(?!\w)"
    )


@cache
def _share_after() -> "regex.Pattern[str]":
    return regex.compile(
        r"(?i)[\s\u00a0](?:der|des|aller|seine[rs]|ihre[rs]|vom|von(?! \d)|am|an|dieser|unserer|deren|dessen|davon|aus|entfallen|entfielen|kommen|kamen|sind|waren|halten|hält|hielt|stammen|stammten"
        r"|beteiligt|lag|liegen|(?:\p{Ll}+ )?(?:anteil|quote))(?!\w)|-anteil"
    )


@cache
def _share_before() -> "regex.Pattern[str]":
    return regex.compile(r"(?i)(?:anteil\w*|quote|rate|satz|marge|rendite|auslastung|wert)\b[^,;]{0,40}$")


@cache
def _minus_word() -> "regex.Pattern[str]":
    return regex.compile(r"(?i)(?<!\w)(minus|plus)\s+(?:rund\s+|etwa\s+|knapp\s+|gut\s+)?$")


def _noun_direction(sentence: Sentence, quantity: Quantity) -> tuple[int, str] | None:
    match = _noun_before().search(sentence.before(quantity.hedge_start))
    if match:
        return (1 if match["up"] else -1), match[0].strip()
    return None


def _after_direction(sentence: Sentence, quantity: Quantity) -> tuple[int, str] | None:
    match = _adjective_after().match(sentence.after(quantity.end, 40))
    if match:
        return (1 if match["up"] else -1), match[0].strip()
    return None


def _suffix_direction(attachment: Attachment | None) -> tuple[int, str] | None:
    mention = attachment.mention if attachment else None
    if mention is None or not mention.suffix:
        return None
    match = regex.match(rf"-?s?-?(?:(?<up>{_UP})|(?<down>{_DOWN}))", mention.suffix)
    if match:
        return (1 if match["up"] else -1), mention.text
    return None


def nearest_direction(sentence: Sentence, quantity: Quantity) -> Cue | None:
    """The cue that tells which way a quantity moved.

    Args:
        sentence: Its sentence.
        quantity: The quantity.

    Returns:
        A split verb around it (`ging um 5 Prozent zurück`), else the nearest cue of its clause, else the nearest
        one before it in the sentence; None where the sentence has none.
    """
    cues = [
        cue
        for cue in sentence.cues
        if cue.name in ("up", "down") and not cue.start <= quantity.start < cue.end
    ]
    around = [
        cue
        for cue in sentence.cues
        if cue.name in ("up", "down") and cue.start < quantity.start and quantity.end <= cue.end
    ]
    if around:
        return max(around, key=lambda cue: cue.start)
    for weight in (1.0, 2.0):
        begin, end = sentence.clause(quantity.start, weight)
        inside = [cue for cue in cues if begin <= cue.start < end]
        if inside:
            return min(inside, key=lambda cue: _distance(sentence, cue, quantity))
    before = [cue for cue in cues if cue.start < quantity.start]
    return before[-1] if before else None


def _distance(sentence: Sentence, cue: Cue, quantity: Quantity) -> float:
    gap = quantity.start - cue.end if cue.start < quantity.start else cue.start - quantity.end
    between = sum(
        min(cue.end, quantity.end) <= other.start < max(cue.start, quantity.start)
        for other in sentence.quantities
        if other is not quantity
    )
    return gap + 25.0 * between + 12.0 * sentence.boundaries(cue.start, quantity.start)


def direction(
    sentence: Sentence, quantity: Quantity, attachment: Attachment | None
) -> tuple[int, str] | None:
    """Which way a change goes.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        attachment: Its metric; a compound such as `Umsatzplus` tells the direction too.

    Returns:
        1 or -1 with the words that tell it, or None where nothing does.
    """
    minus = _minus_word().search(sentence.before(quantity.hedge_start))
    if minus:
        return (-1 if minus[1].lower() == "minus" else 1), minus[1]
    for found in (
        _noun_direction(sentence, quantity),
        _after_direction(sentence, quantity),
        _suffix_direction(attachment),
    ):
        if found:
            return found
    cue = nearest_direction(sentence, quantity)
    if cue:
        return (1 if cue.name == "up" else -1), cue.text
    return None


def _percent_changes(
    sentence: Sentence, quantity: Quantity, attachment: Attachment | None, metric: str
) -> str | None:
    """Why a percentage is a change, or None where it is a level."""
    lead = sentence.lead(quantity)
    if quantity.signed and quantity.text[0] in "+-–−±":
        return "a sign is written to it"
    if _minus_word().search(sentence.before(quantity.hedge_start)) and metric not in (
        "interest_rate",
        "inflation",
        "margin",
    ):
        return "plus or minus stands before it"
    noun = _noun_direction(sentence, quantity)
    if noun:
        return f"`{noun[1]}`"
    share = _share_after().match(sentence.after(quantity.end, 30))
    if lead == "um":
        return "`um` stands before it"
    after = _after_direction(sentence, quantity)
    if after and not (share and metric == "other"):
        return f"`{after[1]}` follows"
    if _suffix_direction(attachment) and lead in ("von", "", "bei", "mit", "um"):
        return f"`{attachment.mention.text if attachment and attachment.mention else ''}`"
    cue = nearest_direction(sentence, quantity)
    if metric in COUNTED and cue is not None and cue.name == "down" and lead != "auf":
        return f"`{cue.text}`"
    if (
        metric in RATES
        or share
        or lead == "auf"
        or _share_before().search(sentence.before(quantity.hedge_start))
    ):
        return None
    if metric in COUNTED and cue is None:
        return None
    return "a percentage of an amount"


def _counts_change(sentence: Sentence, quantity: Quantity, metric: str) -> str | None:
    """Why a number of pieces is a change, or None where it is a level."""
    lead = sentence.lead(quantity)
    noun = _noun_direction(sentence, quantity)
    if lead == "um" or (noun and lead != "auf" and metric != "other"):
        return "`um` or a noun of change stands before it"
    after = _after_direction(sentence, quantity)
    if after and after[1].lower().split()[-1] in ("mehr", "weniger", "zusätzliche", "zusätzlichen"):
        return f"`{after[1]}` follows"
    if (
        metric not in COUNTED
        or lead in ("auf", "bei", "mit")
        or (lead == "von" and quantity.start - sentence.start < 12)
    ):
        return None
    begin, end = sentence.clause(quantity.start)
    words = r"streich|abbau|abzubau|abgebaut|gestrich|entlass|wegfall|kündig|stellenabbau|jobabbau|verlassen|schließ|schliess|geschlossen|dichtmach|kürz|gekürzt"
    if metric == "customers":
        words = r"gew[ia]nn|gewonnen|verlor|verlier|hinzu|dazugewonn|neukund|wechsel|gewechselt"
    elif metric in ("employees", "locations"):
        words += r"|schaffen|geschaffen|einstellen|eingestellt|eröffn|neue (?:stellen|jobs|arbeitsplätze|filialen|läden|standorte|mitarbeiter)|hinzu|kosten"
    else:
        return None
    match = regex.search(
        rf"(?i)(?<!\w)\p{{L}}*(?:{words})\p{{L}}*|(?<!\w)f[aäi]e?ll?(?:en|t)? .{{0,80}}(?<!\w)weg(?!\w)",
        sentence.text[begin:end],
    )
    if match and not regex.search(
        r"(?i)derzeit|zurzeit|aktuell|beschäftigt(?! werden)", sentence.after(quantity.end, 25)
    ):
        return f"`{match[0]}`"
    return None


def _money_changes(sentence: Sentence, quantity: Quantity, metric: str) -> str | None:
    """Why an amount of money is a change, or None where it is a level."""
    noun = _noun_direction(sentence, quantity)
    loss_noun = noun is not None and regex.match(r"(?i)minus|verlust|gewinn|plus", noun[1])
    if (
        noun
        and not (loss_noun and metric in (*EARNINGS, "deal_value", "other"))
        and not regex.search(r"(?i)auf$", noun[1])
    ):
        return f"`{noun[1]}`"
    cue = nearest_direction(sentence, quantity)
    if sentence.lead(quantity) == "um" and cue is not None:
        return "`um` stands before it"
    after = _after_direction(sentence, quantity)
    if after and after[1].lower().split()[-1] in ("mehr", "weniger", "teurer", "billiger"):
        return f"`{after[1]}` follows"
    return None


_JOBS_LOST = regex.compile(
    r"(?i)(?<!\w)\p{L}*(?:streich|strich|abbau|abzubau|abgebaut|entlass|wegf[ai]ll|weggefallen|kündig|verlassen|schlie(?:ß|ss)|geschlossen|schloss|dichtmach|kürz|gekürzt|kosten|verzicht)\p{L}*|(?<!\w)f[aäi]e?ll?(?:en|t)? .{0,80}(?<!\w)weg(?!\w)"
)


def _gap(sentence: Sentence, mention: MetricMention, quantity: Quantity) -> float:
    low, high = min(mention.end, quantity.end), max(mention.start, quantity.start)
    return (
        high
        - low
        + 60.0 * sum(low <= other.start < high for other in sentence.quantities if other is not quantity)
    )


def _loss_sign(
    sentence: Sentence, quantity: Quantity, attachment: Attachment | None, metric: str
) -> tuple[int, str]:
    minus = _minus_word().search(sentence.before(quantity.hedge_start))
    if minus and not quantity.signed:
        return (-1 if minus[1].lower() == "minus" else 1), f"`{minus[1]}` stands before it"
    if metric in EARNINGS:
        noun = _noun_direction(sentence, quantity)
        if noun and regex.match(r"(?i)minus|verlust|plus|gewinn", noun[1]):
            return noun[0], f"`{noun[1]}`"
        begin, end = sentence.clause(quantity.start)
        told = [
            mention
            for mention in sentence.metrics
            if mention.metric in EARNINGS and begin <= mention.start < end
        ]
        if attachment and attachment.mention:
            told.append(attachment.mention)
        nearest = min(told, key=lambda mention: _gap(sentence, mention, quantity), default=None)
        if nearest is not None and nearest.loss:
            return -1, f"`{nearest.text}` is a loss"
    return 1, "as written"


def decide_kind(sentence: Sentence, quantity: Quantity, attachment: Attachment | None, metric: str) -> Kind:
    """Decide whether a quantity is a level or a change, and its sign.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        attachment: How its metric was found, where it was.
        metric: Its metric.

    Returns:
        Kind with sign and reason.
    """
    kind = unit_kind(quantity.unit)
    why: str | None
    if kind == "factor":
        return Kind("change", 1, "a factor compares")
    if kind == "points":
        why = "percentage points are a difference"
    elif kind == "percent":
        why = _percent_changes(sentence, quantity, attachment, metric)
    elif kind == "money" or ("money" in kinds_of(sentence, quantity) and metric not in COUNTED):
        why = _money_changes(sentence, quantity, metric)
    elif kind == "index":
        lead, cue = sentence.lead(quantity), nearest_direction(sentence, quantity)
        why = (
            "points lost or won"
            if lead == "um"
            or (
                lead == ""
                and cue is not None
                and not quantity.decimal
                and quantity.low < 1000
                and quantity.compound == ""
            )
            else None
        )
    else:
        why = _counts_change(sentence, quantity, metric)
    if why is not None and "marke" in quantity.compound.lower():
        why = None  # `Kampf um 9600-Punkte-Marke`
    if why is None:
        sign, reason = _loss_sign(sentence, quantity, attachment, metric)
        return Kind("level", sign, reason)
    if quantity.signed:
        return Kind("change", 1, why)
    found = direction(sentence, quantity, attachment)
    if kind == "count" and metric in COUNTED:
        begin, end = sentence.clause(quantity.start)
        if _JOBS_LOST.search(sentence.text[begin:end]) and metric in ("employees", "locations"):
            return Kind("change", -1, why)
        return Kind("change", found[0] if found and metric != "customers" else 1, why)
    if found is None:
        return Kind("change", 1, why)
    return Kind("change", found[0], f"{why}; `{found[1]}`")
