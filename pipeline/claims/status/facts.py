"""Tells what is a fact beside an outlook: a stock from which a plan starts, a time past, what is done."""

from pipeline.claims.kinds import is_whole
from pipeline.claims.metric_classes import PEOPLE_AND_PLACES
from pipeline.claims.status.case import Answer, Case
from pipeline.vocabulary.patterns import pattern


def stock_before_plan(case: Case) -> Answer | None:
    """`will von derzeit 5000 Stellen 200 streichen`: the stock is a fact."""
    if case.statement.kind != "level" or case.statement.metric not in PEOPLE_AND_PLACES:
        return None
    before = case.sentence.before(case.quantity.start, 30)
    if case.sentence.says_before(case.quantity, "goal_of"):
        return None  # `das Ziel von 25.000 Neueinstellungen`
    told_first = case.sentence.lead(case.quantity) == "from" or pattern("stock_before_plan").search(before)
    origin = pattern("out_of").search(before)  # `aus 46 Beschäftigten sollen 120 werden`
    known = case.quantity.unit == "count" and pattern("definite_before").search(before)
    if told_first or origin or known or is_whole(case.sentence, case.quantity):
        return "reported", "the stock from which a plan starts"
    return None


def told_of_the_past(case: Case) -> Answer | None:
    """`nach 12 Millionen im Vorjahr` in a sentence about an outlook."""
    past = case.statement.earlier and case.statement.metric != "dividend"
    if case.sentence.says_before(case.quantity, "today_aside"):
        return "reported", "told of today, in brackets"  # `soll ein Viertel erreichen (heute: 6 Prozent)`
    return ("reported", "told of a time past") if past else None


def told_as_done(case: Case) -> Answer | None:
    """`soll das Doppelte der zuletzt ausgewiesenen 22 Millionen erreichen`."""
    done = case.sentence.says_before(case.quantity, "told_as_done")
    return ("reported", f"`{done[0].strip()}`") if done else None


def told_in_clause(case: Case) -> Answer | None:
    """`Nach neun Monaten, in denen der Umsatz auf 74 Millionen gestiegen ist, hebt sie die Prognose an`."""
    sentence = case.sentence
    begin, end = sentence.clause(case.quantity.start)
    if begin == sentence.start or sentence.cues_in(begin, end, "forecast", "prior", "consensus"):
        return None
    done = pattern("clause_of_the_past").match(sentence.text, begin, end)
    return ("reported", f"`{done[0][:40].strip(' ,')}` is over") if done else None


def computed(case: Case) -> Answer | None:
    """`in Lokalwährungen ergäbe sich ein Anstieg um 5 Prozent`: a fact, told as if rates had not moved."""
    sentence, published = case.sentence, case.published
    would = sentence.says("would_be", case.quantity)
    if would is None or not sentence.cues_in(*sentence.predicate(case.quantity.start), "adjusted"):
        return None
    end = case.period.last_day if case.period is not None else None
    ahead = end is not None and published is not None and end > published
    return None if ahead else ("reported", f"`{would[0]}`, adjusted")
