"""What is built, how many there are of those told of before, what is gone, and what a market sells."""

from datetime import date

import pytest
from spacy.language import Language
from stated import check, claims_of, figure

SPRING = date(2016, 3, 19)
SALES = "Die Brellova AG steigerte 2015 den Umsatz um 4 Prozent. "


def told(nlp: Language, text: str) -> list[tuple[str, str, str, float]]:
    return [(claim.text, claim.metric, claim.kind, claim.low) for claim in claims_of(nlp, text, SPRING)]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Sie will in Wels zwei Hallen errichten. Die Kosten bezifferte sie auf 22 Mio. Euro.", "reported"),
        ("Sie will in Wels zwei Hallen errichten. Das kostet nach jetzigem Stand 22 Mio. Euro.", "forecast"),
        ("Der Rat gab den Bau eines Parkhauses frei. Kostenpunkt: 22 Mio. Euro.", "forecast"),
        ("Im Juni bezieht sie ihren Neubau. Er hat 22 Mio. Euro gekostet.", "reported"),
    ],
)
def test_what_is_built_costs_an_investment(nlp: Language, text: str, status: str) -> None:
    claim = claims_of(nlp, SALES + text, SPRING)[-1]
    assert (claim.metric, claim.low) == ("investment", 22e6)
    assert status == "reported" or claim.status == status


def test_what_is_not_built_costs_what_it_costs(nlp: Language) -> None:
    text = SALES + "Sie will den Vertrieb straffen. Das kostet 22 Mio. Euro."
    assert claims_of(nlp, text, SPRING)[-1].metric == "costs"


def test_their_number_counts_those_told_of_before(nlp: Language) -> None:
    text = "Die Fahrgäste blieben aus. Deren Zahl sank um 9 Prozent auf 6870; ein Viertel kam aus Bayern."
    assert told(nlp, text) == [
        ("9 Prozent", "customers", "change", -9),
        ("6870", "customers", "level", 6870),
        ("ein Viertel", "customers", "level", 25),
    ]
    assert told(nlp, "Der Gewinn sank. Die Möwen blieben aus. Ihre Zahl fiel auf 6870.")[-1][1] == "other"


def test_a_number_of_them_is_no_money(nlp: Language) -> None:
    text = "Der Umsatz wuchs auf 10,1 Mrd. Euro, und die Zahl der aktiven Kunden ging auf 46,9 Mio. zurück."
    claim = claims_of(nlp, text, SPRING)[-1]
    assert (claim.metric, claim.unit, claim.low) == ("customers", "count", 46.9e6)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Die Bahn verlor 2015 rund 3000 Fahrgäste.", -3000),
        ("Damit sind dem Anbieter 3000 Fahrgäste weggebrochen.", -3000),
        ("Die Bahn gewann 2015 rund 3000 Fahrgäste.", 3000),
    ],
)
def test_customers_come_and_go(nlp: Language, text: str, value: float) -> None:
    check(nlp, text, [figure("3000", "customers", "change", value, "count")], SPRING)


def test_a_part_of_sales_that_is_lost_is_a_change(nlp: Language) -> None:
    assert told(nlp, "Sie hat 40 Prozent ihres Umsatzes eingebüßt.")[0][2:] == ("change", -40)
    assert told(nlp, "Sie hat 40 Prozent ihres Umsatzes im Ausland erzielt.")[0][2:] == ("level", 40)


def test_a_loss_beside_its_sales(nlp: Language) -> None:
    text = "Damals verlor die Brellova AG 9,4 Mio. Euro bei Erlösen von 14,1 Mio. Euro."
    assert told(nlp, text) == [
        ("9,4 Mio. Euro", "net_income", "level", -9.4e6),
        ("14,1 Mio. Euro", "revenue", "level", 14.1e6),
    ]


def test_a_minus_that_leads_to_millions_is_one_of_sales(nlp: Language) -> None:
    text = SALES + "Die Hendrikson AG musste ein Minus von 1,9 Prozent auf 10,1 Mrd. Euro hinnehmen."
    assert [claim[1:] for claim in told(nlp, text)[1:]] == [
        ("revenue", "change", -1.9),
        ("revenue", "level", 10.1e9),
    ]


def test_owners_with_their_shares(nlp: Language) -> None:
    text = "Eigentümer der Brellova GmbH sind das Land mit 60 Prozent und die Stadt mit 40 Prozent."
    assert [claim[1:] for claim in told(nlp, text)] == [("stake", "level", 60), ("stake", "level", 40)]
    assert told(nlp, "Die Aktionäre stimmten mit 97 Prozent zu.")[0][1] != "stake"


def test_amounts_before_a_verb_are_money(nlp: Language) -> None:
    text = "Der Überschuss sank auf 11 Mio. Euro. Gut 4 Millionen musste sie auf Bankanleihen abschreiben."
    claim = claims_of(nlp, text, SPRING)[-1]
    assert (claim.metric, claim.unit) == ("costs", "EUR")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Der Branchenverband beziffert das Wachstum der Möbelindustrie auf 0,7 Prozent.", "change"),
        ("Der Handelsverband erwartet im Einzelhandel einen Umsatzrückgang von 0,7 Prozent.", "change"),
        ("Die Beratung Talwin schätzt den Onlinehandel auf 1,6 Milliarden Euro.", "level"),
    ],
)
def test_what_a_trade_sells_is_no_company_s(nlp: Language, text: str, kind: str) -> None:
    claim = claims_of(nlp, SALES + text, SPRING)[-1]
    assert (claim.company, claim.metric, claim.kind) == (None, "revenue", kind)
