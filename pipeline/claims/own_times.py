"""Reads the time that a sentence names for its figure, where that leans on what was told just before it."""

from dataclasses import replace
from datetime import date, timedelta

from pipeline.claims.memory import Memory
from pipeline.claims.metric_classes import BALANCE, EARNED, MARKET, RESULTS, SUMMED, YEARLY
from pipeline.claims.named_times import named_period
from pipeline.claims.period import Period, month_of, of_mention, of_statement, shifted
from pipeline.claims.question import NOT_LONG_AGO, Question, is_part_label, same_in_sentence
from pipeline.claims.sentence import HARD, SOFT
from pipeline.claims.statement import OUTLOOKS
from pipeline.claims.stock_times import end_of_last_year
from pipeline.mentions.mention import PeriodMention
from pipeline.mentions.periods.calendar import FiscalCalendar, label_of
from pipeline.vocabulary.patterns import pattern

_A_YEAR_AGO = (
    "vor einem jahr",
    "vor jahresfrist",
    "vor genau einem",
    "vor gut einem",
    "vor knapp einem",
    "vor zwölf mon",
)
_LONG_SINCE = timedelta(days=90)
"""How long ago the first of a month is the coming one, where what is told of it lies ahead."""
_SOON = timedelta(days=20)
"""How long before its end a part of a year can be told of, as preliminary figures are."""
_RUNNING = ("laufend", "aktuell", "gegenwärtig", "dies", "begonnen", "angelaufen")
_OVER = (
    "abgelaufen",
    "abgeschlossen",
    "beendet",
    "zu ende gegangen",
    "vergangen",
    "zurückliegend",
    "verflossen",
)
_SEASONS = {"frühjahr": 6, "frühling": 6, "sommer": 9, "herbst": 12, "winter": 3}
"""The month with which the quarter ends that a season stands for."""
_YEAR = len("2020")
_DECEMBER = 12


def of_own_time(question: Question) -> Period | None:
    """The time that its sentence names for it."""
    mention, statement, memory = question.time, question.statement, question.memory
    if mention is not None and _is_when_expected(question, mention):
        # `Für das Gesamtjahr hatte sie bei Vorlage der Jahresbilanz 5 Millionen in Aussicht gestellt`
        mention = named_period(question.sentence, statement.quantity, statement.metric, but=mention)
    if mention is None or _is_when_expected(question, mention):
        return None
    if _is_over_before(question, mention):
        return None
    if question.level_of_stock and question.sentence.says("now", statement.quantity):
        return None  # `Nach dem Kauf im März hat der Anbieter jetzt 265.000 Kunden`
    moved = question.level_of_stock and question.sentence.lead(statement.quantity) == "to"
    if moved and mention.text.lower().startswith("seit"):
        return None  # `Die Quote stieg seit Jahresbeginn auf 50 Prozent`
    if question.level_of_stock and _is_told_now(question, mention):
        return None  # `kam 1996 zur Firma, die 1160 Menschen beschäftigt`
    if question.level_of_stock and statement.status == "reported" and _is_ahead(mention, memory.published):
        return None  # `Der Auftragsbestand reicht bis 2027 und beträgt 2,1 Milliarden Euro`
    if statement.metric == "dividend" and mention.granularity in ("month", "day"):
        return None  # `Im Juli erhielten die Aktionäre 1,10 Euro` tells when it was paid
    if statement.metric == "dividend" and mention.last_day is not None and memory.published is not None:
        # `Heuer soll eine Dividende fließen` tells when it is paid and not which year it is for
        named = pattern("meant_for").search(question.sentence.before(mention.start, 8))
        if mention.last_day >= memory.published and not named:
            return None
    if _is_business_year_over(question, mention):
        return replace(memory.year, reason=f"`{mention.text}`, the business year spoken of before")
    closing = mention.granularity == "month" and mention.text.lower().startswith("ende")
    summed = closing and statement.metric in SUMMED and statement.status == "reported"
    until = summed and pattern("until").search(question.sentence.before(mention.start, 24))
    on_day = mention.last_day.month if closing and mention.last_day is not None else None
    if statement.metric in BALANCE and on_day == memory.year_end:
        return _up_to(mention, memory)  # `Die Bilanz summierte sich Ende Dezember auf 290 Milliarden`
    if until or (summed and statement.metric in RESULTS):
        return _up_to(mention, memory)
    told = (
        end_of_last_year(question, mention)
        or _part_of_this_year(question, mention)
        or _summed_up(question, mention)
        or _quarter_of_season(question, mention)
        or _told_then(question, mention)
        or of_part_told(question, mention)
        or _before_what_was_told(question, mention)
        or _same_part_of_year(question, mention)
    )
    return told or of_mention(mention)


def _is_business_year_over(question: Question, mention: PeriodMention) -> bool:
    """Whether `das abgelaufene Jahr` is the business year told of: `sollen für das abgelaufene Jahr 1,50`."""
    year, present = question.memory.year, question.memory.present
    own_year = year.fiscal or question.memory.year_end != _DECEMBER
    if mention.granularity != "year" or mention.fiscal or mention.shift or not own_year:
        return False
    if question.statement.metric not in YEARLY or year.last_day is None or present is None:
        return False
    return mention.text.lower().startswith(_OVER) and not present - year.last_day > NOT_LONG_AGO


def _is_told_now(question: Question, mention: PeriodMention) -> bool:
    """Whether a clause of its own tells a stock in the present, and its time is that of the clause before."""
    sentence, quantity, present = question.sentence, question.statement.quantity, question.memory.present
    if present is None or mention.last_day is None or present - mention.last_day <= NOT_LONG_AGO:
        return False
    begin, _end = sentence.clause(quantity.start)
    return mention.end <= begin and sentence.says("stock_of_now", quantity) is not None


def of_first_of_month(question: Question) -> Period | None:
    """The month from whose first day on something is so: `Zum 1. Juli steigt der Preis um 40 Cent`."""
    sentence, statement = question.sentence, question.statement
    dearer = statement.metric == "price" and statement.kind == "change"
    if statement.metric in RESULTS | MARKET or not (dearer or statement.status == "forecast"):
        return None
    begin, end = sentence.clause(statement.quantity.start, HARD if statement.status == "forecast" else SOFT)
    for mention in sentence.periods:
        day = mention.first_day
        if mention.granularity != "day" or day is None or day.day != 1 or not begin <= mention.start < end:
            continue
        begins = pattern("from_the_day").search(sentence.before(mention.start, 16))
        if begins and question.time in (None, mention):
            published = question.memory.published or day
            if statement.status == "forecast":
                day = day.replace(year=day.year + 1) if published - day > _LONG_SINCE else day
            elif day > published:
                day = day.replace(year=day.year - 1)  # `Zum 1. März hatte sie den Preis angehoben`
            return month_of(day, f"from `{mention.text}` on")
    return None


def _is_over_before(question: Question, mention: PeriodMention) -> bool:
    """An outlook that only follows what was: `erzielte 2004 75 Mio. Euro; mit Gotha sollen es 105 sein`."""
    statement, published = question.statement, question.memory.published
    if statement.status != "forecast" or statement.metric == "dividend" or published is None:
        return False
    over = mention.last_day is not None and mention.last_day < published
    return over and question.sentence.boundaries(mention.end, statement.quantity.start) >= HARD


def _is_ahead(mention: PeriodMention, published: date | None) -> bool:
    """Whether a time begins only after publication."""
    return published is not None and mention.first_day is not None and mention.first_day > published


def of_part_told(question: Question, mention: PeriodMention) -> Period | None:
    """The part of the year before, where that of this year is not over: `(erstes Quartal: 31 Millionen)`.

    Args:
        question: What is asked.
        mention: The time that is named for the figure.

    Returns:
        Its period; None where the part is over, or no part without a year is told of.
    """
    statement, published = question.statement, question.memory.published
    if statement.status != "reported" or statement.metric not in EARNED or published is None:
        return None
    words = mention.text.lower()
    if not is_part_label(mention.label or "") or mention.last_day is None or words.startswith(_RUNNING):
        return None
    if (mention.label or "")[:_YEAR] in words or mention.last_day - published <= _SOON:
        return None
    return shifted(of_mention(mention), 1, f"`{mention.text}` is not over: that of the year before")


def _part_of_this_year(question: Question, mention: PeriodMention) -> Period | None:
    """The part of this year under report, for a result (`Heuer fiel das Ebit auf 6,8 Millionen`)."""
    statement, period = question.statement, question.memory.period
    if statement.status != "reported" or statement.metric not in EARNED or statement.earlier:
        return None
    if not mention.text.lower().startswith("heuer") or not is_part_label(period.label or ""):
        return None
    return period if str(period.label)[:_YEAR] == mention.label else None


def _summed_up(question: Question, mention: PeriodMention) -> Period | None:
    """The time from one to the end of the other: `Zusammen mit dem ersten Quartal sind es 254 Millionen`."""
    now, memory = question.memory.period, question.memory
    if mention.first_day is None or now.last_day is None or mention.first_day > now.last_day:
        return None
    if pattern("together_with").search(question.sentence.before(mention.start, 32)) is None:
        return None
    label = label_of(mention.first_day, now.last_day, memory.year_end)
    return Period(label, mention.first_day, now.last_day, now.fiscal, f"together with `{mention.text}`")


def _quarter_of_season(question: Question, mention: PeriodMention) -> Period | None:
    """The quarter of another year that a season stands for: `dem Verlust im Frühjahr 2023 steht …`."""
    now, label = question.memory.period, mention.label or ""
    end = now.last_day
    if question.statement.metric not in SUMMED or end is None or not is_part_label(now.label or ""):
        return None
    season = next((month for word, month in _SEASONS.items() if mention.text.lower().startswith(word)), None)
    if mention.granularity != "year" or season != end.month or "Q" not in str(now.label):
        return None
    years = int(str(now.label)[:_YEAR]) - int(label[:_YEAR]) if label else 0
    return shifted(now, years, f"`{mention.text}`, told beside {now.label}")


def _told_then(question: Question, mention: PeriodMention) -> Period | None:
    """The part of the year of which the text told just before: `niedriger als damals (2,49 Milliarden)`."""
    if mention.text.lower() != "damals" or mention.granularity != "year":
        return None
    for other in question.memory.recent(1):
        part = other.status == "reported" and is_part_label(other.period or "") and other.metric in SUMMED
        if part and str(other.period)[:_YEAR] == (mention.label or "")[:_YEAR]:
            return of_statement(other, f"`{mention.text}`, as the figure before it")
    return None


def _up_to(mention: PeriodMention, memory: Memory) -> Period:
    """The part of the business year that ends with a month: `bis Ende Juni nahm sie 15 Millionen ein`."""
    assert mention.last_day is not None
    calendar = FiscalCalendar(memory.year_end)
    first_day = calendar.part_days("", calendar.year_of(mention.last_day))[0]
    label = label_of(first_day, mention.last_day, memory.year_end)
    return Period(label, first_day, mention.last_day, mention.fiscal, f"the year up to `{mention.text}`")


def _same_part_of_year(question: Question, mention: PeriodMention) -> Period | None:
    """The part of a year that stands for it: `88 Millionen, nachdem es 2022 zu dieser Zeit 412 waren`."""
    if mention.granularity != "year" or mention.shift or mention.label is None:
        return None
    if question.sentence.says("at_that_time", question.statement.quantity) is None:
        return None
    for other in question.memory.recent(1):
        if other.metric == question.statement.metric and is_part_label(other.period or ""):
            years = int(str(other.period)[:_YEAR]) - int(mention.label)
            return shifted(of_statement(other, ""), years, f"the same part of `{mention.text}`")
    return None


def _before_what_was_told(question: Question, mention: PeriodMention) -> Period | None:
    """The year before the time under report, where `im Jahr zuvor` was counted from today."""
    words = mention.text.lower()
    if mention.shift and pattern("in_whole").search(question.sentence.before(mention.start, 24)):
        return None  # `im gesamten Vorjahr waren es 455 Millionen`
    if is_last_year(question, mention):
        return question.memory.period
    if mention.shift and words == "vorjahr":
        return _part_before(question, mention) or _dividend_before(question, mention)
    if mention.shift == 1 and words.startswith(_A_YEAR_AGO):
        return _part_before(question, mention)
    if not mention.shift or not mention.text.lower().endswith(("zuvor", "davor", "vorher")):
        return None
    told = same_in_sentence(question)
    base = of_statement(told, "") if told is not None else question.memory.period
    if base.label is None or base.label[:_YEAR] != str(mention.label)[:_YEAR]:
        return None
    return shifted(base, mention.shift, f"the year before {base.label}")


def is_last_year(question: Question, mention: PeriodMention) -> bool:
    """Whether `Vorjahr` is the year under report, not the one before it: `im Vorjahr gingen 7,9 verloren`."""
    if not mention.shift or mention.text.lower() != "vorjahr" or question.statement.metric == "dividend":
        return False
    memory, sentence = question.memory, question.sentence
    year, published = memory.period.label or "", memory.published
    if published is None or year != str(published.year - 1) or mention.label != str(published.year - 2):
        return False
    if any(time.granularity == "year" and not time.shift for time in sentence.periods):
        return False
    planned = sentence.cues_in(*sentence.clause(question.statement.quantity.start), "forecast")
    return bool(planned) or not (memory.earned_in(memory.period) or sentence.says("long_over"))


def _part_before(question: Question, mention: PeriodMention) -> Period | None:
    """The same part of the year before, of the figure told just before: `Im Vorjahr waren es 5 Millionen`."""
    for other in question.memory.recent(1):
        if other.metric != question.statement.metric or other.period is None or other.earlier:
            continue
        if any(time.granularity == "year" and not time.shift for time in question.sentence.periods):
            return None  # `Für 2017 rechnet der Sender mit mehr; im Vorjahr hatte er 701 Millionen erlöst`
        part = is_part_label(other.period) and int(other.period[:_YEAR]) - 1 == int(
            str(mention.label)[:_YEAR]
        )
        return shifted(of_statement(other, ""), 1, f"the year before {other.period}") if part else None
    return None


def _dividend_before(question: Question, mention: PeriodMention) -> Period | None:
    """The dividend before the one told just before: `für 2020 1,15 Euro. Im Vorjahr waren es 95 Cent`."""
    if question.statement.metric != "dividend":
        return None
    for other in question.memory.recent(1):
        if other.metric == "dividend" and other.period == mention.label:
            return shifted(of_statement(other, ""), 1, f"the year before {other.period}")
    return None


def _is_when_expected(question: Question, mention: PeriodMention) -> bool:
    """Whether a time is when an outlook was told: `Im Januar hatte sie noch mit 0,3 Prozent gerechnet`."""
    sentence, statement, present = question.sentence, question.statement, question.memory.present
    if statement.status not in OUTLOOKS or present is None or mention.last_day is None:
        return False
    of_year = statement.status == "forecast" and mention.text.lower() == "jahres" and not mention.fiscal
    if of_year and present - mention.last_day > NOT_LONG_AGO:
        return True  # `Der Vorstand hält einen Jahresverlust von 10 Millionen für möglich`
    begin, end = sentence.clause(statement.quantity.start)
    past = mention.shift or (mention.granularity == "month" and mention.last_day < present)
    if (
        not past
        or not begin <= mention.start < end
        or sentence.says("past_tense", statement.quantity) is None
    ):
        return False
    return pattern("meant_for").search(sentence.before(mention.start, 8)) is None
