"""Draws the picture of the README: the report of the project's own articles, as a browser shows it.

python tests/report/picture.py FILE
"""

import base64
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

sys.path.append(str(Path(__file__).parents[1]))

from browser import chromium

from pipeline.evaluation.card import CORPUS, FIGURES
from pipeline.evaluation.gold import read_gold
from pipeline.figures.table import load_known_figures
from pipeline.figures.verdicts import validate_claims
from pipeline.flow import extract_claims, load
from pipeline.records.document import Document

SIZE = {"width": 1280, "height": 960, "deviceScaleFactor": 1, "mobile": False}


def main(target: Path) -> None:
    articles = [gold.article() for gold in read_gold(CORPUS)]
    found = [claim for _, claims, _ in extract_claims(load(), articles) for claim in claims]
    claims = list(validate_claims(found, load_known_figures(FIGURES)))
    documents = [
        Document(article.id, article.date, None, article.title, None, None, 0, article.text)
        for article in articles
    ]
    with TemporaryDirectory() as folder, chromium(Path(folder)) as window:
        window.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", SIZE)
        window.open(claims, documents, title="Claims of the corpus")
        picture = window.driver.execute_cdp_cmd("Page.captureScreenshot", {"format": "png"})
    target.write_bytes(base64.b64decode(picture["data"]))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
