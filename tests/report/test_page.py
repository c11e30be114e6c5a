"""What is written into the page: every claim in its sentence, its article, and nothing that could act."""

import base64
import gzip
import hashlib
import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from large_run import large_run
from samples import BASF, CHEMICALS, CLAIMS, DOCUMENTS, GROWTH, REVENUE, SENTENCES, TEXT, claim, document

from pipeline.figures.verdicts import ACCUSING
from pipeline.records.claim import STATUSES, VERDICTS
from pipeline.records.companies import company_labels
from pipeline.records.document import Document, outlet
from pipeline.report.page import SCRIPTS, Page, _part, render_page
from pipeline.report.places import NOWHERE, in_browser, places_in_sentences

ATTACK = "<script>alert(1)</script><img src=x onerror='alert(2)'>\"&"


class Elements(HTMLParser):
    """The elements of a page, and what stands in those with an id."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.contents: dict[str, str] = {}
        self.words = ""
        self.id = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.id = dict(attrs).get("id") or ""

    def handle_data(self, data: str) -> None:
        self.contents[self.id] = self.contents.get(self.id, "") + data
        self.words += data


def html_of(page: Page) -> str:
    return "".join(page.html)


def unpacked(html: str, id_: str) -> Any:
    return json.loads(gzip.decompress(base64.b64decode(Elements(html).contents[id_])))


def articles_of(html: str) -> list[str | None]:
    """The texts of the articles in a page, put together as its script does it."""
    claims, articles = unpacked(html, "data-claims"), unpacked(html, "data-articles")
    texts: list[str | None] = []
    for number in range(len(articles["documents"]["name"])):
        block, slot = articles["documents"]["block"][number], articles["documents"]["slot"][number]
        if block == NOWHERE:
            texts.append(None)
            continue
        stretches = unpacked(html, f"block-{block}")[slot]
        rows = [row for row, of in enumerate(articles["document"]) if of == number]
        begins = {
            articles["start"][row] - claims["place"][row]: claims["sentence"]["index"][row]
            for row in rows
            if claims["place"][row] != NOWHERE
        }
        sentences = [claims["sentence"]["values"][begins[begin]] for begin in sorted(begins)]
        sentences = sentences if len(stretches) > 1 else []
        texts.append("".join(a + b for a, b in zip(stretches, [*sentences, ""], strict=True)))
    return texts


def test_the_page_has_each_claim_and_counts_the_verdicts() -> None:
    html = html_of(render_page(CLAIMS, "Ein Lauf"))
    claims = unpacked(html, "data-claims")
    assert [claims["text"]["values"][i] for i in claims["text"]["index"]] == [each.text for each in CLAIMS]
    assert claims["low"] == [8, 2_100_000_000, 300_000_000, 2_500_000_000, 68_900_000_000]
    assert claims["sentence"]["index"] == [0, 0, 1, 2, 3]
    words = " ".join(Elements(html).words.split())
    assert "5 claims in 2 articles" in words
    assert "2 wrong 2 confirmed 1 not verifiable 0 not checked" in words


def test_the_page_has_the_articles_of_its_claims_whole_and_no_others() -> None:
    html = html_of(render_page(CLAIMS, "Ein Lauf", DOCUMENTS))
    assert unpacked(html, "data-articles")["documents"]["name"] == ["siemens", "basf"]
    assert articles_of(html) == [TEXT, BASF]
    assert unpacked(html, "data-articles")["documents"]["title"]["values"] == [
        "Siemens wächst kräftig",
        "Chemie",
    ]


def test_places_are_counted_as_a_browser_does() -> None:
    html = html_of(render_page(CLAIMS, "Ein Lauf", DOCUMENTS))
    start = unpacked(html, "data-articles")["start"]
    for each, place in zip(CLAIMS, start, strict=True):
        text = (TEXT if each.doc_id == "siemens" else BASF).encode("utf-16-le")
        length = len(each.text.encode("utf-16-le"))
        assert text[2 * place : 2 * place + length].decode("utf-16-le") == each.text


def test_articles_for_which_there_is_no_room_are_counted_and_the_wrong_claims_keep_theirs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("pipeline.report.articles.BLOCK", 10_000)
    run = large_run(400)
    whole = render_page(run.claims, "x", run.documents)
    assert whole.left_out == 0
    assert articles_of(html_of(whole)) == [each.text for each in run.documents]
    page = render_page(run.claims, "x", run.documents, largest=120_000)
    html = html_of(page)
    texts = articles_of(html)
    assert 0 < page.left_out == texts.count(None) < len(run.documents)
    wrong = {each.doc_id for each in run.claims if each.verdict in ACCUSING}
    there = {each.doc_id for each, text in zip(run.documents, texts, strict=True) if text is not None}
    assert wrong <= there or there <= wrong
    assert f"{page.left_out} articles are not in this page" in " ".join(Elements(html).words.split())


def test_articles_of_another_run_are_told_and_not_shown() -> None:
    page = render_page(CLAIMS, "x", [document("Ein ganz anderer Text."), DOCUMENTS[1]])
    assert page.foreign == 1
    assert articles_of(html_of(page)) == [None, BASF]


def test_the_policy_allows_the_one_style_and_the_one_script_of_the_page_and_nothing_else() -> None:
    html = html_of(render_page(CLAIMS, "x", DOCUMENTS))
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    script = re.search(r'<script type="module">(.*?)</script>', html, re.DOTALL)
    assert style is not None
    assert script is not None
    digests = [
        base64.b64encode(hashlib.sha256(each[1].encode()).digest()).decode() for each in (style, script)
    ]
    policy = re.search(r'http-equiv="Content-Security-Policy" content="(.*?)"', html)
    assert policy is not None
    assert policy[1].replace("&#39;", "'").split("; ") == [
        "default-src 'none'",
        f"script-src 'sha256-{digests[1]}'",
        f"style-src 'sha256-{digests[0]}'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    assert not Elements(html).attributes & {"src", "style"}
    assert not [name for name in Elements(html).attributes if name.startswith("on")]
    assert "https://" not in html


@pytest.mark.parametrize("field", ["doc_id", "text", "sentence", "company", "segment", "verdict_reason"])
def test_hostile_text_is_packed_and_no_markup(field: str) -> None:
    hostile = replace(REVENUE, **{field: ATTACK})  # type: ignore[arg-type]
    html = html_of(render_page([hostile], ATTACK, [replace(DOCUMENTS[0], title=ATTACK)]))
    elements = Elements(html)
    harmless = Elements(html_of(render_page([REVENUE], "x", [DOCUMENTS[0]])))
    assert set(elements.tags) == set(harmless.tags)
    assert elements.attributes == harmless.attributes
    assert "alert(1)" not in html.replace("&lt;script&gt;alert(1)", "")


def test_the_parts_of_the_script_can_stand_in_a_page() -> None:
    for name in (*SCRIPTS, "page.css"):
        assert "</" not in _part(name), name
        assert "innerHTML" not in _part(name), name


def test_the_script_knows_each_verdict_with_what_it_comes_to_and_each_status() -> None:
    words = _part("words.js")
    told = dict(re.findall(r"(\w+): \{ group: (\w+),", words))
    expected = {name: "WRONG" if name in ACCUSING else "CONFIRMED" for name in VERDICTS}
    assert told == expected | {"unverifiable": "OPEN"}
    for status in STATUSES:
        assert f"{status}: " in words


def test_numbers_that_are_none_and_broken_characters_do_not_break_the_page() -> None:
    odd = replace(REVENUE, high=float("inf"), confidence=float("nan"), company="Halbes \ud83d Zeichen")
    claims = unpacked(html_of(render_page([odd], "x")), "data-claims")
    assert (claims["high"], claims["confidence"]) == ([None], [None])
    assert claims["company"]["values"] == ["Halbes ? Zeichen"]


def test_a_quantity_that_stands_twice_is_placed_by_its_neighbour_or_not_at_all() -> None:
    sentence = "Nach 3 Prozent waren es 4 und wieder 3 Prozent."
    alone = replace(GROWTH, text="3 Prozent", sentence=sentence, start=105)
    assert places_in_sentences([alone]) == [NOWHERE]
    neighbour = replace(alone, text="4", start=124)
    assert places_in_sentences([alone, neighbour]) == [5, 24]
    assert places_in_sentences([replace(alone, doc_id="anderes"), neighbour]) == [NOWHERE, 24]


def test_a_sentence_told_twice_in_an_article_places_each_of_its_claims() -> None:
    text = f"{SENTENCES[1]} {SENTENCES[1]}"
    first = claim("300 Millionen Euro", SENTENCES[1], text)
    second = replace(first, start=first.start + len(SENTENCES[1]) + 1, end=first.end + len(SENTENCES[1]) + 1)
    assert places_in_sentences([first, second]) == [14 + 5, 14 + 5]
    assert articles_of(html_of(render_page([first, second], "x", [document(text)]))) == [text]


@given(st.text(), st.integers(0, 20))
def test_a_place_in_code_points_is_one_in_code_units(text: str, place: int) -> None:
    place = min(place, len(text))
    before = text[:place].encode("utf-16-le", errors="surrogatepass")
    assert in_browser(text, [place, NOWHERE]) == [len(before) // 2, NOWHERE]


def test_a_company_is_one_under_all_its_names() -> None:
    sap = [replace(REVENUE, company=name, company_id="DE0007164600") for name in ("SAP", "SAP", "SAP SE")]
    others = [replace(REVENUE, company="sap se"), replace(REVENUE, company=None), CHEMICALS]
    assert company_labels([*sap, *others]) == ["SAP", "SAP", "SAP", "SAP", None, "BASF"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"url": "https://www.zeitung.example/a?b"}, "zeitung.example"),
        ({"url": "kein Ort", "source": "news/a.jsonl:17"}, "news/a.jsonl"),
        ({"url": "http://[kaputt"}, "news/a.jsonl"),
        ({"source": "news/2024-03-05-hartmann.txt"}, "news"),
        ({"source": None}, None),
    ],
)
def test_the_source_of_an_article_is_its_site_or_its_file(
    fields: dict[str, Any], expected: str | None
) -> None:
    made: Document = document("Text", **fields)
    assert outlet(made) == expected
