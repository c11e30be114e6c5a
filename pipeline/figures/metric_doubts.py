"""Asks whether a figure is of the metric that was read: a word beside it names that one or another."""

from pipeline.figures import wording
from pipeline.figures.derivation import PROFITS
from pipeline.figures.evidence import (
    FILE,
    Document,
    before_place,
    listed,
    nearest_metric,
    number,
    paired,
    says,
    told_twice,
    twinned,
)
from pipeline.figures.explanations import Finding
from pipeline.figures.finding import Question
from pipeline.mentions.mention import MetricMention
from pipeline.vocabulary.patterns import pattern

EARNINGS = frozenset((*PROFITS, "earnings_per_share"))


def named_for_another(question: Question, finding: Finding, document: Document) -> str | None:
    """`bei 612 Millionen Euro Umsatz 19 Millionen verdient`: the word names the figure before it.

    Args:
        question: A claim that is accused.
        finding: The accusation.
        document: The claims told beside it.

    Returns:
        A clause that says so; None where nothing speaks for it.
    """
    mention = nearest_metric(question)
    at = question.claim.sentence.find(question.claim.text)
    if mention is None or mention.end > at or question.claim.kind == "change":
        return None  # `150 Milliarden Euro Umsatz (+12 Prozent)`
    told = pattern("told_of_before", FILE).search(before_place(question.claim.sentence, mention.start))
    return f"`{mention.text}` names {told[0].strip()}" if told else None


def metric_not_named(question: Question, finding: Finding, document: Document) -> str | None:
    """Why the metric that was read may not be the one told, where neither word nor figure bears it out.

    Args:
        question: A claim that is accused.
        finding: The accusation.
        document: The claims told beside it.

    Returns:
        A clause; None where the metric is borne out.
    """
    claim = question.claim
    mention = nearest_metric(question)
    named = wording.words(claim.metric)
    other = finding.other.metric if finding.other else None
    if finding.verdict == "metric_confusion" and not question.candidates:
        return f"nothing is known of the {named} itself"
    if finding.other and told_twice(question, finding.other, document):
        return None
    at = claim.sentence.find(claim.text)
    borne_out = [*paired(question, document), *twinned(question, document)]
    if any(not _parted(question, other, mention, at) for other in borne_out):
        return None
    # `Vor Steuern blieb ein Überschuss von 6,5 Milliarden`: whichever is meant, it is no revenue.
    a_profit = mention is not None and mention.end <= at and {mention.metric, claim.metric} <= EARNINGS
    whichever = a_profit and other is not None and other not in EARNINGS
    if mention is None or (mention.metric != claim.metric and not whichever):
        return f"the {named} is not named right beside it"
    if {claim.metric, other} == {"sales_volume", "production"} and says(mention, "any_count"):
        return f"`{mention.text}` can be sold or made"
    vague = other in PROFITS or (other is None and mention.verb)
    if claim.metric == "net_income" and vague and says(mention, "any_profit"):
        return f"`{mention.text}` can be any profit"
    following = claim.sentence[at + len(claim.text) : max(mention.start, at + len(claim.text))]
    between = claim.sentence[mention.end : max(at, mention.end)]
    if number().search(following) and not borne_out:
        return f"`{mention.text}` names the figure before it"  # `waren es 2,5, bei 18,2 Milliarden Umsatz`
    # A row of a table has nothing but figures and their units behind its label.
    crowded = len(number().findall(between)) > 1 and pattern("word", FILE).search(between)
    if crowded and not (listed(question, document) or _confused_together(question, finding, document)):
        return f"other figures stand between it and the {named}"
    return None


def _confused_together(question: Question, finding: Finding, document: Document) -> bool:
    """`Der Gewinn stieg um 22 Prozent auf 18 Milliarden`: all that is told of it is of one other metric."""
    return any(
        other is not question
        and found.verdict == finding.verdict == "metric_confusion"
        and found.other is not None
        and finding.other is not None
        and found.other.metric == finding.other.metric
        and other.claim.metric == question.claim.metric
        and other.claim.sentence == question.claim.sentence
        for other, found in document.questions
    )


def _parted(question: Question, other: Question, mention: MetricMention | None, at: int) -> bool:
    """Whether the word for another metric stands between two figures of one sentence."""
    if mention is None or mention.metric == question.claim.metric:
        return False
    its = at + other.claim.start - question.claim.start
    return min(its, at) < mention.start < max(its, at)
