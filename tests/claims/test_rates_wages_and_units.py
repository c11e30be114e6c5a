"""Rates called just `die Rate`, wage claims without the word for them, units that tell one metric."""

import pytest
from spacy.language import Language
from stated import claims_of


@pytest.mark.parametrize(
    ("text", "metrics"),
    [
        ("Die Inflation sank auf 5,4 Prozent. Das reicht nicht. Erhofft ist eine Rate von 3 Prozent.",
         ["inflation", "inflation"]),
        ("Die Teuerung hat sich halbiert.", ["inflation"]),
        ("Die Marge hat sich verdoppelt.", ["margin"]),
        ("Der Diskontsatz beträgt nun 6 Prozent.", ["interest_rate"]),
        ("Auf dem Sparkonto vergütet die Bank 0,15 Prozent.", ["interest_rate"]),
        ("8,5 Prozent mehr für zwölf Monate fordert die IG Holz, mindestens 250 Euro.", ["price", "price"]),
        ("Die Miete zahlen sie gern, es sind 69 Euro im Monat.", ["price"]),
        ("Der Windpark soll 400 Megawatt haben.", ["production"]),
        ("500.000 Fass am Tag scheinen möglich.", ["production"]),
        ("Die beiden Gründer behalten 58,5 Prozent.", ["stake"]),
        ("Größter Eigentümer ist das Land mit 62 Prozent.", ["stake"]),
        ("Käufer ist für 1,02 Milliarden Euro die irische Konkurrenz.", ["deal_value"]),
        ("Gegen die Manager wurden bis zu 150.000 Euro verhängt.", ["costs"]),
        ("Jetzt müssen 300 Menschen gehen.", ["employees"]),
        ("Für das Jahr stellte der Verband 2,9 Millionen Zulassungen in Aussicht.", ["sales_volume"]),
    ],
)  # fmt: skip
def test_metrics(nlp: Language, text: str, metrics: list[str]) -> None:
    assert [claim.metric for claim in claims_of(nlp, text)] == metrics


@pytest.mark.parametrize(
    "text",
    [
        "Die Gewerkschaft fand das bei 8,5 Prozent der Bäume.",
        "Der Motor hat 400 Megawatt.",
        "Im Hafen liegen 500.000 Fass.",
    ],
)
def test_the_same_unit_or_word_alone_tells_none(nlp: Language, text: str) -> None:
    assert [claim.metric for claim in claims_of(nlp, text)] == ["other"]
