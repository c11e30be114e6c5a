"""Jobs, customers and branches: stocks, cuts, parts of what was counted, and numbers that only count."""

import pytest
from spacy.language import Language
from stated import Expected, check, claims_of, figure


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Der Konzern streicht weltweit 2800 Stellen.",
            [figure("2800", "employees", "change", -2800, "count", status="forecast")],
            id="cut-to-come",
        ),
        pytest.param(
            "Der Konzern hat 2019 insgesamt 2800 Stellen gestrichen.",
            [figure("2800", "employees", "change", -2800, "count", status="reported", period="2019")],
            id="cut-done",
        ),
        pytest.param(
            "Die Beispiel AG baut 800 ihrer 12.000 Stellen ab.",
            [
                figure("800", "employees", "change", -800, "count", status="forecast"),
                figure("12.000", "employees", "level", 12000, "count", status="reported"),
            ],
            id="part-of-the-whole",
        ),
        pytest.param(
            "Von den 12.000 Mitarbeitern sollen 800 gehen.",
            [
                figure("12.000", "employees", "level", 12000, "count", status="reported"),
                figure("800", "employees", "change", -800, "count", status="forecast"),
            ],
            id="whole-first",
        ),
        pytest.param(
            "Der Konzern beschäftigt derzeit rund 12.000 Mitarbeiter, davon 2800 in Deutschland.",
            [
                figure("12.000", "employees", "level", 12000, "count", qualifier="about", period="2020-08"),
                figure("2800", "employees", "level", 2800, "count", segment="Deutschland"),
            ],
            id="part-in-a-country",
        ),
        pytest.param(
            "Der Anbieter gewann im zweiten Quartal 200.000 Kunden hinzu.",
            [figure("200.000", "customers", "change", 200000, "count", period="2020-Q2")],
            id="customers-won",
        ),
        pytest.param(
            "Der Anbieter hat jetzt 265.000 Kunden mit mehr als zehn Mitarbeitern.",
            [figure("265.000", "customers", "level", 265000, "count", period="2020-08")],
            id="threshold-of-a-group",
        ),
        pytest.param(
            "Die Kette schließt 20 Filialen.",
            [figure("20", "locations", "change", -20, "count", status="forecast")],
            id="branches",
        ),
    ],
)
def test_what_is_counted(nlp: Language, text: str, expected: list[Expected]) -> None:
    check(nlp, text, expected)


@pytest.mark.parametrize(
    "text",
    [
        "Zwei Händler fielen aus.",
        "Ein Mitarbeiter der Firma bestätigte das.",
        "Erforderlich sind 75 Prozent der Stimmen.",
        "Die Laufzeit beträgt vier Jahre.",
    ],
)
def test_what_states_no_figure(nlp: Language, text: str) -> None:
    assert claims_of(nlp, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Die 180 Mitarbeiter arbeiten in drei Schichten.",
        "Am Donnerstag bleiben in neun Bundesländern die Läden geschlossen.",
    ],
)
def test_a_small_number_of_something_else_is_no_figure_of_the_metric_beside_it(
    nlp: Language, text: str
) -> None:
    assert not {"drei", "neun"} & {claim.text for claim in claims_of(nlp, text)}
