"""Tells what is still to come without a word of outlook: cuts, demands, prices, a time ahead."""

from datetime import timedelta

from pipeline.claims.budgets import OF_A_BUDGET, budget_year
from pipeline.claims.governing import governing_parts
from pipeline.claims.metric_classes import EARNINGS, JOBS_AND_PLACES, RESULTS
from pipeline.claims.status.case import Answer, Case
from pipeline.mentions.mention import PeriodMention
from pipeline.vocabulary.patterns import pattern

TOLD_AHEAD = frozenset(("price", "interest_rate", "costs", "investment", "employees"))
"""What the present tense tells of a day to come (`Ab Jänner kostet der Strom 24 Cent`)."""

_OPENS = 20
"""Code points from the start of a sentence within which a time opens it."""

_FAR_FROM_OVER = timedelta(days=60)
"""How long a year lasts at least of which no result can be reported."""

_TO_APPROVE = frozenset(("investment", "costs", "savings"))


def jobs_to_be_cut(case: Case) -> Answer | None:
    """`Der Konzern streicht 200 Stellen`: in the present tense, they are still there."""
    if case.statement.kind != "change" or case.statement.metric not in JOBS_AND_PLACES:
        return None
    cut = case.sentence.says("jobs_to_move", case.quantity)
    if cut and case.quantity.unit in ("count", "percent") and not case.sentence.says("done", case.quantity):
        return "forecast", f"`{cut[0]}` is still to come"
    return None


def approved(case: Case) -> Answer | None:
    """`Der Aufsichtsrat hat Investitionen von 150 Millionen Euro genehmigt` or verlangt: none is spent."""
    if case.statement.metric not in _TO_APPROVE or case.statement.earlier:
        return None
    leave = case.sentence.says("leave_given", case.quantity) or case.sentence.says("demanded", case.quantity)
    return ("forecast", f"`{leave[0]}`") if leave else None


def not_built_yet(case: Case) -> Answer | None:
    """`Der Umbau kostet 22 Millionen Euro`: it is still to be paid."""
    if case.statement.metric != "investment" or case.statement.kind != "level" or case.statement.earlier:
        return None
    alone = len(case.sentence.quantities) == 1
    told = case.sentence.says("still_costs", None if alone else case.quantity)
    done = case.sentence.says("has_cost")
    return ("forecast", f"`{told[0]}`") if told and not done else None


def wage_demand(case: Case) -> Answer | None:
    """`Die Gewerkschaft verlangt ein Plus von 5 Prozent`: neither paid nor agreed."""
    statement = case.statement
    if statement.metric != "price" or statement.kind != "change" or case.quantity.unit != "percent":
        return None
    demand = case.sentence.says("wage_demand", case.quantity)
    return ("forecast", f"`{demand[0]}`") if demand and case.sentence.says("bargaining") else None


def from_then_on(case: Case) -> Answer | None:
    """`Ab 1. Jänner kostet die Kilowattstunde 24 Cent`; `Heuer investiert die Firma 3 Millionen Euro`."""
    if case.statement.metric not in TOLD_AHEAD:
        return None
    then, year, now, before = (
        case.sentence.says(name, case.quantity)
        for name in ("from_then_on", "this_year", "in_present", "so_far")
    )
    if case.statement.metric == "investment" and not before:
        running = case.period is not None and _is_this_year(case, case.period)
        then = then or year or case.sentence.says("spending_plan", case.quantity)
        if then is None and running and now:
            return "forecast", "of a year that is not over"  # `2020 fließen 8 Millionen in eine Halle`
    return ("forecast", f"`{then[0]}`") if then and now else None


def _is_this_year(case: Case, period: PeriodMention) -> bool:
    """Whether a time is the year of publication by its number."""
    return (
        case.published is not None and period.text == str(case.published.year) and not case.statement.earlier
    )


def of_a_budget(case: Case) -> Answer | None:
    """`Für Spitäler sind 211 Millionen eingestellt`, in an article about the budget of the next year."""
    statement, sentence = case.statement, case.sentence
    year = budget_year(sentence.text, case.published)
    if year is None or statement.metric not in OF_A_BUDGET or statement.earlier:
        return None
    label = case.period.label if case.period is not None and not case.period.shift else None
    if label is not None and not label.startswith(str(year)):
        return None
    if sentence.says("told_in_past", case.quantity) or sentence.says("has_done", case.quantity):
        return None
    return "forecast", f"in the budget of {year}"


def _cannot_be_over(case: Case, period: PeriodMention) -> bool:
    """Whether a result is told of a whole year that lasts for months yet (`2001 ein Verlust um die 15`)."""
    if case.published is None or period.last_day is None or not period.text.isdigit():
        return False
    level = case.statement.metric in EARNINGS and case.statement.kind == "level"
    far = period.last_day - case.published > _FAR_FROM_OVER
    return level and far and not case.sentence.says("so_far")


def time_ahead(case: Case) -> Answer | None:
    """`Im kommenden Jahr wächst der Umsatz um 4 Prozent`: its time is not over."""
    period, published = case.period, case.published
    if period is None or published is None or period.first_day is None or period.last_day is None:
        return None
    parts = governing_parts(case.sentence, case.quantity)
    # `2027 dann, so will es der Plan, setzt man 180 Millionen Euro um`
    opens = period.start - case.sentence.start < _OPENS and len(case.sentence.periods) == 1
    opens = opens and case.statement.metric in RESULTS
    if not opens and not any(begin <= period.start < end for begin, end in parts):
        return None  # `wuchs um 12 Prozent, und im kommenden Jahr soll er weiter zulegen`
    running = period.last_day > published and period.granularity in ("year", "half")
    words = case.sentence.text[max(case.sentence.start, period.start - 26) : period.end]
    if _cannot_be_over(case, period):
        return "forecast", f"`{period.text}` is far from over"
    if period.first_day > published or (running and pattern("time_ahead").search(words)):
        return "forecast", f"`{period.text}` lies ahead"
    return None
