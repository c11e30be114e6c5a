"""The page in a browser: a reader filters, sorts, opens an article; nothing in a text can act."""

from dataclasses import replace

import pytest
from browser import Browser
from samples import (
    BASF,
    CHEMICALS,
    CLAIMS,
    DOCUMENTS,
    GROWTH,
    OUTLOOK,
    PROFIT,
    REVENUE,
    TEXT,
    claim,
    document,
)
from selenium.webdriver import ActionChains, Keys

from pipeline.records.claim import Claim

ATTACK = (
    "</script><script>window.attacked = 1</script><img src='https://attack.example/x' onerror='attacked = 1'>"
    '<!--<script>&lt;b&gt;{{ 7 * 7 }} \u202eesrevni\u2028" style="position:fixed" javascript:alert(1)'
)
SCRIPT = "javascript:attacked=1"


def test_the_wrong_claims_come_first_the_furthest_off_before_the_others(browser: Browser) -> None:
    browser.open(CLAIMS, DOCUMENTS)
    assert browser.texts("#cards li:not([hidden]) button") == [
        "2\nwrong",
        "2\nconfirmed",
        "1\nnot verifiable",
    ]
    assert browser.texts("#claims td.verdict") == [
        "✕wrong scale",
        "✕contradicted",
        "✓rounded",
        "✓exact",
        "?not verifiable",
    ]
    first = browser.one("#claims tbody tr")
    for said in ("Siemens AG", "net income", "2023", "300 m EUR", "300 bn EUR", "÷ 1,000", PROFIT.sentence):
        assert said in first.text
    for said in ("The text has the wrong power of 1,000.", "Siemens wächst kräftig", "2024-02-01"):
        assert said in first.text
    assert browser.texts("#claims mark") == [
        each.text for each in (PROFIT, REVENUE, GROWTH, CHEMICALS, OUTLOOK)
    ]
    assert browser.texts("#claims td.deviation") == ["÷ 1,000", "−8.7 %", "+0.2 pp", "0", ""]


def test_each_filter_leaves_what_it_names(browser: Browser) -> None:
    browser.open(CLAIMS, DOCUMENTS)
    for name, value, left in (
        ("verdict", "wrong", ["300 m EUR", "2.1 bn EUR"]),
        ("verdict", "contradicted", ["2.1 bn EUR"]),
        ("metric", "net_income", ["300 m EUR"]),
        ("company", "basf", ["≈ 68.9 bn EUR"]),
        ("company", "siem", ["300 m EUR", "2.1 bn EUR", "+8 %", "2.5 bn EUR"]),
        ("period", "2023-", ["≈ 68.9 bn EUR"]),
        ("period", "2024-2025", ["2.5 bn EUR"]),
        ("status", "forecast", ["2.5 bn EUR"]),
        ("words", "anleger", []),
        ("words", "GEWINN", ["300 m EUR"]),
        ("words", "chemie", ["≈ 68.9 bn EUR"]),
        ("outlet", "news/a.jsonl", ["≈ 68.9 bn EUR"]),
    ):
        browser.filter(name, value)
        assert browser.told() == left, (name, value)
        assert browser.one("#count").text.startswith(f"{len(left)} of 5 claims")
        browser.one("#filters [type=reset]").click()
        assert len(browser.told()) == 5
    browser.filter("words", "anleger")
    assert browser.one("#empty").text == "No claim fits these filters."
    assert not browser.one("#overview").is_displayed()


def test_filters_join_and_the_address_leads_back_to_the_view(browser: Browser) -> None:
    browser.open(CLAIMS, DOCUMENTS)
    browser.filter("company", "Siemens AG")
    browser.filter("verdict", "confirmed")
    address = browser.run("return location.hash")
    assert browser.open(CLAIMS, DOCUMENTS, address).told() == ["+8 %"]
    assert browser.one("[name=company]").get_attribute("value") == "Siemens AG"


def test_a_card_and_a_company_of_the_overview_filter(browser: Browser) -> None:
    browser.open(CLAIMS, DOCUMENTS)
    browser.one("[data-group=wrong] button").click()
    assert len(browser.told()) == 2
    assert browser.one("[data-group=wrong] button").get_attribute("aria-pressed") == "true"
    browser.one("[data-group=wrong] button").click()
    assert browser.texts("#groups tbody th") == ["Siemens AG", "BASF"]
    browser.all("#groups tbody button")[1].click()
    assert browser.told() == ["≈ 68.9 bn EUR"]
    assert browser.texts("#metrics tbody th") == ["revenue"]


def test_claims_are_counted_by_company_article_and_source(browser: Browser) -> None:
    def rows() -> list[str]:
        return [line.get_attribute("title") or "" for line in browser.all("#groups tbody tr")]

    browser.open(CLAIMS, DOCUMENTS)
    assert rows() == ["2 wrong, 1 confirmed, 1 not verifiable", "1 confirmed"]
    browser.open(CLAIMS, DOCUMENTS, "#by=outlet")
    assert browser.texts("#groups tbody th") == ["zeitung.example", "news/a.jsonl"]
    browser.open(CLAIMS, DOCUMENTS, "#by=known")
    assert browser.texts("#groups tbody th") == ["example.org"]
    browser.one("#groups tbody button").click()
    assert len(browser.told()) == 4
    browser.one("#also button").click()
    assert len(browser.told()) == 5


def test_a_heading_sorts_and_says_so(browser: Browser) -> None:
    browser.open(CLAIMS, DOCUMENTS)
    heading = "#claims th.told"
    browser.one(f"{heading} button").click()
    assert browser.told() == ["+8 %", "300 m EUR", "2.1 bn EUR", "2.5 bn EUR", "≈ 68.9 bn EUR"]
    assert browser.one(heading).get_attribute("aria-sort") == "ascending"
    browser.one(f"{heading} button").click()
    assert browser.told()[0] == "≈ 68.9 bn EUR"
    assert browser.one(heading).get_attribute("aria-sort") == "descending"
    assert browser.run("return document.activeElement.textContent").startswith("Told")
    browser.one("#claims th.company button").click()
    assert browser.texts("#claims td.company")[0] == "BASF"
    browser.one("#claims th.deviation button").click()
    assert browser.texts("#claims td.deviation") == ["÷ 1,000", "−8.7 %", "+0.2 pp", "0", ""]


def test_an_article_opens_at_its_claim_with_all_its_claims_marked(browser: Browser) -> None:
    browser.open(CLAIMS, DOCUMENTS)
    browser.one("#claims td.document a").click()
    browser.until(lambda: browser.all("dialog[open]"))
    told = browser.run(
        "const text = document.querySelector('dialog .text').cloneNode(true);"
        "for (const added of text.querySelectorAll('.unseen')) added.remove();"
        "return text.textContent"
    )
    assert told == TEXT
    marks = "return [...document.querySelectorAll('.text mark a')].map((mark) => mark.firstChild.textContent)"
    assert browser.run(marks) == [GROWTH.text, REVENUE.text, PROFIT.text, OUTLOOK.text]
    assert browser.current() == PROFIT.text
    assert "300 bn EUR" in browser.one("dialog aside").text
    browser.one("dialog [data-go='Next in this article']").click()
    browser.until(lambda: browser.current() == OUTLOOK.text)
    browser.all(".text mark a")[1].click()
    browser.until(lambda: browser.current() == REVENUE.text)
    link = browser.one("dialog .meta a")
    assert link.get_attribute("href") == "https://www.zeitung.example/siemens"
    assert link.get_attribute("rel") == "noopener noreferrer"


def test_from_claim_to_claim_of_the_list_through_the_articles(browser: Browser) -> None:
    browser.open(CLAIMS, DOCUMENTS, "#verdict=confirmed&order=told&claim=0")
    browser.until(lambda: browser.all("dialog[open]"))
    assert browser.texts(".turn span") == ["claim 1 of 4 in this article", "claim 1 of 2 in the list"]
    browser.one("[data-go='Next in the list']").click()
    browser.until(lambda: browser.current() == CHEMICALS.text)
    assert browser.texts(".turn span") == ["claim 1 of 1 in this article", "claim 2 of 2 in the list"]
    assert not browser.all(".turn [aria-label^=Next]:enabled")


def test_the_keyboard_is_enough(browser: Browser) -> None:
    browser.open(CLAIMS, DOCUMENTS)
    keys = ActionChains(browser.driver)
    keys.send_keys(Keys.TAB).send_keys(Keys.ENTER).perform()
    assert browser.run("return document.activeElement.id") == "list"
    while browser.run("return !document.activeElement.matches('td.document a')"):
        keys.send_keys(Keys.TAB).perform()
    keys.send_keys(Keys.ENTER).perform()
    browser.until(lambda: browser.all("dialog[open]"))
    browser.until(lambda: browser.run("return document.activeElement.id") == "article-title")
    assert browser.driver.switch_to.active_element.text == "Siemens wächst kräftig"
    keys.send_keys(Keys.ESCAPE).perform()
    browser.until(lambda: not browser.all("dialog[open]"))
    browser.until(lambda: "claim" not in browser.run("return location.hash"))
    assert browser.run("return document.activeElement.matches('td.document a')")


def test_an_address_opens_an_article_and_the_way_back_closes_it(browser: Browser) -> None:
    browser.open(CLAIMS, DOCUMENTS, "#verdict=exact")
    browser.one("#claims td.document a").click()
    browser.until(lambda: browser.all("dialog[open]"))
    assert browser.one("dialog .text").text.startswith("BASF setzte rund")
    browser.driver.back()
    browser.until(lambda: not browser.all("dialog[open]"))
    assert browser.told() == ["≈ 68.9 bn EUR"]
    browser.open(CLAIMS, DOCUMENTS, "#claim=1")
    browser.until(lambda: browser.all("dialog[open]"))
    assert browser.current() == REVENUE.text


def test_without_its_article_a_claim_is_shown_among_the_sentences_of_the_others(browser: Browser) -> None:
    browser.open(CLAIMS, (), "#claim=2")
    browser.until(lambda: browser.all("dialog[open]"))
    paragraphs = browser.all("dialog .text p")
    assert "The article is not in this page" in paragraphs[0].text
    assert len(paragraphs) == 4
    assert browser.current() == PROFIT.text


@pytest.mark.parametrize("with_articles", [True, False])
def test_hostile_text_is_shown_and_does_nothing(browser: Browser, with_articles: bool) -> None:
    text = f"{ATTACK}\nDas kostet 5 Euro, {ATTACK}."
    hostile = claim(
        "5 Euro", text, text, doc_id=ATTACK, company=ATTACK, segment=ATTACK, speaker=ATTACK, period=ATTACK,
        verdict="contradicted", verdict_reason=ATTACK, known_low=7.0, known_high=7.0, known_source=SCRIPT,
    )  # fmt: skip
    articles = [document(text, ATTACK, title=ATTACK, source=ATTACK, url=SCRIPT)]
    browser.open([hostile], articles if with_articles else (), "#claim=0")
    browser.until(lambda: browser.all("dialog[open]"))
    assert ATTACK in browser.run("return document.querySelector('dialog .text').textContent")
    assert ATTACK in browser.run("return document.querySelector('#claims td.company').textContent")
    assert browser.run("return window.attacked ?? null") is None
    assert browser.run("return document.scripts.length") == (4 if with_articles else 3)
    assert not browser.all("img, [onerror], #claims [style], dialog [style], a[href^='javascript:']")


@pytest.mark.parametrize(
    "attempt",
    [
        "document.body.innerHTML = '<b>x</b>'",
        "document.body.setAttribute('onclick', 'window.attacked = 1')",
        "document.createElement('script').text = 'window.attacked = 1'",
    ],
)
def test_nothing_can_be_written_into_the_page_that_would_act(browser: Browser, attempt: str) -> None:
    browser.open(CLAIMS)
    refused = browser.run(f"try {{ {attempt} }} catch (error) {{ return error.name }}")
    assert refused == "TypeError"
    assert browser.run("return window.attacked ?? null") is None
    assert all("This document requires" in complaint for complaint in browser.complaints())


@pytest.mark.parametrize(
    ("changes", "english", "german"),
    [
        ({}, "2.1 bn EUR", "2,1 Mrd. EUR"),
        ({"low": 328e6, "high": 328e6, "unit": "USD", "qualifier": "over"}, "> 328 m USD", "> 328 Mio. USD"),
        ({"low": -5e6, "high": -5e6}, "−5 m EUR", "−5 Mio. EUR"),
        ({"low": 8.25, "high": 8.25, "unit": "percent", "kind": "change"}, "+8.25 %", "+8,25 %"),
        (
            {"low": -100 / 3, "high": -100 / 3, "unit": "percent", "kind": "change"},
            "−33.3333 %",
            "−33,3333 %",
        ),
        ({"low": 1.2e9, "high": 1.4e9}, "1.2 to 1.4 bn EUR", "1,2 bis 1,4 Mrd. EUR"),
        ({"low": 265_000.0, "high": 265_000.0, "unit": "count"}, "265,000", "265.000"),
        ({"low": 2.0, "high": 2.0, "unit": "factor", "kind": "change"}, "2 times", "2 mal"),
        ({"low": 0.0, "high": 0.0, "unit": "percentage_points", "kind": "change"}, "0 pp", "0 Pp."),
    ],
)
def test_values_are_written_in_english_or_german(
    browser: Browser, changes: dict[str, object], english: str, german: str
) -> None:
    claims = [replace(REVENUE, **changes)]  # type: ignore[arg-type]
    assert browser.open(claims, numbers="en").told() == [english]
    browser.run("document.getElementById('locale').value = 'de'")
    browser.run("document.getElementById('locale').dispatchEvent(new Event('change'))")
    assert browser.told() == [german]


def test_the_charts_say_in_words_what_they_draw(browser: Browser) -> None:
    browser.open(CLAIMS)
    assert browser.one("#scatter svg").get_attribute("aria-label") == (
        "Told against known. 3 claims by known value across and told value upwards; 2 are wrong."
    )
    assert len(browser.all("#scatter svg g.wrong path")) == 2
    assert len(browser.all("#scatter svg g.confirmed circle")) == 1
    browser.one("#scatter summary").click()
    assert len(browser.all("#scatter ol li")) == 3
    assert browser.texts("#scatter ol li")[0].startswith("Siemens AG, net income, 2023: told 300 m EUR")
    assert browser.one("#growth p").text == "1 change in percent, 0 of them falls; half are above +8 %."
    browser.one("#growth summary").click()
    assert browser.texts("#growth tbody tr") == ["5 to 10 %\t1"]


def test_claims_that_were_not_checked_are_told_so(browser: Browser) -> None:
    browser.open([replace(each, verdict=None, verdict_reason=None, known_low=None) for each in CLAIMS])
    assert browser.texts("#cards li:not([hidden]) button") == ["5\nnot checked"]
    assert "kennzahl validate" in browser.one(".summary p").text
    assert browser.texts("#claims th")[0].startswith("Company")
    assert not browser.one("#scatter").is_displayed()
    assert browser.told()[0] == "+8 %"


def test_a_run_without_claims_is_a_page(browser: Browser) -> None:
    browser.open([])
    assert browser.one("#about").text == "0 claims in 0 articles"
    assert browser.one("#empty").text == "There are no claims in this run."
    assert not browser.one("#filters").is_displayed()


def test_many_claims_come_in_pages(browser: Browser) -> None:
    many: list[Claim] = [replace(CHEMICALS, low=float(i), high=float(i), unit="count") for i in range(120)]
    browser.open(many, [document(BASF, "basf")], "#order=told&size=50")
    assert [*browser.told()[:1], *browser.told()[-1:]] == ["≈ 0", "≈ 49"]
    browser.one("[data-turn='Last page']").click()
    assert [*browser.told()[:1], *browser.told()[-1:]] == ["≈ 100", "≈ 119"]
    assert browser.one("#count").text == "120 claims, 101 to 120 shown"
    browser.filter("words", "basf")
    assert browser.told()[0] == "≈ 0"


def test_all_selected_claims_are_printed_and_none_of_the_controls(browser: Browser) -> None:
    browser.open([replace(CHEMICALS, low=float(i)) for i in range(120)])
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    browser.run("dispatchEvent(new Event('beforeprint'))")
    assert len(browser.all("#claims tbody tr")) == 120
    assert not any(browser.one(control).is_displayed() for control in ("#filters", "#pager", ".settings"))
    browser.run("dispatchEvent(new Event('afterprint'))")
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert len(browser.all("#claims tbody tr")) == 50


def test_a_phone_shows_the_page_without_scrolling_sideways(browser: Browser) -> None:
    size = {"width": 360, "height": 740, "deviceScaleFactor": 1, "mobile": True}
    browser.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    browser.open(CLAIMS, DOCUMENTS)
    assert browser.run("return document.documentElement.scrollWidth") <= 360
    browser.driver.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})


def test_a_browser_that_cannot_unpack_the_data_is_told(browser: Browser) -> None:
    script = {"source": "delete window.DecompressionStream"}
    added = browser.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", script)
    browser.open(CLAIMS[:1], wait=False)
    browser.until(lambda: browser.one("#trouble").is_displayed())
    assert "too old" in browser.one("#trouble").text
    browser.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", added)
