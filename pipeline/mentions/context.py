"""Finds the words that tell how a figure is meant: up or down, outlook, consensus, adjusted, denied."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import regex
from pydantic import Field

from pipeline.vocabulary.kept import kept
from pipeline.vocabulary.loading import Rule, load_rules, load_words
from pipeline.vocabulary.pieces import SpottedTogether, folded

FILE = "context.toml"

_COMPARED = 40
"""Code points before a participle within which `als` or `wie` opens what it only compares."""

_INSTITUTE = 40
"""Code points after the experts within which their institute is named."""


class CueWords(Rule):
    """Words that tell one thing about the figures near them.

    Attributes:
        name: What they tell.
        forms: Patterns in lower case; ` … ` parts a verb from its particle (`ging … zurück`).
    """

    name: str
    forms: tuple[str, ...] = Field(min_length=1)


@dataclass(frozen=True, slots=True)
class Cue:
    """One place where the text tells how a figure is meant.

    Attributes:
        start: First code point in the text.
        end: First code point after it; for a verb and its particle, after the particle.
        name: What it tells: `up`, `down`, `forecast`, `consensus`, `prior`, `adjusted`, `negated`.
        text: The text between them.
    """

    start: int
    end: int
    name: str
    text: str


@cache
def cue_words() -> tuple[CueWords, ...]:
    """The cues of the vocabulary."""
    return load_rules(FILE, "cue", CueWords)


def _pattern(form: str) -> str:
    # The particle of a German verb stands at the end of its clause, at most one long clause away.
    # A dot ends the clause, but not that of `2.047` or `Mio.`.
    abbreviated = (
        r"(?<=\b(?:mio|mrd|mia|mill|bill|mdr|tsd|rd|ca|fr|bzw|inkl|exkl|st|dr|vgl|kfm|dipl|prof|nr|\w))\."
    )
    gap = rf"(?!\w)(?:[^.!?;]|(?<=\d)\.(?=\d)|{abbreviated}){{1,160}}?(?<!\w)"
    return form.replace("ß", "(?:ß|ss)").replace(" … ", gap)  # the Swiss write `büsste … ein`


@cache
def _plain() -> "regex.Pattern[str]":
    groups = "|".join(
        f"(?P<{cue.name}>{'|'.join(_pattern(form) for form in cue.forms if '…' not in form)})"
        for cue in cue_words()
    )
    return regex.compile(rf"(?<!\w)(?:{groups})(?!\w)")


_WORD = regex.compile(r"\w+(?s:.)?")
"""A word and the sign after it."""


@kept
def _may_begin(word: str) -> bool:
    """Whether a cue can begin with a word, the sign after it included, whatever follows."""
    return _plain().match(word, partial=True) is not None


def _plain_cues(sentence: str) -> Iterator["regex.Match[str]"]:
    """Find what `finditer` of the pattern finds, but try it only at words with which a cue can begin."""
    end = 0
    for word in _WORD.finditer(sentence):
        if word.start() >= end and _may_begin(word[0]):
            match = _plain().match(sentence, word.start())
            if match is not None:
                end = match.end()
                yield match


@cache
def _split_verbs() -> SpottedTogether[str]:
    return SpottedTogether(
        (cue.name, regex.compile(rf"(?<!\w)(?:{'|'.join(_pattern(form) for form in forms)})(?!\w)"))
        for cue in cue_words()
        if (forms := [form for form in cue.forms if "…" in form])
    )


@cache
def _institute() -> "regex.Pattern[str]":
    words = load_words(FILE, "institutes")
    experts, names = "|".join(words["experts"]), "|".join(words["forms"])
    return regex.compile(
        rf"(?i)(?<!\w)(?:{experts}) (?:der|des|vom|beim|von) (?:[\p{{L}}-]+ ){{0,2}}?(?:{names})(?!\w)"
    )


@cache
def _one_house() -> "regex.Pattern[str]":
    return regex.compile(rf"(?i)(?:{'|'.join(load_words(FILE, 'one_house')['forms'])})")


@cache
def _will() -> "regex.Pattern[str]":
    """`wird` up to the lower-case word at the end of its clause that looks like an infinitive."""
    inside = r"[^.,;:!?\n]|[.,](?=\d)|(?<=(?i:mio|mrd|mia|tsd|\bca|\brd))\."
    none = "|".join(load_words(FILE, "infinitives")["none"])
    return regex.compile(
        rf"(?<!\w)[Ww](?:ird|erden|erde|ürde|ürden)(?!\w| (?:können|müssen|dürfen|sollen|wollen)(?!\w))"
        rf"(?:{inside}){{1,140}}?"
        rf"(?<![\w-])(?!(?:{none})(?!\w))\p{{Ll}}+(?:en|ern|eln)(?= ?[.,;:!?)\"]|\s*$)"
    )


@cache
def _will_last() -> "regex.Pattern[str]":
    """`wird` at the end of a clause, after what looks like an infinitive and no participle."""
    none = "|".join(load_words(FILE, "infinitives")["none"])
    return regex.compile(
        rf"(?<![\w-])(?!(?:{none})(?!\w))\p{{Ll}}+(?:en|ern|eln) w(?:ird|erden|erde|ürden?)"
        r"(?=\s?[.,;:!?)\"“]|\s(?:und|oder|sowie)\s|\s*$)"
    )


def _futures(text: str, start: int, end: int) -> list[Cue]:
    """What will happen, whatever the verb (`Die Kasse wird ihren Beitrag von 2 Prozent halten`)."""
    return [
        Cue(match.start(), match.end(), "forecast", match[0])
        for future in (_will(), _will_last())
        for match in future.finditer(text, start, end)
    ]


@cache
def _compares() -> "regex.Pattern[str]":
    return regex.compile(rf"(?i)(?<!\w)(?:{'|'.join(load_words(FILE, 'compared')['forms'])})\s*$")


def _only_compared(cue: Cue, text: str, start: int) -> bool:
    """Whether a word of outlook tells only what a fact is held against (`mehr als erwartet`)."""
    if cue.name != "forecast" or not text[cue.start].islower() or not cue.text.endswith("t"):
        return False
    return _compares().search(text, max(start, cue.start - _COMPARED), cue.start) is not None


def _of_whom(cue: Cue, text: str) -> Cue:
    """What one analyst or the experts of an institute expect is their outlook, and no consensus."""
    if cue.name != "consensus":
        return cue
    alone = _one_house().match(cue.text) or _institute().search(text, cue.start, cue.end + _INSTITUTE)
    return replace(cue, name="forecast") if alone else cue


def find_cues(text: str, start: int, end: int) -> list[Cue]:
    """Find the cues of one sentence.

    Args:
        text: The article.
        start: First code point of the sentence.
        end: First code point after it.

    Returns:
        Cues in order of their start.
    """
    sentence = text[start:end].lower()
    if len(sentence) != end - start:  # a letter whose lower case is longer, such as `İ`
        sentence = "".join(
            letter.lower() if len(letter.lower()) == 1 else letter for letter in text[start:end]
        )
    found = [
        Cue(
            start + match.start(),
            start + match.end(),
            str(match.lastgroup),
            text[start + match.start() : start + match.end()],
        )
        for match in _plain_cues(sentence)
    ]
    for name, verb in _split_verbs().that_may_match(folded(sentence)):
        for match in verb.finditer(sentence):
            begin, finish = start + match.start(), start + match.end()
            found.append(Cue(begin, finish, name, text[begin:finish]))
    found += _futures(text, start, end)
    found = [_of_whom(cue, text) for cue in found if not _only_compared(cue, text, start)]
    found.sort(key=lambda cue: (cue.start, cue.end))
    return found
