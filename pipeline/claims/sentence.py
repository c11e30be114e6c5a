"""One sentence with everything found in it, and the questions that the rules of this stage ask of it."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from operator import attrgetter, itemgetter

import regex

from pipeline.mentions.context import Cue
from pipeline.mentions.mention import CompanyMention, MetricMention, PeriodMention
from pipeline.quantities.quantity import Quantity
from pipeline.vocabulary.loading import load_words
from pipeline.vocabulary.patterns import alternation, pattern, spotted
from pipeline.vocabulary.pieces import folded

FILE = "claims.toml"

HARD, SOFT, JOINED, COLON = 2.0, 1.0, 0.4, 0.1
"""Weights of a clause boundary: semicolon, dash or `während`; comma; `und`; colon."""

_LINE = 100
"""Length in code points from which a sentence is no line of a list."""


_GOES_ON = r"\s(?:und zwar|nämlich|genauer)\s"
"""What adds a measure to the clause before it: `Der Gewinn sank, und zwar um 12 Prozent`."""

_ADVERBS = frozenset(("aber", "jedoch", "allerdings"))
"""Words of contrast that open a clause or stand within it."""


@cache
def _boundary() -> "regex.Pattern[str]":
    # Commas inside numbers and inside `vor Zinsen, Steuern und Abschreibungen` bound nothing.
    return regex.compile(
        rf"(?P<hard>;|\s[–-]\s|\n[-–•*]\s?|(?<=\s){alternation('contrast')}(?=\s))"
        rf"|(?P<soft>,(?!\d)(?!{_GOES_ON})(?!\s?{alternation('deduction')}))"
        rf"|(?P<joined>(?!{_GOES_ON})\s{alternation('joining')}\s)|(?P<colon>:\s)"
    )


@cache
def _by_how_much() -> "regex.Pattern[str]":
    by = "|".join(load_words(FILE, "leads")["by"])
    return regex.compile(rf"(?r),\s(?:und zwar\s)?(?:{by})\s")


@cache
def _from_where() -> "regex.Pattern[str]":
    return regex.compile(r"(?r),\s(?:und zwar\s|nämlich\s)?von\s")


@cache
def _ends_with_move() -> "regex.Pattern[str]":
    """The rest of `von 32 auf 31 Prozent.`, with no verb of its own."""
    return regex.compile(
        r"\sauf\s(?:\p{Ll}+\s)?\d[\d.,\x27’]*\s(?:\p{Lu}\p{Ll}+|%)(?:\s\p{Lu}\p{Ll}+)?[.;!]?\s*"
    )


@cache
def _share_of_it() -> "regex.Pattern[str]":
    """` der Erlöse`, with nothing after it in its commas but the verb that both have."""
    return regex.compile(
        rf"\s(?:{alternation('share_of')})(?:\s\p{{Ll}}+)?\s\p{{Lu}}[\p{{L}}-]+(?=,\s\p{{Ll}})"
    )


@cache
def _adjustment() -> "regex.Pattern[str]":
    """`operativ, um Sondereffekte bereinigt, 2,8 Milliarden verdient`."""
    return regex.compile(r",(?: [\p{L}-]+){1,4} bereinigt,")


@cache
def _round_bracket() -> "regex.Pattern[str]":
    return regex.compile(r"\([^()]*\)?")


@cache
def _lead() -> "regex.Pattern[str]":
    fill = alternation("after_preposition")
    leads = "|".join(f"(?P<{name}>{'|'.join(forms)})" for name, forms in load_words(FILE, "leads").items())
    return regex.compile(rf"(?i)(?<!\w)(?:{leads})\s*(?:{fill}\s+){{0,3}}[„“\"«»‚'(]?$")


@dataclass(slots=True)
class Sentence:
    """One sentence and what was found in it.

    Attributes:
        text: The whole article.
        start: First code point of the sentence.
        end: First code point after it.
        quantities: Its quantities in order.
        metrics: Its metric mentions in order.
        cues: Its cues in order.
        periods: Its period mentions in order.
        companies: Its company mentions in order.
    """

    text: str
    start: int
    end: int
    quantities: Sequence[Quantity]
    metrics: Sequence[MetricMention]
    cues: Sequence[Cue]
    periods: Sequence[PeriodMention]
    companies: Sequence[CompanyMention] = ()
    _boundaries: list[tuple[int, float]] = field(init=False)
    _brackets: list[tuple[int, int]] = field(init=False)
    _verbs: list[int] | None = field(init=False, default=None)
    _said: "dict[tuple[str, int, int], regex.Match[str] | None]" = field(init=False, default_factory=dict)
    _folded: dict[tuple[int, int], str] = field(init=False, default_factory=dict)
    _leads: dict[int, str] = field(init=False, default_factory=dict)
    _predicates: dict[int, tuple[int, int]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        """Find the places where one clause ends and the next begins."""
        put_in = set(self._commas_of_what_is_put_in())
        weights = {"hard": HARD, "soft": SOFT, "joined": JOINED, "colon": COLON}
        self._boundaries = [
            (match.start(), weights[str(match.lastgroup)])
            for match in _boundary().finditer(self.text, self.start, self.end)
            # The `und` of `zwischen 5 und 7 Millionen` parts nothing.
            if match.start() not in put_in
            and not (match.lastgroup == "hard" and self._is_adverb(match))
            and not any(figure.start < match.start() < figure.end for figure in self.quantities)
        ]
        self._brackets = [
            match.span() for match in _round_bracket().finditer(self.text, self.start, self.end)
        ]

    def _is_adverb(self, match: "regex.Match[str]") -> bool:
        """Whether a word of contrast stands within its clause (`drehte dann aber ins Plus`)."""
        return match[0].lower() in _ADVERBS and self.text[match.start() - 2].isalnum()

    def _commas_of_what_is_put_in(self) -> Iterator[int]:
        """The commas of a difference (`Kräftiger, um sieben Prozent, wuchs der Umsatz`) or an adjustment.

        Those of a share in apposition too: `12 Millionen Euro, ein Drittel der Erlöse, flossen in Werbung`;
        and the one before a move that ends the sentence: `Die Quote gab leicht nach, von 32 auf 31 Prozent.`
        """
        for figure in self.quantities[-2:]:
            by = _from_where().match(self.text, self.start, figure.hedge_start)
            if by is not None and _ends_with_move().fullmatch(self.text, figure.end, self.end):
                yield by.start()
        for aside in _adjustment().finditer(self.text, self.start, self.end):
            yield from (aside.start(), aside.end() - 1)
        for before_it, figure in zip([None, *self.quantities], self.quantities, strict=False):
            if self.text.startswith(",", figure.end):
                before = _by_how_much().match(self.text, self.start, figure.hedge_start)
                if before is not None:
                    yield from (before.start(), figure.end)
            elif figure.unit == "percent" and before_it and before_it.end == figure.hedge_start - len(", "):
                share = _share_of_it().match(self.text, figure.end, self.end)
                if share is not None and before_it.scaled:
                    yield from (before_it.end, share.end())

    @property
    def is_line(self) -> bool:
        """Whether it is a line of a list or a table and no sentence of prose."""
        return self.end - self.start < _LINE and not self.text[: self.end].endswith(".")

    def before(self, position: int, width: int = 60) -> str:
        """The text of the sentence that ends at a position, at most `width` code points of it."""
        return self.text[max(self.start, position - width) : position]

    def after(self, position: int, width: int = 60) -> str:
        """The text of the sentence that begins at a position, at most `width` code points of it."""
        return self.text[position : min(self.end, position + width)]

    def says_before(self, quantity: Quantity, wording: str) -> "regex.Match[str] | None":
        """Find a wording that stands directly before a quantity and its hedge."""
        return pattern(wording).search(self.before(quantity.hedge_start))

    def says_after(self, quantity: Quantity, wording: str) -> "regex.Match[str] | None":
        """Find a wording that stands directly after a quantity."""
        return pattern(wording).match(self.after(quantity.end))

    def says(self, wording: str, quantity: Quantity | None = None) -> "regex.Match[str] | None":
        """Find a wording in the sentence, or in the predicate of one of its quantities."""
        begin, end = self.predicate(quantity.start) if quantity else (self.start, self.end)
        asked = wording, begin, end
        if asked not in self._said:
            if (begin, end) not in self._folded:
                self._folded[begin, end] = folded(self.text[begin:end])
            self._said[asked] = spotted(wording).search(self.text[begin:end], self._folded[begin, end])
        return self._said[asked]

    def inserted(self, quantity: Quantity) -> range:
        """The clause put in before a figure outside it (`Kanada, wo drei Fabriken stehen, wuchs`)."""
        aside = self.says("inserted_clause")
        if aside is None or self.start + aside.start() > quantity.start:
            return range(0)
        places = range(self.start + aside.start(), self.start + aside.end())
        last = self.text.rindex(" ", places.start, places.stop)
        if self.has_verb(places.start, last) and not self.has_verb(last, places.stop):
            return range(0)  # `, die Quote sank leicht, von 32 auf 31 Prozent` is no clause put in
        return range(0) if quantity.start in places else places

    def boundaries(self, first: int, second: int) -> float:
        """Summed weight of the clause boundaries between two positions."""
        low, high = min(first, second), max(first, second)
        return sum(weight for position, weight in self._boundaries if low <= position < high)

    def clause(self, position: int, weight: float = SOFT) -> tuple[int, int]:
        """The clause around a position, cut at boundaries of at least a weight.

        Args:
            position: A code point of the sentence.
            weight: `SOFT` cuts at commas too, `HARD` at semicolons, dashes and `während` only.
        """
        aside = self.bracket(position)
        places = [
            place
            for place, strength in self._boundaries
            if strength >= weight and (not self._brackets or self.bracket(place) in (None, aside))
        ]
        index = bisect_right(places, position)
        begin = places[index - 1] if index else self.start
        end = places[index] if index < len(places) else self.end
        return begin, end

    def predicate(self, position: int) -> tuple[int, int]:
        """The part of the clause around a position that one verb governs.

        Args:
            position: A code point of the sentence.

        Returns:
            The clause, cut where `und` or a colon joins two verbs (`stieg auf 402 Mio. und dürfte zulegen`).
        """
        if position not in self._predicates:
            self._predicates[position] = self._predicate(position)
        return self._predicates[position]

    def _predicate(self, position: int) -> tuple[int, int]:
        begin, end = self.clause(position)
        for place in (place for place, weight in self._boundaries if weight < SOFT and begin < place < end):
            if not (self.has_verb(begin, place) and self.has_verb(place, end)):
                continue
            if position < place:
                return begin, place
            begin = place
        return begin, end

    def has_verb(self, begin: int, end: int) -> bool:
        """Whether a finite verb stands in a part of the sentence."""
        if self._verbs is None:
            found = pattern("finite_verb").finditer(self.text, self.start, self.end)
            self._verbs = [match.start() for match in found]
        return bisect_left(self._verbs, begin) < bisect_left(self._verbs, end)

    def bracket(self, position: int) -> tuple[int, int] | None:
        """The round brackets around a position, or None."""
        index = bisect_right(self._brackets, position, key=itemgetter(0))
        span = self._brackets[index - 1] if index else None
        return span if span is not None and position < span[1] else None

    def aside(self, position: int) -> tuple[int, int] | None:
        """The part of round brackets around a position, cut at semicolons: `(bisher: 340; 2018: 338)`."""
        bracket = self.bracket(position)
        if bracket is None:
            return None
        begin, end = self.clause(position, HARD)
        return max(begin, bracket[0]), min(end, bracket[1])

    def is_hedge(self, position: int) -> bool:
        """Whether a hedge holds a position: the `mehr als` of `sank um mehr als 13 Prozent` tells no rise."""
        return any(quantity.hedge_start <= position < quantity.start for quantity in self.quantities)

    def quantities_between(self, low: int, high: int, but: Quantity | None = None) -> int:
        """How many quantities begin in a stretch of the text, one of them left out."""
        return sum(low <= other.start < high for other in self.quantities if other is not but)

    def previous(self, quantity: Quantity) -> Quantity | None:
        """The quantity before one, or None."""
        index = bisect_left(self.quantities, quantity.start, key=attrgetter("start"))
        return self.quantities[index - 1] if index else None

    def next(self, quantity: Quantity) -> Quantity | None:
        """The quantity after one, or None."""
        index = bisect_right(self.quantities, quantity.start, key=attrgetter("start"))
        return self.quantities[index] if index < len(self.quantities) else None

    def lead(self, quantity: Quantity) -> str:
        """What the little word before a quantity and its hedge makes of it.

        Args:
            quantity: The quantity.

        Returns:
            A name of the table `leads`: `by` for `um rund 8 Prozent`, `to` for `auf 2,1 Milliarden`, `from`,
            `with`, `at`, `instead`, `against`, `other`; empty where no such word stands there.
        """
        place = quantity.hedge_start
        if place not in self._leads:
            match = _lead().search(self.before(place))
            self._leads[place] = str(match.lastgroup) if match else ""
        return self._leads[place]

    def cues_in(self, begin: int, end: int, *names: str) -> list[Cue]:
        """The cues of some names that begin in a part of the sentence."""
        return [cue for cue in self.cues if cue.name in names and begin <= cue.start < end]
