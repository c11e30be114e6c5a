"""Tells a dividend proposed from one that was paid."""

from pipeline.claims.status.case import Answer, Case
from pipeline.vocabulary.patterns import pattern


def dividend(case: Case) -> Answer | None:
    """A dividend announced is an outlook until it has been paid."""
    if case.statement.metric != "dividend":
        return None
    sentence, quantity = case.sentence, case.quantity
    if sentence.says("payouts_moved") or sentence.says("without_dividend", quantity):
        return "reported", "dividends paid"
    decided = sentence.says("dividend_decided", quantity)
    if decided is not None:
        return "reported", f"`{decided[0][:40]}`"
    if case.statement.kind == "change" and case.previous is None and not sentence.says("paid", quantity):
        return "forecast", "a dividend proposed"
    others = [other.hedge_start for other in sentence.quantities if other.start > quantity.start]
    # What is said of the next figure is not said of this one: `1,20 Euro (Vorjahr: 1,10)`.
    after = sentence.text[quantity.end : min([*others, quantity.end + 40, sentence.end])].split("(")[0]
    after = (after.split(",")[0] if others else after).split(" als ")[0]  # `mehr als im Vorjahr`
    before = sentence.before(quantity.start, 40)
    bracket = sentence.bracket(quantity.start)
    if bracket is None:  # `abweichend von der bisherigen Planung (0,90 Euro) auf 0,45 Euro`
        before = before.rsplit(")")[-1]
    if pattern("dividend_to_come").search(
        sentence.text[sentence.clause(quantity.start)[0] : quantity.end + 60]
    ):
        return "forecast", "a dividend to be paid"
    paid = (
        case.statement.earlier
        or sentence.lead(quantity) == "instead"
        or sentence.says("has_paid_out", None if len(sentence.quantities) == 1 else quantity)
        or pattern("dividend_paid").search(before)
        or pattern("dividend_paid").search(after)
    )
    return ("reported", "a dividend paid before") if paid else ("forecast", "a dividend proposed")
