"""Articles that go from metric to metric: what is spent, who holds what, what a clause goes on from."""

import pytest
from spacy.language import Language
from stated import check, claims_of, figure


@pytest.mark.parametrize(
    ("metrics", "text"),
    [
        (["costs"] * 2, "Für Forschung gab Kolb 29 Mio. Euro aus, das waren 9 Prozent vom Umsatz."),
        (["costs"] * 2, "Für Werbung gab Kolb 12 Mio. Euro aus, mehr als ein Fünftel ihres Umsatzes."),
        (["investment"] * 2, "Kolb investierte 29 Mio. Euro, was 9 Prozent des Umsatzes entspricht."),
        (["costs"] * 2, "12 Mio. Euro, ein Fünftel der Erlöse, flossen in Fernsehspots und Plakate."),
        (
            ["revenue", "costs", "costs"],
            "Kolb nahm 60 Mio. Euro ein. Ein Drittel davon geht für Mieten drauf, ein Fünftel für Personal.",
        ),
        (
            ["costs", "revenue"],
            "Kolb senkte die Kosten um 6 Mio. Euro, 40 Prozent der Erlöse kamen aus Asien.",
        ),
        (
            ["revenue", "revenue", "ebitda"],
            "Bei einem Umsatzplus von 6 Prozent auf 31 Mio. Euro sei das Ebitda kräftig auf 4 geklettert.",
        ),
    ],
)
def test_each_figure_has_its_own_metric(nlp: Language, metrics: list[str], text: str) -> None:
    assert [claim.metric for claim in claims_of(nlp, text)] == metrics


def test_a_word_of_contrast_within_its_clause_parts_nothing(nlp: Language) -> None:
    text = "Die Aktie von Kolb gab zunächst nach, drehte dann aber mit zwei Prozent ins Plus."
    check(nlp, text, [figure("zwei Prozent", "share_price", "change", 2, "percent")])
