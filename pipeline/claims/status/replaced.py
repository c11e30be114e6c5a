"""Tells an outlook that is given up from the one that stands in its place."""

import regex

from pipeline.claims.metric_classes import PEOPLE_AND_PLACES
from pipeline.claims.sentence import HARD
from pipeline.claims.status.case import Answer, Case
from pipeline.claims.status.outlooks import overtaken, said_after, said_before, tells_an_outlook
from pipeline.vocabulary.patterns import pattern, spotted

_INSTEAD = 120
"""Most code points from an old outlook to the new one of its sentence."""


def named_as_old(case: Case) -> Answer | None:
    """`100 Mio. Euro (bisherige Prognose: 450 Mio. Euro)`."""
    old = case.sentence.says_before(case.quantity, "prior_outlook")
    return ("prior_forecast", f"`{old[0].strip()}`") if old else None


def replaced_outlook(case: Case) -> Answer | None:
    """The first of `hob die Prognose von 5 auf 6 Prozent`, the second of `6 statt bisher 5 Prozent`."""
    sentence, quantity, link = case.sentence, case.quantity, case.statement.link
    if case.revised and link is None and (sentence.lead(quantity) == "from" or instead_of(case)):
        replacing = any(
            0 < other.start - quantity.end < 40 and sentence.lead(other) == "to"
            for other in sentence.quantities
        )
        if replacing:
            return "prior_forecast", "the outlook that is replaced"
    if instead_of(case) and link is None:
        # `Statt 5 bis 6 Prozent erwartet der Vorstand nur noch 3 Prozent`
        begin, end = sentence.predicate(quantity.start)
        planned = case.revised or any(
            not pattern("expected_figure").fullmatch(cue.text)  # `Statt der erwarteten 5 blieben 3 Millionen`
            for cue in sentence.cues_in(begin, end, "forecast")
        )
        # `Statt 310 Millionen Euro werde der Umsatz, so der Vorstand, lediglich 285 Millionen erreichen`
        instead = sentence.quantities_between(quantity.end, quantity.end + _INSTEAD)
        replaced = instead or case.revised or _told_before_it(case) or _opens(case)
        if planned and replaced and case.statement.metric != "dividend":
            return "prior_forecast", "the outlook that is replaced"
        if not sentence.has_verb(sentence.start, sentence.end) and tells_an_outlook(said_before(sentence)):
            return "prior_forecast", "an outlook replaced in the sentence before"  # `Anstelle von 900 Mio.`
    if link in ("after", "bracket") and case.previous and case.previous.status in ("forecast", "consensus"):
        between = sentence.cues_in(quantity.hedge_start - 40, quantity.start, "prior")
        replaced = instead_of(case) or (case.revised and sentence.lead(quantity) == "from")
        if between or replaced:  # `erhöhte das Kursziel auf 95 von 90 Franken`
            return "prior_forecast", "the outlook that is replaced"
    return None


def _opens(case: Case) -> bool:
    """Whether its sentence begins with it (`Statt eines Plus von 3 Prozent erwartet er Stagnation`)."""
    begin = case.sentence.text[case.sentence.start : case.quantity.hedge_start]
    return pattern("opens_with_instead").match(begin) is not None


def _told_before_it(case: Case) -> bool:
    """Whether the new outlook stands before it: `mit 480 Mio. Euro anstelle der im Juni genannten 540`."""
    last = case.last
    if last is None or (last.sentence_start, last.status) != (case.sentence.start, "forecast"):
        return False
    return last.metric == case.statement.metric


def instead_of(case: Case) -> bool:
    """`statt 5 Prozent`, `statt um 5 nun um 6 Prozent`."""
    prefix = case.sentence.says_before(case.quantity, "instead_of")
    return case.sentence.lead(case.quantity) == "instead" or prefix is not None


def in_its_place(case: Case) -> Answer | None:
    """`Im Juni waren 8 Millionen Euro geplant, jetzt sind es fünf bis sechs`."""
    sentence, quantity, last = case.sentence, case.quantity, case.last
    if last is None or (last.sentence_start, last.status) != (sentence.start, "prior_forecast"):
        return None
    told = sentence.says_before(quantity, "it_was") and sentence.says("now", quantity)
    return ("forecast", f"`{told[0]}`, in the place of the outlook before") if told else None


def promised(case: Case) -> Answer | None:
    """`weniger als die 4 Prozent, die der Vorstand im Frühjahr in Aussicht gestellt hatte`."""
    promised = case.sentence.says_after(case.quantity, "promised_after")
    if promised is None:
        return None
    return ("prior_forecast" if promised["given_up"] else "forecast"), f"`{promised[0].strip(' ,')}`"


def withdrawn(case: Case) -> Answer | None:
    """`nimmt die Prognose von 3,2 bis 3,7 Millionen Euro zurück`, with no new one."""
    aside = case.sentence.bracket(
        case.quantity.start
    )  # `Die Planung (Umsatz von 42 Mio. Euro) gilt nicht mehr`
    begin, end = case.sentence.clause(case.quantity.start)
    # `Das Ziel, einen Überschuss von 11 Millionen zu erreichen, gab er auf`
    content = pattern("infinitive_clause").search(case.sentence.text[begin:end])
    where = case.quantity if aside is None and content is None else None
    near = "forecast" in case.near or aside is not None
    told = case.sentence.says("outlook_withdrawn", where) if near else None
    gone = told or _out_of_reach(case)
    if gone is None or case.sentence.lead(case.quantity) == "to":
        return None
    return "prior_forecast", f"`{gone[0]}`"


def _out_of_reach(case: Case) -> "regex.Match[str] | None":
    """`Eine Rendite von acht Prozent, wie im Herbst angepeilt, sei außer Reichweite`."""
    sentence, quantity = case.sentence, case.quantity
    end = sentence.clause(quantity.start, HARD)[1]
    gone = spotted("out_of_reach").search_in(sentence.text, quantity.end, end)
    between = sentence.quantities_between(quantity.end, gone.start()) if gone else 0
    return None if between else gone


def expected_before(case: Case) -> Answer | None:
    """`Im Frühjahr war noch von 40 Millionen die Rede gewesen`; `geplant waren 5,5`."""
    sentence, quantity = case.sentence, case.quantity
    if case.gap is not None or pattern("analysts").search(sentence.text, sentence.start, quantity.end):
        return None
    said = sentence.says("had_been_expected", quantity)
    if said is None or sentence.says("earlier_this_year", quantity) is None:
        return _was_still(case)
    given_up = not overtaken(case) and (sentence.says("still_expected", quantity) or _new_one_beside(case))
    return ("prior_forecast" if given_up else "forecast"), f"`{said[0]}`"


def _was_still(case: Case) -> Answer | None:
    """`Im Mai waren es noch 55 Millionen Euro gewesen, nun rechnet der Vorstand mit 57`."""
    said = case.sentence.says("was_still", case.quantity)
    level = case.statement.kind == "level" and case.statement.metric not in PEOPLE_AND_PLACES
    if said is None or not level or not _new_one_beside(case):
        return None
    return "prior_forecast", f"`{said[0]}`"


def _new_one_beside(case: Case) -> bool:
    """Whether an outlook of now stands in the rest of the sentence or in the one before or after."""
    sentence = case.sentence
    begin, end = sentence.predicate(case.quantity.start)
    rest = (
        said_before(sentence),
        sentence.text[sentence.start : begin],
        sentence.text[end : sentence.end],
        said_after(sentence),
    )
    return any(tells_an_outlook(text) for text in rest)
