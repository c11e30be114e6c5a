"""A headless Chromium that opens pages of the report, and everything that it asks for and complains about."""

import itertools
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from pipeline.records.claim import Claim
from pipeline.records.document import Document
from pipeline.report.page import render_page

PATIENCE = 20
"""Seconds after which a page that does not show what it should is a failure."""


class Browser:
    """One window, and the page that is open in it."""

    def __init__(self, driver: webdriver.Chrome, folder: Path) -> None:
        self.driver = driver
        self.folder = folder
        self.numbers = itertools.count()
        self.file = folder

    def open(
        self,
        claims: Sequence[Claim],
        documents: Iterable[Document] = (),
        address: str = "",
        numbers: str = "en",
        wait: bool = True,
        title: str = "Ein Lauf",
    ) -> "Browser":
        """Write a page, open it, and wait until it shows its claims."""
        self.file = self.folder / f"{next(self.numbers)}.html"
        self.file.write_text("".join(render_page(claims, title, documents).html), encoding="utf-8")
        self.driver.get(f"{self.file.as_uri()}{address}")
        if not wait:
            return self
        self.until(lambda: self.run("return document.documentElement.dataset.ready === 'true'"))
        self.run(
            "const select = document.getElementById('locale'); select.value = arguments[0];"
            "select.dispatchEvent(new Event('change'))",
            numbers,
        )
        return self

    def run(self, script: str, *arguments: Any) -> Any:
        return self.driver.execute_script(script, *arguments)

    def until(self, condition: Callable[[], object]) -> None:
        WebDriverWait(self.driver, PATIENCE, poll_frequency=0.02).until(lambda _: condition())

    def all(self, selector: str) -> list[WebElement]:
        return self.driver.find_elements(By.CSS_SELECTOR, selector)

    def one(self, selector: str) -> WebElement:
        return self.driver.find_element(By.CSS_SELECTOR, selector)

    def texts(self, selector: str) -> list[str]:
        script = (
            "return [...document.querySelectorAll(arguments[0])].map((element) => element.innerText.trim())"
        )
        return [text.replace("\u00a0", " ") for text in self.run(script, selector)]

    def told(self) -> list[str]:
        """What the rows of the table tell, in their order."""
        return self.texts("#claims td.told")

    def current(self) -> str:
        """The claim of the open article that is being looked at."""
        return str(self.run("return document.querySelector('.text [aria-current]').firstChild.textContent"))

    def filter(self, name: str, value: str) -> None:
        """Set a filter as a reader does, and wait until the table has followed."""
        before = self.run("return location.hash")
        self.run(
            "const control = document.forms.filters.elements[arguments[0]]; control.value = arguments[1];"
            "control.dispatchEvent(new Event('input', { bubbles: true }))",
            name,
            value,
        )
        self.until(lambda: self.run("return location.hash") != before)

    def complaints(self) -> list[str]:
        """What the console holds since it was last asked: errors, warnings and breaches of the policy."""
        return [entry["message"] for entry in self.driver.get_log("browser")]

    def requests(self) -> list[str]:
        """The addresses that pages have asked for since it was last asked."""
        events = [json.loads(entry["message"])["message"] for entry in self.driver.get_log("performance")]
        return [
            event["params"]["request"]["url"]
            for event in events
            if event["method"] == "Network.requestWillBeSent"
        ]


@contextmanager
def chromium(folder: Path) -> Iterator[Browser]:
    """Open a window whose pages are written to a folder; skip the test where there is no browser."""
    program, driver_program = shutil.which("chromium"), shutil.which("chromedriver")
    if program is None or driver_program is None:
        pytest.skip("no chromium and chromedriver here: apt-get install chromium chromium-driver")
    options = webdriver.ChromeOptions()
    options.binary_location = program
    for argument in ("--headless=new", "--disable-dev-shm-usage", "--window-size=1400,900", "--lang=en"):
        options.add_argument(argument)
    if os.geteuid() == 0:
        # Chromium refuses its sandbox to root.
        options.add_argument("--no-sandbox")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    driver = webdriver.Chrome(options, webdriver.ChromeService(driver_program))
    try:
        yield Browser(driver, folder)
    finally:
        driver.quit()
