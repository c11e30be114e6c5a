"""What the tests of the commands share: a stand-in for the model, and claims with their known figures."""

import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from typer.testing import Result

from pipeline.reading.article import Article
from pipeline.records.claim import Claim
from pipeline.records.entity import Entity
from pipeline.running.batch import Extract

Command = Callable[..., Result]


def extract_numbers(articles: Iterable[Article]) -> Iterator[tuple[Article, list[Claim], list[Entity]]]:
    """Find a claim in each number, where the text is not `unlesbar`."""
    for article in articles:
        if "unlesbar" in article.text:
            raise ValueError("der Satz ist unlesbar")
        found = re.finditer(r"\d+", article.text)
        values = [(match, float(match[0])) for match in found]
        yield (
            article,
            [
                Claim(
                    article.id,
                    *match.span(),
                    match[0],
                    article.text,
                    "other",
                    "level",
                    value,
                    value,
                    0.5,
                    "count",
                )
                for match, value in values
            ],
            [Entity(article.id, 0, 3, article.text[:3], "ORG", article.text[:3])],
        )


def slow_extractor(model: str | None, figures: Path | None, entities: bool) -> Extract:
    """Stand in for the loading of a model that takes its time over each article."""

    def extract(articles: Iterable[Article]) -> Iterator[tuple[Article, list[Claim], list[Entity]]]:
        for result in extract_numbers(articles):
            time.sleep(0.005)
            yield result

    return extract


FIGURES = """\
company,company_id,metric,segment,kind,period,period_start,period_end,fiscal,status,\
value_low,value_high,unit,adjusted,as_of,source
Musterwerk AG,,revenue,,level,2023,2023-01-01,2023-12-31,false,reported,\
2100000000,2100000000,EUR,false,,annual report
"""
REVENUE = Claim(
    doc_id="musterwerk",
    start=37,
    end=56,
    text="2,1 Milliarden Euro",
    sentence="Der Umsatz der Musterwerk AG lag 2023 bei 2,1 Milliarden Euro.",
    metric="revenue",
    kind="level",
    low=2.1e9,
    high=2.1e9,
    precision=5e7,
    unit="EUR",
    company="Musterwerk AG",
    period="2023",
)
WRONG = replace(REVENUE, text="3,4 Milliarden Euro", low=3.4e9, high=3.4e9, doc_id="anderes")
