"""Gives the words of Parallel UD, which has tags of its own, their STTS tags where these can be told."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from pipeline.language.training.annotated import AnnotatedText

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
_DETERMINERS = {
    "Art": ("ART", "PDS"),
    "Dem": ("PDAT", "PDS"),
    "Ind": ("PIAT", "PIS"),
    "Tot": ("PIAT", "PIS"),
    "Neg": ("PIAT", "PIS"),
}


def stts_of_pud(row: list[str]) -> str:
    """Give a word of Parallel UD its STTS tag.

    Args:
        row: The ten columns of the word.

    Returns:
        The STTS tag, `PAV` for `darauf`; empty where it cannot be told.
    """
    _, form, lemma, upos, xpos, morphology, _, relation = row[:8]
    features = dict(feature.split("=", 1) for feature in morphology.split("|") if "=" in feature)
    if upos in ("VERB", "AUX") and xpos in ("VBC", "VB", "VBN"):
        return _verb(form, lemma, xpos, features)
    if upos == "ADJ" and xpos in ("JJ", "."):
        return "ADJA" if "Case" in features else "ADJD"
    if upos == "DET" and xpos in ("DT", "PDT"):
        return _determiner(form, relation, features)
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


def _determiner(form: str, relation: str, features: dict[str, str]) -> str:
    # STTS has three homes for `viele` and `andere`.
    if "Case" not in features or form.casefold().startswith(("ander", "viel", "wenig", "mehr", "weiter")):
        return ""
    attributive, standing = _DETERMINERS.get(features.get("PronType", ""), ("", ""))
    return attributive if relation.startswith("det") else standing


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
        return "" if small in ("als", "wie") else "KON"
    return ""


def settle_adverbs(pud: Iterable[AnnotatedText], stts: Iterable[AnnotatedText]) -> Iterator[AnnotatedText]:
    """Correct what Parallel UD calls adverbs: to STTS `schnell` is one nowhere.

    Args:
        pud: Its sentences with STTS tags.
        stts: Sentences tagged in STTS by hand.

    Yields:
        The first sentences; an ADV or PAV has the tag that its word mostly has in the others, or none.
    """
    counts: dict[str, Counter[str]] = {}
    for text in stts:
        for start, end, tag in text.tags or ():
            counts.setdefault(text.text[start:end].casefold(), Counter())[tag] += 1
    usual = {word: tags.most_common(1)[0][0] for word, tags in counts.items()}
    for text in pud:
        tags = tuple(
            (start, end, usual.get(text.text[start:end].casefold(), "") if tag in ("ADV", "PAV") else tag)
            for start, end, tag in text.tags or ()
        )
        yield replace(text, tags=tags)
