"""Decides whether a figure is reported, an outlook, a replaced outlook or what analysts expected."""

from dataclasses import dataclass
from datetime import date

from pipeline.claims.expectations import Gap
from pipeline.claims.governing import analysts_mean, governing_cues, governing_parts
from pipeline.claims.kinds import is_whole
from pipeline.claims.metric_classes import JOBS_AND_PLACES, PEOPLE_AND_PLACES
from pipeline.claims.sentence import Sentence
from pipeline.claims.statement import Statement
from pipeline.mentions.context import find_cues
from pipeline.mentions.mention import PeriodMention
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.patterns import pattern

_REACH = 40
"""Most code points between `bisher` and the figure that it is said of."""

TOLD_AHEAD = frozenset(("price", "interest_rate", "costs", "investment", "employees"))
"""What the present tense tells of a day to come (`Ab Jänner kostet der Strom 24 Cent`)."""

_BESIDE = 250
"""Most code points between an old outlook and the sentence that tells the new one."""

Answer = tuple[str, str]
"""A status and the reason for it."""


@dataclass(frozen=True, slots=True)
class Case:
    """What the rules look at.

    Attributes:
        sentence: The sentence.
        statement: The figure, with metric, kind and link.
        previous: The figure before it in its group.
        period: The time that it covers, where one is named.
        published: Day of publication.
        gap: Its distance from an expectation, where it is one.
        near: The cues of outlook and consensus that hold for it, by name.
        anywhere: The cues of the sentence, by name.
        revised: Its clause tells of an outlook that is changed.
    """

    sentence: Sentence
    statement: Statement
    previous: Statement | None
    period: PeriodMention | None
    published: date | None
    gap: Gap | None
    near: frozenset[str]
    anywhere: dict[str, str]
    revised: bool

    @property
    def quantity(self) -> Quantity:
        """The quantity of the figure."""
        return self.statement.quantity


def _stock_before_plan(case: Case) -> Answer | None:
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


def _told_of_the_past(case: Case) -> Answer | None:
    past = case.statement.earlier and case.statement.metric != "dividend"
    return ("reported", "told of a time past") if past else None


def _told_as_done(case: Case) -> Answer | None:
    """`soll das Doppelte der zuletzt ausgewiesenen 22 Millionen erreichen`."""
    done = case.sentence.says_before(case.quantity, "told_as_done")
    return ("reported", f"`{done[0].strip()}`") if done else None


def _consensus(case: Case) -> Answer | None:
    if case.gap is not None:  # how far a result lies from what they expected is a result
        return None
    if case.statement.metric == "share_price" and "consensus" in case.near:
        return "forecast", "what analysts think a price will be"
    if "consensus" in case.anywhere and analysts_mean(case.sentence, case.quantity):
        return "consensus", f"`{case.anywhere['consensus']}`"
    return _still_theirs(case)


def _still_theirs(case: Case) -> Answer | None:
    """What those expected who were spoken of before (`Sie waren von 910 Millionen ausgegangen`)."""
    sentence = case.sentence
    they = pattern("they_expected").match(sentence.text[sentence.start : sentence.end])
    before = sentence.text[max(0, sentence.start - _BESIDE) : sentence.start].rsplit("\n\n")[-1]
    if they is None or "forecast" not in case.near or not pattern("analysts").search(before):
        return None
    return "consensus", f"`{they[0]}`, the analysts spoken of before"


def _named_as_old(case: Case) -> Answer | None:
    """`100 Mio. Euro (bisherige Prognose: 450 Mio. Euro)`."""
    old = case.sentence.says_before(case.quantity, "prior_outlook")
    return ("prior_forecast", f"`{old[0].strip()}`") if old else None


def _dividend(case: Case) -> Answer | None:
    if case.statement.metric != "dividend":
        return None
    sentence, quantity = case.sentence, case.quantity
    if case.statement.kind == "change" and case.previous is None and not sentence.says("paid", quantity):
        return "forecast", "a dividend proposed"
    others = [other.hedge_start for other in sentence.quantities if other.start > quantity.start]
    # What is said of the next figure is not said of this one: `1,20 Euro (Vorjahr: 1,10)`.
    after = sentence.text[quantity.end : min([*others, quantity.end + 40, sentence.end])].split("(")[0]
    after = after.split(",")[0] if others else after
    before = sentence.before(quantity.start, 40)
    bracket = sentence.bracket(quantity.start)
    if bracket is None:  # `abweichend von der bisherigen Planung (0,90 Euro) auf 0,45 Euro`
        before = before.rsplit(")")[-1]
    paid = (
        case.statement.earlier
        or sentence.lead(quantity) == "instead"
        or pattern("dividend_paid").search(before)
        or pattern("dividend_paid").search(after)
    )
    return ("reported", "a dividend paid before") if paid else ("forecast", "a dividend proposed")


def _replaced_outlook(case: Case) -> Answer | None:
    """The first of `hob die Prognose von 5 auf 6 Prozent`, the second of `6 statt bisher 5 Prozent`."""
    sentence, quantity, link = case.sentence, case.quantity, case.statement.link
    if case.revised and link is None and sentence.lead(quantity) in ("from", "instead"):
        replacing = any(
            0 < other.start - quantity.end < 40 and sentence.lead(other) == "to"
            for other in sentence.quantities
        )
        if replacing:
            return "prior_forecast", "the outlook that is replaced"
    if sentence.lead(quantity) == "instead" and link is None:
        # `Statt 5 bis 6 Prozent erwartet der Vorstand nur noch 3 Prozent`
        begin, end = sentence.predicate(quantity.start)
        planned = case.revised or any(
            not pattern("expected_figure").fullmatch(cue.text)  # `Statt der erwarteten 5 blieben 3 Millionen`
            for cue in sentence.cues_in(begin, end, "forecast")
        )
        instead = sentence.quantities_between(quantity.end, sentence.clause(quantity.start)[1])
        if planned and (instead or case.revised) and case.statement.metric != "dividend":
            return "prior_forecast", "the outlook that is replaced"
    if link in ("after", "bracket") and case.previous and case.previous.status in ("forecast", "consensus"):
        between = sentence.cues_in(quantity.hedge_start - 40, quantity.start, "prior")
        replaced = sentence.lead(quantity) == "instead" or (
            case.revised and sentence.lead(quantity) == "from"
        )
        if between or replaced:  # `erhöhte das Kursziel auf 95 von 90 Franken`
            return "prior_forecast", "the outlook that is replaced"
    return None


def _promised(case: Case) -> Answer | None:
    """`weniger als die 4 Prozent, die der Vorstand im Frühjahr in Aussicht gestellt hatte`."""
    promised = case.sentence.says_after(case.quantity, "promised_after")
    if promised is None:
        return None
    return ("prior_forecast" if promised["given_up"] else "forecast"), f"`{promised[0].strip(' ,')}`"


def _withdrawn(case: Case) -> Answer | None:
    """`nimmt die Prognose von 3,2 bis 3,7 Millionen Euro zurück`, with no new one."""
    gone = case.sentence.says("outlook_withdrawn", case.quantity)
    if gone is None or "forecast" not in case.near or case.sentence.lead(case.quantity) == "to":
        return None
    return "prior_forecast", f"`{gone[0]}`"


def _as_beside(case: Case) -> Answer | None:
    if case.statement.link is None or case.previous is None:
        return None
    if case.statement.link in ("to", "from_to") and case.previous.earlier:
        return None  # `soll von 4800 auf 1100 sinken`: the first is a fact, the second a plan
    status = case.previous.status
    return ("forecast" if status == "prior_forecast" else status), "as the figure beside it"


def _said_before(case: Case) -> bool:
    """Whether `bisher` is said of this figure and not of the next (`6 Prozent statt bisher 4 Prozent`)."""
    sentence, quantity = case.sentence, case.quantity
    for cue in sentence.cues_in(sentence.start, sentence.end, "prior"):
        if cue.start >= quantity.start:
            rest = max(cue.end + _REACH, sentence.clause(cue.start)[1])
            said = not sentence.quantities_between(cue.start, rest)
        else:
            said = not pattern("now").search(sentence.text, cue.end, quantity.start)
            if pattern("phrase_of_before").search(sentence.before(cue.start, 20)):
                said = said and not sentence.quantities_between(cue.start, quantity.start)
        if said and "prior" in case.near:
            return True
    return False


def _told_anew(case: Case) -> bool:
    """Whether a new outlook stands beside the old one, in its sentence or close to it."""
    sentence = case.sentence
    if case.revised or sentence.quantities_between(sentence.start, sentence.end) > 1:
        return True
    near = (
        sentence.text[max(0, sentence.start - _BESIDE) : sentence.start].rsplit("\n\n")[-1],
        sentence.text[sentence.end : sentence.end + _BESIDE].split("\n\n")[0],
    )
    return any(_tells_an_outlook(text) for text in near)


def _tells_an_outlook(text: str) -> bool:
    if pattern("outlook_revised").search(text):
        return True
    cues = [cue for cue in find_cues(text, 0, len(text)) if cue.name == "forecast"]
    verb = any(not pattern("expectation").fullmatch(cue.text) for cue in cues)
    return verb or bool(cues and pattern("replaces").search(text))


def _expected_before(case: Case) -> Answer | None:
    """`Im Frühjahr war noch von 40 Millionen die Rede gewesen`; `geplant waren 5,5`."""
    sentence, quantity = case.sentence, case.quantity
    if case.gap is not None or pattern("analysts").search(sentence.text, sentence.start, quantity.end):
        return None
    said = sentence.says("had_been_expected", quantity)
    if said is None or sentence.says("earlier_this_year", quantity) is None:
        return None
    given_up = sentence.says("still_expected", quantity) or _new_one_beside(case)
    return ("prior_forecast" if given_up else "forecast"), f"`{said[0]}`"


def _new_one_beside(case: Case) -> bool:
    """Whether an outlook of now stands in the rest of the sentence or in the one before or after."""
    sentence = case.sentence
    begin, end = sentence.predicate(case.quantity.start)
    rest = (
        sentence.text[max(0, sentence.start - _BESIDE) : sentence.start].rsplit("\n\n")[-1],
        sentence.text[sentence.start : begin],
        sentence.text[end : sentence.end],
        sentence.text[sentence.end : sentence.end + _BESIDE].split("\n\n")[0],
    )
    return any(_tells_an_outlook(text) for text in rest)


def _outlook(case: Case) -> Answer | None:
    given_up = _said_before(case) and ("forecast" in case.anywhere or case.revised)
    if given_up and pattern("only_before").fullmatch(case.anywhere["prior"]):
        # `soll auf 5 Milliarden steigen, zuvor waren es 4` tells of no outlook
        given_up = ("forecast" in case.near or case.revised) and _told_anew(case)
    if given_up:
        return "prior_forecast", f"`{case.anywhere['prior']}`"
    if "forecast" in case.near:
        return "forecast", f"`{case.anywhere['forecast']}`"
    return ("forecast", "an outlook is changed") if case.revised else None


def _jobs_to_be_cut(case: Case) -> Answer | None:
    """`Der Konzern streicht 200 Stellen`: in the present tense, they are still there."""
    if case.statement.kind != "change" or case.statement.metric not in JOBS_AND_PLACES:
        return None
    cut = case.sentence.says("jobs_to_move", case.quantity)
    if cut and case.quantity.unit in ("count", "percent") and not case.sentence.says("done", case.quantity):
        return "forecast", f"`{cut[0]}` is still to come"
    return None


def _wage_demand(case: Case) -> Answer | None:
    """`Die Gewerkschaft verlangt ein Plus von 5 Prozent`: neither paid nor agreed."""
    statement = case.statement
    if statement.metric != "price" or statement.kind != "change" or case.quantity.unit != "percent":
        return None
    demand = case.sentence.says("wage_demand", case.quantity)
    return ("forecast", f"`{demand[0]}`") if demand and case.sentence.says("bargaining") else None


def _from_then_on(case: Case) -> Answer | None:
    """`Ab 1. Jänner kostet die Kilowattstunde 24 Cent`; `Heuer investiert die Firma 3 Millionen Euro`."""
    if case.statement.metric not in TOLD_AHEAD:
        return None
    then, year, now, before = (
        case.sentence.says(name, case.quantity)
        for name in ("from_then_on", "this_year", "in_present", "so_far")
    )
    then = then or (year if case.statement.metric == "investment" and not before else None)
    return ("forecast", f"`{then[0]}`") if then and now else None


def _time_ahead(case: Case) -> Answer | None:
    period, published = case.period, case.published
    if period is None or published is None or period.first_day is None or period.last_day is None:
        return None
    parts = governing_parts(case.sentence, case.quantity)
    if not any(begin <= period.start < end for begin, end in parts):
        return None  # `wuchs um 12 Prozent, und im kommenden Jahr soll er weiter zulegen`
    running = period.last_day > published and period.granularity in ("year", "half")
    words = case.sentence.text[max(case.sentence.start, period.start - 26) : period.end]
    if period.first_day > published or (running and pattern("time_ahead").search(words)):
        return "forecast", f"`{period.text}` lies ahead"
    return None


RULES = (
    _stock_before_plan,
    _told_of_the_past,
    _consensus,
    _named_as_old,
    _promised,
    _told_as_done,
    _dividend,
    _replaced_outlook,
    _as_beside,
    _withdrawn,
    _expected_before,
    _outlook,
    _jobs_to_be_cut,
    _wage_demand,
    _from_then_on,
    _time_ahead,
)
"""In the order in which they are asked."""


def decide_status(
    sentence: Sentence,
    statement: Statement,
    previous: Statement | None,
    period: PeriodMention | None,
    published: date | None,
    gap: Gap | None,
) -> Answer:
    """Decide the status of a figure.

    Args:
        sentence: Its sentence.
        statement: The figure, with metric, kind, link and whether it is told of an earlier time.
        previous: The figure before it in its group.
        period: The time that it covers, where one is named.
        published: Day of publication.
        gap: Its distance from an expectation, where it is one.

    Returns:
        Status and the reason for it.
    """
    near = {cue.name for cue in governing_cues(sentence, statement.quantity, gap)}
    case = Case(
        sentence,
        statement,
        previous,
        period,
        published,
        gap,
        frozenset(near),
        {cue.name: cue.text for cue in sentence.cues},
        sentence.says("outlook_revised") is not None,
    )
    return next((answer for rule in RULES if (answer := rule(case))), ("reported", "nothing says otherwise"))
