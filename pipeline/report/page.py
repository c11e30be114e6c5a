"""One HTML page of a run that needs nothing but itself: its claims, their articles, and what shows them."""

from base64 import b64encode
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template

from pipeline.figures.consistency import find_disagreements
from pipeline.records.claim import Claim
from pipeline.records.document import Document
from pipeline.report.articles import gather_articles
from pipeline.report.columns import claim_columns
from pipeline.report.packing import pack
from pipeline.report.places import places_in_sentences
from pipeline.report.summary import count_verdicts

LARGEST = 28_000_000
"""How many letters claims and articles may take together: a page that a browser opens and a mail carries."""

FINDINGS_SHOWN = 100
"""How many figures of a text against itself are listed."""

SCRIPTS = (
    "data.js", "words.js", "numbers.js", "selection.js", "state.js", "elements.js", "groups.js",
    "scatter.js", "growth.js", "table.js", "article.js", "page.js",
)  # fmt: skip
"""The parts of the page's one script, in their order: a part uses what stands before it."""


@dataclass(frozen=True)
class Page:
    """A page that is ready to be written.

    Attributes:
        html: The page in pieces, to be written one after the other, once.
        left_out: Number of articles whose text found no room in it.
        foreign: Number of articles that do not have their claims where these say they are.
    """

    html: Iterator[str]
    left_out: int
    foreign: int


def render_page(
    claims: Sequence[Claim], title: str, documents: Iterable[Document] = (), largest: int = LARGEST
) -> Page:
    """Make the page of a run.

    The page loads nothing and sends nothing: its content security policy allows its one style and its one
    script by their digests. Texts of articles and records lie in it packed, and are shown as text.

    Args:
        claims: The claims, those of a document side by side.
        title: Heading of the page.
        documents: The articles that the claims are from, where they are to be shown.
        largest: How many letters claims and articles may take. Articles that go beyond are left out, those
            with a wrong claim last.

    Returns:
        The page.
    """
    places = places_in_sentences(claims)
    packed = pack(claim_columns(claims, places))
    articles = gather_articles(claims, places, documents, largest - len(packed))
    style = _part("page.css")
    script = "\n".join(_part(name) for name in SCRIPTS)
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src '{_digest(script)}'",
            f"style-src '{_digest(style)}'",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )
    where = {"document": articles.document, "start": articles.start, "documents": articles.columns}
    html = _template().generate(
        title=title,
        policy=policy,
        style=style,
        script=script,
        claims=len(claims),
        documents=len(articles.columns["name"]),
        verdicts=count_verdicts(claims),
        findings=[found.record() for found in find_disagreements(claims)],
        shown=FINDINGS_SHOWN,
        left_out=articles.left_out,
        packed={"claims": packed, "articles": pack(where)},
        blocks=articles.blocks,
    )
    return Page(html, articles.left_out, articles.foreign)


def _digest(source: str) -> str:
    return f"sha256-{b64encode(sha256(source.encode()).digest()).decode()}"


@cache
def _part(name: str) -> str:
    return (files("pipeline.report") / "browser" / name).read_text(encoding="utf-8")


@cache
def _template() -> Template:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.from_string(_part("page.html.j2"))
