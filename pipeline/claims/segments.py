"""Names the division, product, region, index or currency that a figure is limited to, and who says it."""

from functools import cache

import regex

from pipeline.claims.attachment import Attachment
from pipeline.claims.divisions import division_of, inherited, matched_group, told_of
from pipeline.claims.lists import part_of_list, part_of_row
from pipeline.claims.memory import Memory
from pipeline.claims.metric_classes import ECONOMY, OF_A_MARKET
from pipeline.claims.regions import branch_of, economy_of, limiting_region
from pipeline.claims.sentence import Sentence
from pipeline.claims.statement import Statement
from pipeline.claims.traded import TRADED, name_traded
from pipeline.mentions.companies.division_lists import division_at
from pipeline.mentions.companies.register import register
from pipeline.mentions.mention import MetricMention
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.loading import load_words
from pipeline.vocabulary.patterns import alternation, pattern, spotted

FILE = "segments.toml"


@cache
def _generic() -> frozenset[str]:
    return frozenset(load_words(FILE, "segments")["generic_prefixes"])


@cache
def _kinds_of(what: str) -> "regex.Pattern[str]":
    words = load_words(FILE, what)
    return regex.compile(rf"(?i)(?:netto)?(?:{'|'.join(words['first'])})(?:{'|'.join(words['last'])})")


def _named_by_metric(mention: MetricMention) -> str | None:
    """What the word for the metric itself limits it to: `Retail-Umsatz`, `Auslandserlöse`, `Mieterlöse`."""
    prefix = mention.prefix.rstrip("-")
    if mention.prefix.endswith("-") and not {prefix.lower(), prefix.lower().rstrip("s")} & _generic():
        return None if register().lookup(prefix) is not None else prefix  # `der VW-Gewinn`
    if mention.metric == "equity" and mention.text.lower() in load_words(FILE, "kinds_of_equity")["words"]:
        return mention.text
    if mention.metric == "costs" and _kinds_of("expenses").fullmatch(mention.text):
        return mention.text
    if mention.metric != "revenue":
        return None
    if _kinds_of("incomes").fullmatch(mention.text):
        return mention.text
    parts: dict[str, str] = load_words(FILE, "parts_of_revenue")
    return next((name for first, name in parts.items() if mention.text.lower().startswith(first)), None)


@cache
def _speaker() -> "regex.Pattern[str]":
    name = r"(\p{Lu}[\p{L}.-]+(?: (?:\p{Lu}\. )?(?:von |van |de )?\p{Lu}[\p{L}-]+){1,3})"
    verb, according = alternation("speaker_after_verb", FILE), alternation("according_to", FILE)
    office = rf"(?:{alternation('office', FILE)}\s)?"
    return regex.compile(
        rf"(?<!\w){verb}\s(?:[\p{{L}}-]+\s){{0,4}}?{name}"
        rf"|(?<!\w){according}\s(?:\p{{Ll}}+\s){{0,2}}?{office}{name}"
    )


@cache
def _bearer() -> "regex.Pattern[str]":
    forms = "|".join(load_words(FILE, "rates")["bearers"])
    return regex.compile(rf"(?<![\p{{L}}-])(?:{forms})(?![\p{{L}}-])")


def _beside(found: "list[regex.Match[str]]", quantity: Quantity) -> "regex.Match[str] | None":
    """The last one before a figure, else the first one after it."""
    before = [match for match in found if match.end() <= quantity.start]
    return before[-1] if before else next(iter(found), None)


def _share(sentence: Sentence, quantity: Quantity) -> str | None:
    """The kind of share or dividend: `8,76 Euro je Vorzugsaktie`, `eine Sonderdividende von 2 Euro`."""
    begin, end = sentence.clause(quantity.start)
    after = pattern("per_share_class", FILE).match(sentence.text, quantity.end, end)
    if after is not None:
        return str(after[1])
    found = list(spotted("share_class", FILE).pattern.finditer(sentence.text, begin, quantity.start))
    return str(found[-1][1]) if found else None


def _priced(sentence: Sentence, quantity: Quantity) -> str | None:
    """What is sold for a price: `die Dauerkarte kostet`."""
    units = frozenset(load_words(FILE, "measures")["units"])
    found = [
        match
        for match in spotted("priced", FILE).pattern.finditer(sentence.text, sentence.start, sentence.end)
        if matched_group(match) not in units
    ]
    match = _beside(found, quantity)
    return matched_group(match) if match else None


def name_segment(
    sentence: Sentence, quantity: Quantity, attachment: Attachment, statement: Statement, memory: Memory
) -> str | None:
    """The part of the whole that a figure is limited to.

    Args:
        sentence: Its sentence.
        quantity: The quantity.
        attachment: How its metric was found.
        statement: What is stated of it, its metric and its company among it.
        memory: What the document spoke of last.

    Returns:
        The part as the text names it, several joined by commas, or None for the whole company.
    """
    mention, metric = attachment.mention, statement.metric
    survey = sentence.says("index_of_a_survey") if metric == "index_level" else None
    if survey is not None:
        return str(survey[0])
    if metric in TRADED:
        return name_traded(sentence, quantity, mention, metric, memory)
    if (part := division_at(sentence.text, quantity.start)) is not None:
        return part
    if metric == "dividend" and (share := _share(sentence, quantity)):
        return share
    if metric == "price" and (priced := _priced(sentence, quantity)):
        return priced
    if metric == "interest_rate":
        bearer = _beside(list(_bearer().finditer(sentence.text, sentence.start, sentence.end)), quantity)
        if bearer is not None:
            return str(bearer[0])
    if mention is None and (listed := part_of_list(memory, sentence)) is not None:
        return listed
    if mention is None and statement.column is not None:
        headed = memory.table.metric_at(statement.column) == metric
        row = part_of_row(sentence, quantity, metric, headed)
        if row is not None:
            return row
    parts: set[str] = set()
    begin, end = told_of(sentence, quantity)
    region = limiting_region(sentence, quantity, begin, end)
    named = _named_by_metric(mention) if mention is not None else None
    if mention is not None and named is not None and (region is None or begin <= mention.start < end):
        parts.add(named)
    if region is not None:
        parts.add(region)
    division = division_of(sentence, quantity)
    own = (statement.company or "").casefold()  # `die Tochter Brellova`, and the figure is Brellova's
    if division is not None and division.lower() not in _generic() and division.casefold() not in own:
        parts.add(division)
    whole = spotted("as_a_whole", FILE).search_in(sentence.text, *sentence.clause(quantity.start))
    if not parts and whole and metric not in ECONOMY:
        return None
    if not parts and (told := inherited(sentence, quantity, statement, memory)) is not None:
        return told
    if not parts and statement.company is None and metric in ("revenue", "order_intake"):
        return branch_of(sentence, quantity, memory)
    if not parts and (metric in ECONOMY or (metric in OF_A_MARKET and statement.company is None)):
        return economy_of(sentence, quantity, memory, widely=metric in ECONOMY)
    return ", ".join(sorted(parts)) or None


def name_speaker(sentence: Sentence) -> str | None:
    """The person to whom a sentence attributes what it says, None where it names none."""
    match = _speaker().search(sentence.text, sentence.start, sentence.end)
    return (match[1] or match[2]) if match else None
