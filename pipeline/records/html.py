"""Claims and texts as HTML for a notebook: quantities marked by verdict, their fields at the pointer."""

from collections.abc import Iterable
from dataclasses import fields
from html import escape
from itertools import groupby

from pipeline.records.claim import Claim

# A sign beside each colour: not everybody tells green from red.
VERDICT_MARKS = {
    "confirmed": ("✓", "rgba(46, 160, 67, .30)"),
    "refuted": ("✗", "rgba(218, 54, 51, .30)"),
    "unverifiable": ("", "rgba(128, 128, 128, .25)"),
    None: ("", "rgba(255, 193, 7, .35)"),
}
CONFIRMING = frozenset(("exact", "rounded", "hedged", "in_range", "derived"))
PLACES = frozenset(("doc_id", "start", "end", "text", "sentence"))


def claim_html(claim: Claim) -> str:
    """Show one claim: its sentence with the quantity marked, and a table of the fields that say something.

    Args:
        claim: The claim; its texts are escaped.

    Returns:
        HTML without scripts, in colours for light and dark pages.
    """
    begin = claim.sentence.find(claim.text)
    end = begin + len(claim.text)
    sentence = (
        f"{escape(claim.sentence[:begin])}{_mark(claim, claim.text)}{escape(claim.sentence[end:])}"
        if begin >= 0
        else _mark(claim, claim.text)
    )
    rows = "".join(
        f'<tr><th scope="row" style="text-align:left">{name}</th>'
        f'<td style="text-align:left">{escape(value)}</td></tr>'
        for name, value in _told_fields(claim)
    )
    return f"<div><p>{sentence}</p><table>{rows}</table></div>"


def text_html(text: str, claims: Iterable[Claim]) -> str:
    """Show a text with its claims marked.

    Args:
        text: The text in which the offsets of the claims count.
        claims: Its claims in any order.

    Returns:
        HTML without scripts; the fields of a claim show where the pointer rests on it.
    """
    pieces = []
    at = 0
    # `8,1 Prozent` may be two claims; the first of them is the one that is marked.
    for start, same in groupby(sorted(claims, key=lambda claim: claim.start), lambda claim: claim.start):
        claim = next(same)
        if start < at:
            continue
        pieces += [escape(text[at:start]), _mark(claim, text[start : claim.end])]
        at = claim.end
    pieces.append(escape(text[at:]))
    return f'<div style="white-space:pre-wrap;line-height:1.7">{"".join(pieces)}</div>'


def _mark(claim: Claim, text: str) -> str:
    sign, colour = VERDICT_MARKS[_judgement(claim)]
    hover = escape("\n".join(f"{name}: {value}" for name, value in _told_fields(claim)), quote=True)
    style = f"background:{colour};color:inherit;padding:.1em .2em;border-radius:.25em"
    return f'<mark style="{style}" title="{hover}">{escape(text)}{sign}</mark>'


def _judgement(claim: Claim) -> str | None:
    if claim.verdict is None or claim.verdict == "unverifiable":
        return claim.verdict
    return "confirmed" if claim.verdict in CONFIRMING else "refuted"


def _told_fields(claim: Claim) -> list[tuple[str, str]]:
    """The fields that differ from what a record has when nothing is said."""
    return [
        (field.name, f"{value:,.15g}" if isinstance(value, float) else str(value))
        for field in fields(claim)
        if field.name not in PLACES and (value := getattr(claim, field.name)) not in (None, False)
    ]
