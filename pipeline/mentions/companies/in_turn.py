"""Companies and figures told in the same order: `VW und BMW verloren 2,1 und 1,8 Prozent`."""

import re
from collections.abc import Sequence
from functools import cache

from pipeline.mentions.mention import CompanyMention


def company_in_turn(
    spoken: Sequence[CompanyMention], sentence_end: int, claim: int, text: str
) -> CompanyMention | None:
    """Find the company that a figure belongs to by its place in a row of figures.

    Args:
        spoken: The companies before the figure that its sentence can be about, in order.
        sentence_end: The code point after the sentence.
        claim: First code point of the figure.
        text: The article.

    Returns:
        The company in the same place of its row; None where there are no two rows of the same length.
    """
    row: list[CompanyMention] = []
    for mention in reversed(spoken):
        if row and not _joint().fullmatch(text[mention.end : row[0].start]):
            break
        row.insert(0, mention)
    if len(row) < 2:
        return None
    for match in _figures().finditer(text, row[-1].end, sentence_end):
        starts = [number.start() for number in _number().finditer(text, *match.span())]
        if len(starts) == len(row) and match.start() <= claim < match.end():
            return row[max(place for place, start in enumerate(starts) if start <= claim)]
    return None


@cache
def _joint() -> re.Pattern[str]:
    return re.compile(r",\s|\s(?:und|sowie)\s(?:die\s|der\s)?")


@cache
def _number() -> re.Pattern[str]:
    return re.compile(r"(?<![\w.,])[+-]?\d+(?:[.,]\d+)*")


@cache
def _figures() -> re.Pattern[str]:
    unit = r"(?:\s?(?:Prozent|%|Euro|Dollar|Franken|Mio\.|Mrd\.|Millionen|Milliarden)){0,2}"
    figure = rf"[+-]?\d+(?:[.,]\d+)*{unit}"
    link = r"(?:,\s|\s(?:und|beziehungsweise|bzw\.|respektive)\s)(?:um\s|auf\s|mit\s|von\s)?"
    return re.compile(rf"(?<![\w.,]){figure}(?:{link}{figure})+")
