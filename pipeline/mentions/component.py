"""Registers the mentions as a spaCy component: `doc._.mentions` with companies, periods and entities."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.mentions.companies.choosing import main_company
from pipeline.mentions.companies.finding import find_companies
from pipeline.mentions.companies.register import register
from pipeline.mentions.entities.finding import entity_spans, find_entities
from pipeline.mentions.mention import CompanyMention
from pipeline.mentions.mentions import Mentions
from pipeline.mentions.periods.finding import find_periods, infer_fiscal_year_end

DECEMBER = 12


def asks_model(companies: Sequence[CompanyMention]) -> bool:
    """Whether the names of a language model are wanted beside the companies that the rules have found.

    The rules alone name the company rightly more often (0.984 on the gold news against 0.875 with the model's
    ORG beside them), so the model is asked only where they find none.
    """
    return not any(mention.subject for mention in companies)


def entities_of(doc: Doc) -> list[tuple[int, int, str]]:
    """First code point, code point after it and label of each entity of `doc.ents`."""
    return [(entity.start_char, entity.end_char, entity.label_) for entity in doc.ents]


def _fiscal_year_end(text: str, companies: Sequence[CompanyMention]) -> int:
    inferred = infer_fiscal_year_end(text)
    if inferred:
        return inferred
    main = main_company(companies)
    known = register().lookup(main.name) if main else None
    return (known.fiscal_year_end if known else None) or DECEMBER


def mentions_of(text: str, published: date | None, companies: Sequence[CompanyMention]) -> Mentions:
    """Add the periods of a document to its companies.

    Args:
        text: The article.
        published: Its day of publication, where it is known.
        companies: Its companies in order.

    Returns:
        Its mentions, entities left out.
    """
    year_end = _fiscal_year_end(text, companies)
    periods = find_periods(text, published, year_end if year_end != DECEMBER else None)
    return Mentions(tuple(companies), tuple(periods), published, year_end)


def _annotate(doc: Doc) -> Doc:
    text = doc.text
    companies = find_companies(text)
    if asks_model(companies):
        companies = find_companies(text, entities_of(doc))
    mentions = mentions_of(text, doc._.published, companies)
    doc.ents = entity_spans(doc, mentions.companies)
    doc._.mentions = replace(mentions, entities=tuple(find_entities(doc, mentions.companies)))
    return doc


@Language.factory("kennzahl_mentions", assigns=["doc._.mentions", "doc.ents"])
def make_mentions(nlp: Language, name: str) -> Callable[[Doc], Doc]:
    """Make the component that writes `doc._.mentions`.

    Args:
        nlp: The pipeline that it joins; any German one. Entities that it has set before are used.
        name: Its name there.
    """
    for extension in ("mentions", "published", "quantities"):
        if not Doc.has_extension(extension):
            Doc.set_extension(extension, default=None)
    return _annotate
