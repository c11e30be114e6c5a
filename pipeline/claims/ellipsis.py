"""Remembers what a document spoke of last, for sentences that leave it out (`Im Jahr zuvor waren es 383 Millionen`)."""

from dataclasses import dataclass, field
from datetime import date

import regex

from pipeline.claims.attachment import EARNINGS_METRICS, Attachment, fits, kinds_of
from pipeline.claims.sentence import Sentence
from pipeline.claims.statement import Statement
from pipeline.claims.times import NO_PERIOD, Period
from pipeline.quantities.quantity import Quantity

REACH = 2
"""Sentences over which a left-out metric is taken from the one before."""

_ELLIPTIC = regex.compile(
    r"(?i)^[\s\"„«(–-]*(?:das entspr|dies entspr|er |sie |es |im jahr zuvor|ein jahr zuvor|im vorjahr|vor einem jahr|vor jahresfrist|zuvor|bisher|bislang|damit|dies|das |analyst|experten|davon|dort|hier|allein"
    r"|demgegenüber|im gleichen|im vergleich|nach |gegenüber|zum vergleich|in den |in der |im |ein |dabei|auch |weitere|dann|für |ende |bis |auf |erwartet|gerechnet|unter |ohne |bereinigt|organisch|währungsbereinigt|der konsens)"
)


_SHARE = regex.compile(r"[\s\u00a0](?:der|des|aller|dieser|von)(?!\w)")
_SHARE_BEFORE = regex.compile(
    r"(?i)(?:anteil|quote)\w* (?:von|bei|auf|noch bei) (?:rund |etwa |knapp |gut )?$"
)
_OF_THEM = regex.compile(r"\s(?:von ihnen|davon)(?!\w)")
_AMONG = regex.compile(
    r"(?i)(?<!\w)(?:davon|darunter|hiervon)\s+(?:(?:sind|waren|entfallen|entfielen|allein|rund|etwa|knapp|gut|über|mehr als|fast)\s+){0,3}$"
)


@dataclass(slots=True)
class Context:
    """What the document spoke of last.

    Attributes:
        published: Day of publication.
        metric: Metric of the last claim that had a named one.
        attachment: How it was found.
        sentence: Number of the sentence in which it stood.
        period: Business period that the document reports on; it moves on, and back only never.
        year: The last whole year of it.
        day: The last weekday named (`am Dienstag nach US-Börsenschluss`), for share moves told after it.
        outlook: Last period named for an outlook.
        columns: The periods over the columns of a table, while its rows follow.
        statements: Everything stated so far, in order.
    """

    published: date | None
    metric: str | None = None
    attachment: Attachment | None = None
    sentence: int = -9
    period: Period = NO_PERIOD
    year: Period = NO_PERIOD
    day: Period = NO_PERIOD
    outlook: Period = NO_PERIOD
    columns: tuple[Period, ...] = ()
    statements: list[Statement] = field(default_factory=list)

    def speak_of(self, period: Period, granularity: str) -> None:
        """Note a business period that was named; one before that already spoken of is a comparison and changes nothing."""
        if period.label is None or period.last_day is None:
            return
        if self.published is not None and period.last_day > self.published:
            self.outlook = period
            return
        if self.period.last_day is None or period.last_day >= self.period.last_day:
            self.period = period
        if granularity == "year" and (self.year.last_day is None or period.last_day >= self.year.last_day):
            self.year = period


def carried_metric(
    context: Context, sentence: Sentence, quantity: Quantity, number: int
) -> Attachment | None:
    """The metric of the sentences before, for a quantity whose sentence names none.

    Args:
        context: What the document spoke of last.
        sentence: The sentence of the quantity.
        quantity: The quantity.
        number: Number of the sentence in the document.

    Returns:
        An attachment without a mention of its own, or None where nothing can be carried over.
    """
    if context.metric is None or context.metric == "other" or number - context.sentence > REACH:
        return None
    if not fits(context.metric, sentence, quantity) or kinds_of(sentence, quantity) == ("count",):
        return None
    if quantity.unit == "percent" and (
        _SHARE.match(sentence.after(quantity.end, 12))
        or _SHARE_BEFORE.search(sentence.before(quantity.start, 30))
    ):
        return None
    if number - context.sentence > 1 and not _ELLIPTIC.search(sentence.text[sentence.start : sentence.end]):
        return None
    return Attachment(context.metric, None, 0.5, 0.5, "as in the sentence before")


def of_them(context: Context, sentence: Sentence, quantity: Quantity) -> Attachment | None:
    """The metric of the pieces counted before, for `769 von ihnen` and `davon 2800 in Deutschland`."""
    if quantity.unit != "count" or not context.statements:
        return None
    if not (
        _OF_THEM.match(sentence.after(quantity.end, 14))
        or _AMONG.search(sentence.before(quantity.hedge_start))
    ):
        return None
    before = next(
        (statement for statement in reversed(context.statements) if statement.unit == "count"), None
    )
    return Attachment(before.metric, None, 1.0, 1.0, "a part of what was counted before") if before else None


def refined(context: Context, attachment: Attachment, sentence: Sentence, number: int) -> Attachment:
    """Read a bare `Verlust` or `Gewinn` as the earnings of the sentence before.

    `Das Ebit betrug 366 Millionen. Im Jahr zuvor war ein Verlust von 383 Millionen angefallen.` speaks of one metric.

    Args:
        context: What the document spoke of last.
        attachment: How the metric of the sentence was found.
        sentence: The sentence.
        number: Its number in the document.

    Returns:
        The attachment, with the metric of the sentence before where that is meant.
    """
    mention = attachment.mention
    if mention is None or attachment.metric != "net_income" or number - context.sentence > 1:
        return attachment
    if context.metric not in EARNINGS_METRICS or mention.text.lower() not in (
        "gewinn",
        "verlust",
        "ergebnis",
        "minus",
        "plus",
    ):
        return attachment
    back = any(period.shift or period.comparison for period in sentence.periods)
    if not back or len({found.metric for found in sentence.metrics}) > 1:
        return attachment
    return Attachment(
        str(context.metric),
        mention,
        attachment.score,
        attachment.margin,
        f"`{mention.text}`, of the metric before",
    )
