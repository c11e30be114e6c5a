"""Gives the words of Parallel UD, which has tags of its own, their STTS tags where these can be told."""

import re

MODAL_LEMMAS = frozenset(("dürfen", "können", "mögen", "müssen", "sollen", "wollen"))
AUXILIARY_LEMMAS = frozenset(("haben", "sein", "werden"))

_PRONOMINAL_ADVERB = re.compile(
    r"(?:da|dar|hier|des)(?:an|auf|aus|bei|durch|für|gegen|hinter|in|mit|nach|neben|über|um|unter|von|vor|wegen|zu|zwischen|halb)"
)
_DIRECT = {
    "NNP": "NE",
    "NNA": "NN",
    ",": "$,",
    "-": "$(",
    "``": "$(",
    "(": "$(",
    ")": "$(",
    ":": "$.",
    "NFP": "$(",
    "CD": "CARD",
    "DC": "PTKVZ",
    "DTP$": "PPOSAT",
    "FW": "FM",
    "UH": "ITJ",
    "WRB": "PWAV",
    "WP": "PWS",
    "WDT": "PWAT",
    "ART": "ART",
    "APPR": "APPR",
}
_DETERMINERS = {"Art": "ART", "Dem": "PDAT", "Ind": "PIAT", "Tot": "PIAT", "Neg": "PIAT"}


def stts_of_pud(form: str, lemma: str, upos: str, xpos: str, features: dict[str, str]) -> str:
    """Give a word of Parallel UD its STTS tag.

    Args:
        form: The word, `darauf`.
        lemma: Its lemma.
        upos: Universal part of speech, `ADV`.
        xpos: The treebank's own tag, `RB`.
        features: Universal features, `{"PronType": "Dem"}`.

    Returns:
        The STTS tag, here `PAV`; empty where it cannot be told.
    """
    if upos in ("VERB", "AUX") and xpos in ("VBC", "VB", "VBN"):
        return _verb(form, lemma, xpos, features)
    if upos == "ADJ" and xpos in ("JJ", "."):
        return "ADJA" if "Case" in features else "ADJD"
    if upos == "DET" and xpos in ("DT", "PDT"):
        return _DETERMINERS.get(features.get("PronType", ""), "") if "Case" in features else ""
    if xpos == "RB":
        return _adverb(form, upos)
    if xpos == "CC":
        return _conjunction(form, upos)
    if xpos == "PRP":
        return "PRF" if form.casefold() == "sich" else "PPER" if upos == "PRON" else ""
    if xpos == "NN":
        if upos == "NOUN":
            return "NN"
        return "PIS" if upos in ("DET", "PRON") else ""
    if form == ";":
        return "$."
    table = {
        ("IN", "ADP"): "APPR",
        (".", "PUNCT"): "$.",
        ("RP", "PART"): "PTKZU" if form.casefold() == "zu" else "",
        ("REL", "PRON"): "" if form.casefold() in ("dessen", "deren") else "PRELS",
        ("EX", "PRON"): "PIS",
        ("''", "PUNCT"): "$(",
        ("SYM", "SYM"): "NN" if form == "%" else "",
    }
    return table.get((xpos, upos), _DIRECT.get(xpos, ""))


def _verb(form: str, lemma: str, xpos: str, features: dict[str, str]) -> str:
    kind = "VM" if lemma in MODAL_LEMMAS else "VA" if lemma in AUXILIARY_LEMMAS else "VV"
    if xpos == "VBC":
        return kind + ("IMP" if features.get("Mood") == "Imp" else "FIN")
    if xpos == "VBN":
        return kind + "PP"
    # `abzuholen` holds its zu.
    split = re.match("(?:ab|an|auf|aus|bei|durch|ein|fest|her|hin|nach|um|vor|weg|zurück)zu", form)
    return "VVIZU" if kind == "VV" and split and not lemma.startswith(split[0]) else kind + "INF"


def _adverb(form: str, upos: str) -> str:
    if upos == "PART":
        return "PTKNEG" if form.casefold() == "nicht" else ""
    if _PRONOMINAL_ADVERB.fullmatch(form.casefold()):
        return "PAV"
    return "ADV" if upos == "ADV" else "ADJD" if upos == "ADJ" else ""


def _conjunction(form: str, upos: str) -> str:
    small = form.casefold()
    if upos == "SCONJ":
        return "KOUI" if small in ("um", "ohne", "statt", "anstatt") else "KOUS"
    if upos == "CCONJ":
        return "KOKOM" if small in ("als", "wie") else "KON"
    return ""
