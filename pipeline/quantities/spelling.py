"""The spellings of archives: words that have lost their umlauts."""

_SPELLINGS = {
    "ä": "(?:ä|ae)", "ö": "(?:ö|oe)", "ü": "(?:ü|ue)", "ß": "(?:ß|ss)",
    "Ä": "(?:Ä|Ae|AE)", "Ö": "(?:Ö|Oe|OE)", "Ü": "(?:Ü|Ue|UE)",
}  # fmt: skip


def any_spelling(pattern: str) -> str:
    """Let a pattern match words that have lost their umlauts (`fuenf`, `Maerz`, `groesste`).

    Args:
        pattern: A regular expression with no umlaut inside square brackets.
    """
    return "".join(_SPELLINGS.get(letter, letter) for letter in pattern)


def with_umlauts(word: str) -> str:
    """A number word in lower case with the umlauts that it has lost (`fuenfzig` is `fünfzig`)."""
    return word.replace("fuenf", "fünf").replace("zwoelf", "zwölf").replace("dreissig", "dreißig")
