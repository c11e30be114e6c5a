"""How much of a page's text comes back: measured on the pages of an open corpus, where that is at hand."""

import gzip
import io
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from statistics import mean

import pytest

from pipeline.errors import ArticleError
from pipeline.reading.entry import Entry
from pipeline.reading.page import read_page

SMARTDATA = Path(__file__).parents[3] / "shared" / "training" / "smartdata"
FILES = ("v3_20200302_dev.json.gz", "v3_20200302_test.json.gz")
LEAST_RECALL = 0.8


def pages() -> Iterator[tuple[str, str]]:
    """Each page with its text as the makers of the corpus cut it: its beginning, menus and all."""
    decode = json.JSONDecoder().raw_decode
    for name in FILES:
        content = gzip.decompress((SMARTDATA / name).read_bytes()).decode()
        at = 0
        while at < len(content.rstrip()):
            document, at = decode(content, at + len(content[at:]) - len(content[at:].lstrip()))
            raw = document["raw"] or ""
            if "<html" in raw.lower():
                yield raw, document["text"]["string"]


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text))


def extracted(page: str) -> str:
    stream = io.BufferedReader(io.BytesIO(page.encode()))
    try:
        return next(iter(read_page(Entry(stream, "a.html", "a.html", "a.html", charset="utf-8")))).text
    except ArticleError:
        return ""


def recalls() -> list[float]:
    """For each page the share of its words that come back."""
    shares = []
    for page, text in pages():
        wanted = words(text)
        shares.append((wanted & words(extracted(page))).total() / wanted.total())
    return shares


@pytest.mark.skipif(
    not SMARTDATA.is_dir(), reason="the pages to measure on (../shared/training) are not here"
)
def test_most_words_of_real_pages_come_back() -> None:
    shares = recalls()
    assert len(shares) == 95
    assert mean(shares) >= LEAST_RECALL, f"{mean(shares):.3f} of the words come back"
