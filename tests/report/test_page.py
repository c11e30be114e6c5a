"""The report shows every claim, and nothing of an article's text can act in it."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest

from pipeline.records.claim import Claim
from pipeline.report.page import render_page
from pipeline.report.values import readable_known, readable_value

UMSATZ = Claim(
    doc_id="siemens",
    start=20,
    end=39,
    text="2,1 Milliarden Euro",
    sentence="Der Umsatz stieg auf 2,1 Milliarden Euro.",
    metric="revenue",
    kind="level",
    low=2.1e9,
    high=2.1e9,
    precision=5e7,
    unit="EUR",
    company="Siemens AG",
    period="2023",
    verdict="contradicted",
    verdict_reason="Known are 2.3 bn EUR",
    known_low=2.3e9,
    known_high=2.3e9,
)
ATTACK = "<script>alert(1)</script><img src=x onerror='alert(2)'>\"&"


class Page(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.words: list[str] = []
        self.attributes: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words.append(data)


def test_the_claim_stands_in_its_sentence_with_its_verdict_and_the_known_value() -> None:
    html = "".join(render_page([UMSATZ], "Claims of a day"))
    assert "Der Umsatz stieg auf <mark>2,1 Milliarden Euro</mark>." in html
    assert '<span class="refuted">contradicted</span><br>Known are 2.3 bn EUR' in html
    text = " ".join(Page(html).words)
    for word in (
        "Claims of a day",
        "Claims: 1. Documents: 1.",
        "Siemens AG",
        "2.1 bn EUR",
        "2.3 bn EUR",
        "2023",
    ):
        assert word in text


def test_a_quantity_that_stands_twice_is_not_marked_by_chance() -> None:
    claim = replace(UMSATZ, text="3 Prozent", sentence="Nach 3 Prozent waren es wieder 3 Prozent.")
    assert "<mark>" not in "".join(render_page([claim], "x"))


@pytest.mark.parametrize(
    "field", ["doc_id", "text", "sentence", "company", "segment", "period", "verdict_reason"]
)
def test_hostile_text_stays_text(field: str) -> None:
    claim = replace(UMSATZ, **{field: ATTACK})
    if field == "text":
        claim = replace(claim, sentence=f"Es waren {ATTACK} mehr.")
    page = Page("".join(render_page([claim], ATTACK)))
    assert not page.tags & {"script", "img", "link", "iframe", "object", "form", "base"}
    assert not page.attributes & {"onerror", "src", "href", "style"}


def test_the_policy_allows_the_style_of_the_page_and_nothing_else() -> None:
    import base64
    import hashlib
    import re

    html = "".join(render_page([UMSATZ], "x"))
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style is not None
    digest = base64.b64encode(hashlib.sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in html
    assert "http://" not in html.replace('http-equiv="', "")
    assert "https://" not in html


def test_a_page_of_no_claims_is_a_page() -> None:
    assert "Claims: 0. Documents: 0." in "".join(render_page([], "x"))


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, "2.1 bn EUR"),
        ({"low": 328e6, "high": 328e6, "unit": "USD"}, "328 m USD"),
        ({"low": -5e6, "high": -5e6}, "-5 m EUR"),
        ({"low": 8.25, "high": 8.25, "unit": "percent", "kind": "change"}, "+8.25 %"),
        ({"low": -33.333333, "high": -33.333333, "unit": "percent", "kind": "change"}, "-33.3333 %"),
        ({"low": 1.2e9, "high": 1.4e9}, "1.2 to 1.4 bn EUR"),
        ({"low": 265_000.0, "high": 265_000.0, "unit": "count"}, "265,000"),
        ({"low": 0.09, "high": 0.09, "unit": "USD"}, "0.09 USD"),
        ({"low": 2.0, "high": 2.0, "unit": "factor", "kind": "change"}, "2 times"),
        ({"low": 0.0, "high": 0.0, "unit": "percentage_points", "kind": "change"}, "0 pp"),
    ],
)
def test_values_are_written_as_a_person_reads_them(changes: dict[str, object], expected: str) -> None:
    assert readable_value(replace(UMSATZ, **changes)) == expected  # type: ignore[arg-type]


def test_the_known_value_is_written_the_same_way() -> None:
    assert readable_known(UMSATZ) == "2.3 bn EUR"
    assert readable_known(replace(UMSATZ, known_low=None, known_high=None)) == ""
