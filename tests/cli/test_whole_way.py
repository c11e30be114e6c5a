"""The whole way with the model itself: articles of the corpus in, records out, the same for two workers."""

from pathlib import Path

from examples import Command

from pipeline.output.files import read_claims
from pipeline.reading.article import Article
from pipeline.reading.discover import read_articles

CORPUS = Path(__file__).parents[2] / "corpus"
ARTICLES = [CORPUS / "articles" / f"{manner}.jsonl" for manner in ("agency", "adhoc", "austria")]


def test_two_workers_write_the_same_bytes_as_one_and_every_offset_fits(kennzahl: Command) -> None:
    for workers in (1, 2):
        figures = CORPUS / "figures" / "known_figures.csv"
        outputs = ["-o", f"claims{workers}.jsonl", "--entities", f"names{workers}.jsonl"]
        done = kennzahl("extract", *ARTICLES, *outputs, "--figures", figures, "--workers", workers)
        assert done.exit_code == 0, done.output
    for kind in ("claims", "names"):
        assert Path(f"{kind}1.jsonl").read_bytes() == Path(f"{kind}2.jsonl").read_bytes()

    articles = {item.id: item for item in read_articles(ARTICLES) if isinstance(item, Article)}
    claims = list(read_claims("claims1.jsonl"))
    assert len(claims) > 3 * len(articles)
    for claim in claims:
        assert articles[claim.doc_id].text[claim.start : claim.end] == claim.text
        assert claim.verdict is not None
    order = list(articles)
    assert [order.index(claim.doc_id) for claim in claims] == sorted(
        order.index(claim.doc_id) for claim in claims
    )
