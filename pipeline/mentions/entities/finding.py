"""Finds the named entities of a document: the model's, the companies', and what the document repeats."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final

from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from pipeline.language.plain import plain_of
from pipeline.mentions.companies.words import Shape, shape
from pipeline.mentions.entities.full_names import WrittenName, full_names
from pipeline.mentions.mention import CompanyMention, EntityMention
from pipeline.mentions.metrics import find_metrics

_SHORTEST_REPEATED: Final = 3
_NAMED_LIKE_OTHERS: Final = frozenset(("index_level", "commodity_price", "exchange_rate"))
"""Metrics whose words are names as well: `Dow Jones` is a publisher, and a person may be called Gold."""


def entity_spans(doc: Doc, companies: Sequence[CompanyMention]) -> list[Span]:
    """Say which spans of tokens are named entities.

    Args:
        doc: A document; `doc.ents` as the model has set it, `doc._.quantities` where that stage has run.
        companies: The companies found in it, which the rules know better than a model.

    Returns:
        Spans in order, none overlapping another.
    """
    found = [
        span
        for mention in companies
        if mention.role == "name" and (span := doc.char_span(mention.start, mention.end, label="ORG"))
    ]
    known = {mention.start for mention in companies if mention.company_id}
    sure = [span for span in found if span.start_char in known]
    amounts = [(quantity.start, quantity.end) for quantity in doc._.quantities or ()]
    model = [entity for entity in doc.ents if _is_name(entity, amounts)]
    spans = filter_spans([*sure, *model, *found])
    return sorted([*spans, *_repeated(doc, spans)], key=lambda span: span.start)


def _is_name(entity: Span, amounts: Sequence[tuple[int, int]]) -> bool:
    """A model may call the `Euro` of an amount, or `griechischer`, a name; `adidas` and `Autobahn 60` are."""
    if entity.label_ != "ORG" and entity.text.islower():
        return False
    if entity.label_ != "MISC" and _is_metric(entity.text):
        return False
    begin, stop = entity.start_char, entity.end_char
    return not any(start < stop and begin < end and not begin < start < end <= stop for start, end in amounts)


def _is_metric(text: str) -> bool:
    """The `Ebit` of `das operative Ergebnis (Ebit)` is no company."""
    return any(
        (mention.start, mention.end) == (0, len(text)) and mention.metric not in _NAMED_LIKE_OTHERS
        for mention in find_metrics(text, 0, len(text))
    )


def _repeated(doc: Doc, spans: Sequence[Span]) -> Iterator[Span]:
    """Names that the model found in one place and missed in another."""
    text = plain_of(doc).article
    taken = {token for span in spans for token in range(span.start, span.end)}
    labels: dict[str, Counter[str]] = {}
    for span in spans:
        for name in _told_again(span):
            labels.setdefault(name, Counter())[span.label_] += 1
    for name in sorted(labels, key=len, reverse=True):
        label = labels[name].most_common(1)[0][0]
        place = text.find(name)
        while place >= 0:
            again = doc.char_span(place, place + len(name), label=label)
            if again is not None and taken.isdisjoint(range(again.start, again.end)):
                taken.update(range(again.start, again.end))
                yield again
            place = text.find(name, place + len(name))


def _told_again(span: Span) -> Iterator[str]:
    """The forms in which a name can come again: as it is, and a person by the last name."""
    text = span.text
    if len(text) >= _SHORTEST_REPEATED and not text.islower() and (" " in text or shape(text) != Shape.NONE):
        yield text
    last = text.split()[-1]
    if span.label_ == "PER" and last != text and shape(last) >= Shape.PLAUSIBLE:
        yield last


def find_entities(doc: Doc, companies: Sequence[CompanyMention]) -> list[EntityMention]:
    """List the named entities of a document with their full names.

    Args:
        doc: A document whose `doc.ents` are those of `entity_spans`.
        companies: The companies found in it.

    Returns:
        Entities in order. Besides `doc.ents` these are the companies within a word, which no span of tokens
        can be: `BMW` in `BMW-Chef`.
    """
    text = plain_of(doc).article
    named = [mention for mention in companies if mention.role == "name"]
    spans = {span.start_char: span.end_char for span in doc.ents}
    names = [WrittenName(span.start_char, span.end_char, span.text, span.label_) for span in doc.ents]
    names += [
        WrittenName(mention.start, mention.end, mention.text, "ORG")
        for mention in named
        if doc.char_span(mention.start, mention.end) is None and not _inside(mention, spans)
    ]
    names.sort(key=lambda name: name.start)
    by_start = {mention.start: mention for mention in named}
    entities = []
    for name, full in zip(names, full_names(text, names), strict=True):
        company = by_start.get(name.start) if name.label == "ORG" else None
        entities.append(
            EntityMention(
                name.start,
                name.end,
                name.text,
                name.label,
                company.name if company else full,
                company.company_id if company else None,
            )
        )
    return entities


def _inside(mention: CompanyMention, spans: dict[int, int]) -> bool:
    return any(start < mention.end and mention.start < end for start, end in spans.items())
