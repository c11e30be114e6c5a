"""The article on Zoom outside the project, from its text: each claim gets its true verdict."""

from pathlib import Path

from spacy.language import Language

from pipeline.evaluation.gold import read_gold
from pipeline.figures.table import load_known_figures
from pipeline.figures.verdicts import validate_claims
from pipeline.flow import extract_claims

VERDICTS = {
    ("revenue", "level", 1.8e9): "in_range",  # the new outlook
    ("revenue", "level", 915e6): "hedged",  # the old one
    ("revenue", "change", 169.0): "exact",
    ("revenue", "level", 328e6): "rounded",
    ("net_income", "level", 27e6): "exact",
    ("other", "level", 300e6): "exact",  # participants, in the headline and in the text
    ("other", "level", 10e6): "exact",
    ("customers", "level", 265e3): "rounded",  # 265,400 known
    ("customers", "change", 4.0): "rounded",  # `viermal mehr`, 354 percent known
    ("customers", "level", 769.0): "exact",
    ("customers", "change", 2.0): "rounded",  # `doppelt so viele`, 405 to 769
    ("share_price", "change", 6.0): "unverifiable",
}


def test_zoom(shared: Path, nlp: Language) -> None:
    [document] = [one for one in read_gold(shared / "gold" / "news.jsonl") if one.doc_id == "zoom-2020-06"]
    known = load_known_figures(shared / "figures" / "known_figures.csv")
    [(_, claims, _)] = extract_claims(nlp, [document.article()])
    checked = {(one.metric, one.kind, one.high): one.verdict for one in validate_claims(claims, known)}
    assert checked == VERDICTS
