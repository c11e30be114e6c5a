"""What stands on the page and is none of the story: credits of pictures, lines that advertise articles."""

from collections.abc import Hashable, Sequence

from pipeline.mentions.companies.names import NamedPlace
from pipeline.mentions.companies.text import Text
from pipeline.mentions.companies.words import fold, phrases, words


def credited(text: Text, place: NamedPlace) -> bool:
    """Tell whether a name stands in the credit of a picture: `Foto: Brellova AG`."""
    for position in range(place.start - 1, max(-1, place.start - 8), -1):
        word = text.words[position]
        if word in (".", "\n", ")"):
            return False
        if word == ":":
            return fold(text.before(position)) in words("credits")
        if word == "©":
            return True
    return False


def publishers(text: Text, places: Sequence[NamedPlace]) -> set[Hashable]:
    """Find who publishes the page, `(c) Verlag Feld & Hof`, and may head it too.

    Args:
        text: The article.
        places: Where companies are named, in order.
    """
    return {place.identity for place in places if _publishes(text, place)}


def _publishes(text: Text, place: NamedPlace) -> bool:
    line = list(text.words[text.sentence(place.start)[0] : place.start])
    if "," in line:  # `(c) Verlag Feld & Hof, Postfach 10, 35333 Gießen`
        return False
    return line[:1] == ["©"] or line[:3] in (["(", "c", ")"], ["(", "C", ")"])


def teased(text: Text) -> set[int]:
    """Find the words of lines that advertise other articles, and of the next line if it is no sentence."""
    source = text.source
    if not any(phrase in source for phrase in phrases("teasers")):
        return set()
    line_start, skip = 0, 0
    offsets: list[tuple[int, int]] = []
    for line in source.splitlines(keepends=True):
        stripped = line.strip(" \t\r\n|>+*-")
        opens = stripped.startswith(phrases("teasers"))
        skip = 2 if opens else skip
        if skip and stripped and (opens or not stripped.endswith((".", "!", "?"))):
            offsets.append((line_start, line_start + len(line)))
            skip -= 1
        elif stripped:
            skip = 0
        line_start += len(line)
    return {
        index
        for index, start in enumerate(text.starts)
        if any(first <= start < last for first, last in offsets)
    }
