"""One HTML page of claims: what there is, what known figures say of it, each claim in its sentence."""

from base64 import b64encode
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from html import escape

from pipeline.records.claim import VERDICTS, Claim
from pipeline.report.values import readable_known, readable_value

STYLE = """
:root { color-scheme: light dark; font: 15px/1.45 system-ui, sans-serif; }
body { margin: 2rem auto; max-width: 90rem; padding: 0 1rem; }
h1 { font-size: 1.5rem; }
table { border-collapse: collapse; margin: 0 0 2rem; }
caption { font-weight: 600; text-align: left; padding: .3rem 0; }
th, td { border-bottom: 1px solid #8884; padding: .3rem .8rem .3rem 0; }
th, td { text-align: left; vertical-align: top; }
td.number { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; }
mark { background: #ffe08a; color: #111; }
.confirmed { color: #1a7f37; }
.refuted { color: #c62828; font-weight: 600; }
.groups { display: flex; flex-wrap: wrap; gap: 0 4rem; }
"""
CONFIRMING = ("exact", "rounded", "hedged", "in_range", "derived")
COLUMNS = ("document", "company", "measured", "period", "value", "known", "verdict", "sentence")


def render_page(claims: Sequence[Claim], title: str) -> Iterator[str]:
    """Write the page in pieces, to be joined or written one after the other.

    The page loads nothing and runs nothing: its content security policy allows its own style and no more, and
    every string of a claim is escaped.

    Args:
        claims: The claims in the order of the page.
        title: Heading of the page.

    Yields:
        Pieces of HTML.
    """
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    policy = f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    yield (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>{STYLE}</style>\n</head>\n<body>\n<h1>{escape(title)}</h1>\n"
    )
    documents = len({claim.doc_id for claim in claims})
    yield f"<p>Claims: {len(claims):,}. Documents: {documents:,}.</p>\n"
    yield '<div class="groups">\n'
    verdicts: Counter[str] = Counter(claim.verdict for claim in claims if claim.verdict is not None)
    yield _counts("verdict", ((name, verdicts[name]) for name in VERDICTS if verdicts[name]))
    yield _counts("metric", Counter(claim.metric for claim in claims).most_common())
    yield _counts("company", Counter(claim.company for claim in claims if claim.company).most_common(15))
    yield "</div>\n"
    yield "<table>\n<caption>Claims</caption>\n<thead><tr>"
    yield from (f'<th scope="col">{column}</th>' for column in COLUMNS)
    yield "</tr></thead>\n<tbody>\n"
    yield from map(_row, claims)
    yield "</tbody>\n</table>\n</body>\n</html>\n"


def _counts(name: str, counts: Iterable[tuple[str, int]]) -> str:
    rows = [f'<tr><td>{escape(value)}</td><td class="number">{count:,}</td></tr>' for value, count in counts]
    if not rows:
        return ""
    head = f'<tr><th scope="col">{name}</th><th scope="col">claims</th></tr>'
    return f"<table>\n<thead>{head}</thead>\n<tbody>\n{chr(10).join(rows)}\n</tbody>\n</table>\n"


def _row(claim: Claim) -> str:
    measured = [claim.metric, claim.kind if claim.kind == "change" else "", claim.segment or ""]
    cells = (
        f"<td>{escape(claim.doc_id)}</td>",
        f"<td>{escape(claim.company or '')}</td>",
        f"<td>{escape(', '.join(filter(None, measured)))}</td>",
        f"<td>{escape(' '.join(filter(None, [claim.period, _unless(claim.status, 'reported')])))}</td>",
        f'<td class="number">{escape(readable_value(claim))}</td>',
        f'<td class="number">{escape(readable_known(claim))}</td>',
        _verdict_cell(claim),
        f"<td>{_marked(claim)}</td>",
    )
    return f"<tr>{''.join(cells)}</tr>\n"


def _unless(value: str, usual: str) -> str:
    return "" if value == usual else value


def _verdict_cell(claim: Claim) -> str:
    if claim.verdict is None:
        return "<td></td>"
    kind = "confirmed" if claim.verdict in CONFIRMING else "refuted"
    name = f'<span class="{"open" if claim.verdict == "unverifiable" else kind}">{claim.verdict}</span>'
    return f"<td>{name}<br>{escape(claim.verdict_reason or '')}</td>"


def _marked(claim: Claim) -> str:
    """Mark the quantity in its sentence, but not where it stands twice: the record tells not which it is."""
    if claim.sentence.count(claim.text) != 1:
        return escape(claim.sentence)
    before, after = claim.sentence.split(claim.text)
    return f"{escape(before)}<mark>{escape(claim.text)}</mark>{escape(after)}"
