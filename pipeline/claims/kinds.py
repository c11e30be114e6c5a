"""Decides whether a quantity is a level or a change: percentages, pieces, money, index points."""

from dataclasses import dataclass

from pipeline.claims.attachment import Attachment
from pipeline.claims.direction import (
    after_direction,
    compound_direction,
    direction,
    nearest_cue,
    noun_direction,
    sign_word,
)
from pipeline.claims.expectations import Gap
from pipeline.claims.fitting import kinds_of, unit_kind
from pipeline.claims.groups import Member
from pipeline.claims.losses import level_sign
from pipeline.claims.metric_classes import COUNTED, EARNINGS, JOBS_AND_PLACES, ORDERS, RATES, SIGNED_RATES
from pipeline.claims.sentence import Sentence
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern

OWN = ORDERS | EARNINGS | {"revenue"}
"""What a company loses a part of: `hat ein Drittel ihres Umsatzes eingebüßt`."""
_SIGNS = "+-–−±"
NO_SIGN_OF_CHANGE = "a percentage of an amount"
"""Why a percentage is taken for a change of which nothing tells the way."""
_OPENING = 25
"""`Von 200 Mitarbeitern …` at the start of a sentence is a stock, however it goes on."""
_IN_MULTIPLES = frozenset(("debt", "deal_value", "market_cap"))
"""What is told as a multiple of what is earned or sold in a year."""
_LARGEST_MOVE = 1000
"""An index loses fewer points than this in a day."""


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


def _percent_changes(
    sentence: Sentence, quantity: Quantity, attachment: Attachment | None, metric: str
) -> str | None:
    """Why a percentage is a change, or None where it is a level."""
    lead = sentence.lead(quantity)
    between = metric in SIGNED_RATES and (
        lead in ("from", "to", "at") or sentence.before(quantity.start).endswith("zwischen ")
    )  # `fiel von -6,8 auf -10,4 Prozent`
    if quantity.signed and quantity.text[0] in _SIGNS and not between:
        return "a sign is written to it"
    if sign_word(sentence, quantity) and metric not in SIGNED_RATES:
        return "plus or minus stands before it"
    noun = noun_direction(sentence, quantity)
    bare_sign = (
        metric in SIGNED_RATES and noun is not None and pattern("bare_sign").fullmatch(noun[1]) is not None
    )
    if noun and not bare_sign:  # `die Marge drehte von minus 0,7 auf plus 1,0 Prozent` is two levels
        return f"`{noun[1]}`"
    given_up = sentence.says("gives_up", quantity) if lead == "to" and metric in ("price", "debt") else None
    if given_up:
        return f"`{given_up[0]}`"
    if lead == "by":
        return "`um` stands before it"
    valued = sentence.says("growth_valued", quantity) if lead == "to" else None
    if valued:
        return f"`{valued[0]}`"
    reached = sentence.says_before(quantity, "reached_growth")
    if reached and metric not in RATES:
        return f"`{reached[0]}`"
    if metric in COUNTED and sentence.says_after(quantity, "comes_from"):
        return None
    share = sentence.says_after(quantity, "share_of") or sentence.says_after(quantity, "share_told")
    lost = sentence.says_after(quantity, "of_its_value")
    if lost and lead != "to" and nearest_cue(sentence, quantity) is not None:
        return f"`{lost[0].strip()}` follows"
    gone = sentence.says("lost_a_part", quantity) if share and lead == "" and metric in OWN else None
    if gone:
        return f"`{gone[0][:40]}`"
    after = after_direction(sentence, quantity)
    # `ist auf 6,5 Prozent gestiegen`, `rentierten mit 4,07 Prozent, zwei Punkte niedriger`
    compared = after is not None and sentence.text[quantity.end : quantity.end + 2] != f" {after[1][:1]}"
    moved_to = metric in RATES and (lead == "to" or (compared and lead in ("with", "at")))
    if after and not moved_to and not (share and metric == "other"):
        return f"`{after[1]}` follows"
    compound = compound_direction(attachment)
    growth = compound is not None and pattern("growth").search(compound[1]) is not None
    if compound and (growth or lead in ("from", "", "at", "with")):
        return f"`{compound[1]}`"
    cue = nearest_cue(sentence, quantity)
    if metric in COUNTED and cue is not None and cue.name == "down" and lead != "to":
        return f"`{cue.text}`"
    named = attachment.mention.text if attachment and attachment.mention else ""
    level = (
        metric in RATES
        or share
        or pattern("ratio_noun").fullmatch(named)
        or (cue is None and (metric == "dividend" or _part_of_it(sentence, quantity)))
        or lead == "to"
        or sentence.says_before(quantity, "rate_noun")
        or (lead == "" and sentence.says("contributes", quantity))
        or (metric in COUNTED and cue is None)
    )
    return None if level else NO_SIGN_OF_CHANGE


def _part_of_it(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether the clause opens with the whole of a percentage (`Vom Umsatz landeten 27 Prozent`)."""
    begin, _end = sentence.clause(quantity.start)
    return pattern("share_before").match(sentence.text[begin : quantity.start].lstrip(' ,;„"')) is not None


def _says_more(sentence: Sentence, quantity: Quantity, wording: str) -> str | None:
    """The word after a figure that makes it a difference (`200 mehr`, `5 Euro teurer`)."""
    after = after_direction(sentence, quantity)
    return after[1] if after and pattern(wording).fullmatch(after[1].split()[-1]) else None


def is_whole(sentence: Sentence, quantity: Quantity) -> bool:
    """Whether a number is told only as the whole of the one before it (`800 ihrer 12.000 Stellen`)."""
    part = sentence.previous(quantity)
    if part is None or part.unit not in ("count", "percent") or quantity.unit != "count":
        return False
    between = sentence.text[part.end : quantity.hedge_start]
    return pattern("part_of_whole").fullmatch(between) is not None


def _count_changes(sentence: Sentence, quantity: Quantity, metric: str) -> str | None:
    """Why a number of pieces is a change, or None where it is a level."""
    lead = sentence.lead(quantity)
    noun = noun_direction(sentence, quantity)
    if lead == "by" or (noun and lead != "to" and metric != "other"):
        return "`um` or a noun of change stands before it"
    more = _says_more(sentence, quantity, "counted_more")
    if more:
        return f"`{more}` follows"
    compared = sentence.says_after(quantity, "pieces_more")
    if compared:
        return f"`{compared[0].strip()}` follows"
    opens = lead == "from" and quantity.start - sentence.start < _OPENING
    opens = opens or sentence.says_before(quantity, "whole_before") is not None
    if lead in ("to", "at", "with") or opens or is_whole(sentence, quantity):
        return None
    if metric == "customers":
        moved = sentence.says("customers_lost", quantity) or sentence.says("customers_move", quantity)
    elif metric in JOBS_AND_PLACES:
        counted = _counted_with(sentence, quantity)
        moved = sentence.says("jobs_lost", counted) or sentence.says("jobs_created", counted)
    else:
        return None
    if moved and not pattern("still_there").search(sentence.after(quantity.end, 25)):
        return f"`{moved[0]}`"
    return None


def _money_changes(sentence: Sentence, quantity: Quantity, metric: str) -> str | None:
    """Why an amount of money is a change, or None where it is a level."""
    if metric == "savings":
        return None  # `will die Kosten um 60 Millionen drücken`
    noun = noun_direction(sentence, quantity)
    if noun and not pattern("leads_to").search(noun[1]):
        result = metric in EARNINGS | {"deal_value", "budget", "other"} and pattern("result_noun").match(
            noun[1]
        )
        if not result:
            return f"`{noun[1]}`"
    against = sentence.says_after(quantity, "against_before")
    if against and sentence.lead(quantity) != "with":  # `lag mit 9 Millionen Euro über dem Vorjahresgewinn`
        return f"`{against[0].strip()}` follows"
    if sentence.lead(quantity) == "by" and nearest_cue(sentence, quantity) is not None:
        return "`um` stands before it"
    lost = sentence.says("lost_of_it", quantity) if metric == "revenue" else None
    if lost and sentence.lead(quantity) == "":
        return f"`{lost[0]}`"
    more = _says_more(sentence, quantity, "amount_more")
    # `Mit 1,3 Milliarden blieb weniger übrig`, `um zwei Euro auf 58 Euro teurer`
    with_it = sentence.lead(quantity) in ("with", "to")
    return f"`{more}` follows" if more and not with_it else None


def _points_change(sentence: Sentence, quantity: Quantity) -> str | None:
    """Why a number of index points is a change, or None where it is a level."""
    lead = sentence.lead(quantity)
    small = not quantity.decimal and quantity.low < _LARGEST_MOVE and not quantity.compound
    told = lead == "" and ((small and nearest_cue(sentence, quantity)) or after_direction(sentence, quantity))
    noun = noun_direction(sentence, quantity)  # `ein Minus von 65,35 Punkten`
    if lead == "by" or told or (noun and not pattern("leads_to").search(noun[1])):
        return "points lost or won"
    return None


def _changes(
    sentence: Sentence, quantity: Quantity, attachment: Attachment | None, metric: str
) -> str | None:
    """Why a quantity is a change, or None where it is a level."""
    if pattern("mark").search(quantity.compound):
        return None
    kind = unit_kind(quantity.unit)
    if kind == "points":
        gap = metric == "interest_rate" and sentence.lead(quantity) in ("to", "at", "from")
        level = gap and sentence.says(
            "gap_of_yields", quantity
        )  # `der Abstand zu Bunds wuchs auf 3 Prozentpunkte`
        return None if level else "percentage points are a difference"
    if kind == "percent":
        return _percent_changes(sentence, quantity, attachment, metric)
    if "money" in kinds_of(sentence, quantity) and (kind == "money" or metric not in COUNTED):
        return _money_changes(sentence, quantity, metric)
    if kind == "index":
        return _points_change(sentence, quantity)
    return _count_changes(sentence, quantity, metric)


def _change_sign(
    sentence: Sentence, quantity: Quantity, attachment: Attachment | None, metric: str
) -> tuple[int, str | None]:
    """Which way a change goes, and the words for it where they are not those that made it a change."""
    if quantity.signed:
        return 1, None
    found = direction(sentence, quantity, attachment)
    if unit_kind(quantity.unit) == "count" and metric in COUNTED:
        if metric in JOBS_AND_PLACES and (moved := _jobs_move(sentence, quantity)):
            return moved, None
        if metric == "customers" and sentence.lead(quantity) != "by":
            found = after_direction(sentence, quantity) or noun_direction(sentence, quantity)
            lost = sentence.says("customers_lost", quantity)
            found = found or ((-1, lost[0]) if lost else None)
        return (found[0] if found else 1), None
    return found or (1, None)


def _jobs_move(sentence: Sentence, quantity: Quantity) -> int | None:
    """Whether the predicate of a figure tells that jobs or places go (-1) or come (1)."""
    counted = _counted_with(sentence, quantity)
    if sentence.says("jobs_lost", counted):
        return -1
    return 1 if sentence.says("jobs_created", counted) else None


def _counted_with(sentence: Sentence, quantity: Quantity) -> Quantity:
    """The number of which one is a part (`450 der 5200 Stellen fallen weg, davon 280 in Köln`), or it."""
    before = sentence.previous(quantity)
    if before is None or not sentence.says_before(quantity, "among_them"):
        return quantity
    return (sentence.previous(before) or before) if is_whole(sentence, before) else before


def _growth_rate(sentence: Sentence, quantity: Quantity, metric: str) -> int | None:
    """The sign of a rate at which an economy grows (`senkte die Prognose von 1,4 auf 0,8 Prozent`)."""
    if (
        metric != "gdp"
        or quantity.unit != "percent"
        or sentence.lead(quantity) not in ("from", "to", "at", "with")
    ):
        return None
    if quantity.signed or noun_direction(sentence, quantity) or sign_word(sentence, quantity):
        return None
    return -1 if sentence.says("shrinks", quantity) else 1


def _growth_revised(sentence: Sentence, member: Member) -> str | None:
    """Why the second of two rates is one of growth too: `korrigierte den Zuwachs von 0,4 auf 0,3 Prozent`."""
    first = sentence.previous(member.quantity)
    if first is None or member.link != "from_to" or member.quantity.unit != "percent":
        return None
    noun, revised = noun_direction(sentence, first), sentence.says("growth_revised", first)
    return f"`{noun[1]}`, `{revised[0]}`" if noun and revised else None


def decide_kind(
    sentence: Sentence, member: Member, attachment: Attachment | None, metric: str, gap: Gap | None
) -> Kind:
    """Decide whether a quantity is a level or a change, and its sign.

    Args:
        sentence: Its sentence.
        member: The quantity in its group.
        attachment: How its metric was found, where it was.
        metric: Its metric.
        gap: Its distance from an expectation, where it is one.

    Returns:
        Kind with sign and reason.
    """
    quantity = member.quantity
    if unit_kind(quantity.unit) == "factor":
        multiple = sentence.says_after(quantity, "of_an_amount") if metric in _IN_MULTIPLES else None
        before = sentence.previous(quantity)
        if metric == "debt" and not multiple and before is not None and before.unit == "factor":
            multiple = sentence.says_after(
                before, "of_an_amount"
            )  # `das 5,9-Fache des Ebitda nach dem 6,8-Fachen`
        if multiple:
            return Kind("level", 1, f"`{multiple[0].strip()}`: a multiple of another amount")
        return Kind("change", 1, "a factor compares")
    if member.column is not None and quantity.unit == "percent" and metric in COUNTED:
        return Kind("change", 1, "a percentage beside a number of pieces")
    rate = _growth_rate(sentence, quantity, metric)
    if rate:
        return Kind("change", rate, "a rate of growth")
    both_levels = member.following == "from_to" and quantity.unit != "percent"
    if both_levels and sentence.lead(quantity) == "from":
        return Kind("level", *level_sign(sentence, quantity, attachment, metric))
    before = sentence.previous(quantity) if member.link == "after" else None
    if before is not None and sentence.lead(before) == "with" and quantity.unit != "percent":
        # `fiel mit 1,33 nach 1,88 Milliarden Euro niedriger aus`
        return Kind("level", *level_sign(sentence, quantity, attachment, metric))
    if gap is not None:
        return Kind("change", gap.sign, f"`{gap.words}`: held against an expectation")
    why = _changes(sentence, quantity, attachment, metric) or _growth_revised(sentence, member)
    if why is None:
        return Kind("level", *level_sign(sentence, quantity, attachment, metric))
    sign, words = _change_sign(sentence, quantity, attachment, metric)
    return Kind("change", sign, f"{why}; `{words}`" if words else why)
