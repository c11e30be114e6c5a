"""Chooses the company that a figure belongs to by where it stands."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final, Literal

from pipeline.mentions.companies.in_turn import company_in_turn
from pipeline.mentions.companies.nobody import is_about_branch, is_about_nobody
from pipeline.mentions.companies.paragraphs import is_ticker, paragraph_at
from pipeline.mentions.companies.topic import (
    is_about_company,
    is_only_now_introduced,
    leading_company,
    main_company,
    section_company,
    topic_at,
)
from pipeline.mentions.companies.words import phrases
from pipeline.mentions.mention import CompanyMention

Bearer = Literal["earner", "company", "buyer", "central_bank", "anybody"]
"""Of whom a figure is told: of a company that earns, as a profit; of any company, as a debt; of who buys or
holds, as a price or a stake; of a central bank, as an interest rate; of anybody, as jobs or prices, so that
it may have no company at all."""
Span = tuple[int, int]

_NEAR: Final = 80
"""Code points before a rate within which what bears it is named."""
_TAKEN_UP: Final = 100
"""Code points from the last name to a sentence that goes on about it."""


def choose_company(
    mentions: Sequence[CompanyMention], sentence: Span, claim: Span, text: str, bearer: Bearer = "earner"
) -> CompanyMention | None:
    """Choose the company that a figure most likely belongs to by where it stands.

    In its sentence that is the last company before the figure, else the first one after it; of a price paid
    or a stake the first one of the sentence. A sentence that names none goes on about the one that opens the
    sentence before it (`Der Autobauer Hendrikson verdiente weniger.`), else about the one of its section,
    else about the company of the whole document where there is one, else about the last one.

    Args:
        mentions: All mentions of the document, in order.
        sentence: First code point of the sentence that holds the figure, and the code point after it.
        claim: First code point of the figure, and the code point after it.
        text: The article.
        bearer: Of whom such a figure is told.

    Returns:
        The mention, None where the figure belongs to no company.
    """
    if not mentions:
        return None
    inside = [mention for mention in mentions if sentence[0] <= mention.start < sentence[1]]
    before = [mention for mention in inside if mention.subject and mention.end <= claim[0]]
    found = company_in_turn(before, sentence[1], claim[0], text) or _in_sentence(inside, claim, text, bearer)
    if found is not None and found.standing == "central_bank" and bearer == "earner":
        # `Österreichs Banken verdienten 10 Milliarden, so die Nationalbank`
        found = None if is_about_branch(sentence, text) else found
    if found is not None:
        rate = found.standing == "central_bank" and text[max(sentence[0], claim[0] - _NEAR) : claim[0]]
        return None if rate and any(word in rate for word in _market_rates()) else found
    if is_about_branch(sentence, text):
        return None
    if bearer == "central_bank" and any(word in text[slice(*sentence)] for word in _market_rates()):
        return None
    # What earns is a company, unless the text has named none so far: `Dem Verband zufolge sank der Umsatz`.
    heard = any(mention.start < sentence[0] for mention in mentions)
    if not (heard and bearer in ("buyer", "earner")) and is_about_nobody(mentions, sentence, text):
        return None
    if not heard and is_about_branch((0, sentence[0]), text):
        return None  # `Die deutschen Brauer setzten weniger um. Das Minus betrug 3 Prozent.`
    return _from_before(mentions, sentence, text, bearer)


@cache
def _market_rates() -> tuple[str, ...]:
    return phrases("not_companies", "market_rates")


def _in_sentence(
    inside: Sequence[CompanyMention], claim: Span, text: str, bearer: Bearer
) -> CompanyMention | None:
    before = [mention for mention in inside if mention.end <= claim[0] and mention.standing != "judge"]
    gap = text[before[-1].end : claim[0]] if before else ""
    if "(" in gap and _beside().fullmatch(gap):
        return before[-1]
    if "," in gap and _of_the_rival().fullmatch(gap) and _rival().search(text[: before[-1].start]):
        return before[-1]
    so_much = bearer != "buyer" and gap.startswith(" mit ") and _with_so_much().fullmatch(gap)
    if so_much and _of_its_own().match(text, claim[1]):
        return before[-1]  # `kauft den Konkurrenten Brellova mit gut 19 Mio. Euro Umsatz`
    spoken = [mention for mention in inside if mention.subject]
    if bearer == "buyer" and spoken:
        whole = [mention for mention in spoken if text[mention.end : mention.end + 1] != "-"]
        return (whole or spoken)[0]
    earlier = [mention for mention in spoken if mention.end <= claim[0]]
    while len(earlier) > 1 and _aside(earlier[-2], earlier[-1], claim[0], text):
        earlier.pop()
    if earlier:
        return earlier[-1]
    if gap and _beside().fullmatch(gap):
        return before[-1]
    following = next((mention for mention in spoken if mention.start >= claim[1]), None)
    if following is not None and _earns_itself(text, claim[1], following):
        return None
    return following


@cache
def _of_the_rival() -> re.Pattern[str]:
    """A relative clause: `Interesse hat der Rivale Brellova, der mit 64 Häusern 310 Millionen umsetzt`."""
    return re.compile(r"(?: [a-zäöüß]+){0,3}, (?:der|die|das|dessen|deren)\b[^,;.]*")


@cache
def _rival() -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, phrases("side_nouns")))
    return re.compile(rf"\b(?:{nouns}) [\"„“]?\Z")


def _earns_itself(text: str, end: int, mention: CompanyMention) -> bool:
    """`Die Rendite erreichte 10 Prozent, die Ostbau AG kam auf 6`: it has a figure of its own."""
    return bool(_next_clause().fullmatch(text, end, mention.start) and _own_figure().match(text, mention.end))


@cache
def _next_clause() -> re.Pattern[str]:
    return re.compile(r"[^,;.]{0,40}[,;] (?:und |während |aber |doch )?(?:[Dd]ie |[Dd]er |[Dd]as )?")


@cache
def _own_figure() -> re.Pattern[str]:
    return re.compile(r"\s[a-zäöü]{2,}(?:\s[a-zäöü]+){0,4}\s\d")


def _aside(before: CompanyMention, mention: CompanyMention, claim: int, text: str) -> bool:
    """`Die A GmbH, die zur B AG gehört, verdiente 3 Mio.`: named in a relative clause that is over."""
    if mention.name == before.name or "," not in text[mention.end : claim]:
        return False
    return bool(_relative().fullmatch(text[before.end : mention.start]))


@cache
def _relative() -> re.Pattern[str]:
    pronoun = r"(?:(?:zu|in|an|bei|mit|von|für|auf|aus) )?(?:der|die|das|dem|den|deren|dessen)"
    return re.compile(rf"[^,.;]{{0,60}}, {pronoun}\b[^,.;]{{0,80}}")


@cache
def _beside() -> re.Pattern[str]:
    """All that may stand between a name and its own figure: ` (plus `, ` (indirekt `, ` um `."""
    return re.compile(r"\)?\s?\((?:[\w.]{1,12}\s)?[+-]?|\s(?:(?:mit|um|auf|plus|minus)\s){0,2}[+-]?")


@cache
def _with_so_much() -> re.Pattern[str]:
    hedge = r"(?:(?:s?einem|ihrem|derzeit|zuletzt|rund|etwa|gut|knapp|fast|über|mehr|als)\s){0,3}"
    return re.compile(rf" mit (?:{hedge}\d[\d.,]* (?:[\w.]+ ){{1,3}}und )?{hedge}")


@cache
def _of_its_own() -> re.Pattern[str]:
    return re.compile(
        r"\s(?:[a-zäöü]+\s)?(?:Jahres)?(?:[Uu]msatz|[Uu]msätze|Erlös|Mitarbeiter|Beschäftigte|Leute|Gewinn)"
    )


def _from_before(
    mentions: Sequence[CompanyMention], sentence: Span, text: str, bearer: Bearer
) -> CompanyMention | None:
    """Whom a sentence that names nobody goes on about.

    Of a central bank that is what its own sentences tell, and of rates whatever the article tells.
    """
    firms = mentions if bearer == "central_bank" else [m for m in mentions if m.standing != "central_bank"]
    start = sentence[0]
    if bearer != "central_bank" and _addressed().search(text, *sentence):
        return leading_company(firms, text)
    taken_up = _taken_up(mentions if bearer in ("earner", "company") else firms, start, text)
    if taken_up is not None:
        return taken_up
    section = section_company(firms, start, text)
    if section is not None:
        return section
    topic = topic_at(firms, start, text)
    told = bearer == "earner" and not is_about_nobody(mentions, sentence, text) and not is_ticker(text)
    if topic is None and told:
        main = main_company(firms)
        topic = None if main is not None and is_only_now_introduced(main, start, text) else main
    if topic is None or bearer in ("earner", "company", "buyer") or topic.standing == "central_bank":
        return topic
    return topic if is_about_company(firms, text) else None


def _taken_up(mentions: Sequence[CompanyMention], start: int, text: str) -> CompanyMention | None:
    """Whom the sentence before has put forward: as its opening subject, or for a pronoun to take up."""
    last = next((mention for mention in reversed(mentions) if mention.end <= start), None)
    near = last is not None and start - last.end <= _TAKEN_UP and last.start >= paragraph_at(text, start)[0]
    if last is not None and near and _opens(text, last) and not _looks_back(mentions, last, text):
        return last
    if (
        last is not None
        and _that_one().match(text, start)
        and _ends_sentence().fullmatch(text, last.end, start)
    ):
        return last
    if _goes_on().match(text, start):
        spoken = next((m for m in reversed(mentions) if m.subject and m.end <= start), None)
        if spoken is not None and "\n" not in text[spoken.end : start]:
            return spoken
    return None


def _looks_back(mentions: Sequence[CompanyMention], last: CompanyMention, text: str) -> bool:
    """Whether what opens with a name is only an excursion: `Novartis hatte die Sparte verkauft`."""
    main = leading_company(mentions, text)
    if main is None or main.name == last.name:
        return False
    return bool(_pluperfect().match(text, last.end))


@cache
def _pluperfect() -> re.Pattern[str]:
    return re.compile(
        r"\shatten?\b[^.!?\n]{0,160}\b\w*(?:ge\w+(?:t|en)|iert|(?:be|er|ver|ent|über)\w+(?:t|en))[.;]"
    )


@cache
def _addressed() -> re.Pattern[str]:
    """A question to the one interviewed: `Was wollen Sie mit Ihren 4100 Leuten ausrichten?`."""
    return re.compile(r"(?<=[a-zäöüß,]\s)(?:Sie|Ihre?[mnrs]?)\b[^.\n]*\?")


@cache
def _that_one() -> re.Pattern[str]:
    """A verb after what points to the name that ends the sentence before: `… Larch Partners. Der hält 5`."""
    return re.compile(
        r"(?:Der|Die) (?!(?:mit|seit|erst|jetzt|fast|nicht|sonst|dort|laut|samt|selbst|weit|meist|zuletzt)\s)"
        r"(?:[a-zäöüß]+t|war|waren|kam|ging|will|hatten?)\s"
    )


@cache
def _ends_sentence() -> re.Pattern[str]:
    return re.compile(r"(?: [A-ZÄÖÜ][\w-]+)?[.!?][\"“«]?\s+")


@cache
def _goes_on() -> re.Pattern[str]:
    """A sentence about the one spoken of last: `Er erwartet …`, `Für das Jahr rechne sie mit …`."""
    return re.compile(
        r"(?:Er|Sie|Dort|Dieser|Dieses)\b|[^.!?\n]{0,120}?\b(?:habe|werde|wolle|rechne|erwarte|plane|gehe|"
        r"strebe|sehe|peile)\s(?:er|sie|man)\b"
    )


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        r"(?:\A|[.!?]\s+|\n\s*)(?:(?:Der|Die|Das)\s+)?(?:[a-zäöü][\w-]{1,40}\s+)?(?:[A-ZÄÖÜ][\w-]{1,40}\s+)?\Z"
    )


def _opens(text: str, mention: CompanyMention) -> bool:
    """Whether a name is the subject that opens its sentence, alone or after its noun."""
    if not mention.subject or mention.role != "name":
        return False
    follows = text[mention.end : mention.end + 2]
    return (
        follows[:1] == " "
        and follows[1:].islower()
        and bool(_opening().search(text[max(0, mention.start - 90) : mention.start]))
    )
