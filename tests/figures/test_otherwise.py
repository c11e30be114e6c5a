"""A figure that its own row does not confirm states another one where the text leaves one field in doubt."""

from datetime import date
from typing import Any

import pytest
from figure_claims import claim

from pipeline.figures.known import KnownFigures
from pipeline.figures.verdicts import validate_claims
from pipeline.records.claim import Claim


def year(number: int) -> dict[str, Any]:
    return {
        "period": str(number), "period_start": date(number, 1, 1), "period_end": date(number, 12, 31),
        "fiscal": False,
    }  # fmt: skip


def told(sentence: str, text: str, value: float, at: int = 0, **more: Any) -> Claim:
    """A claim about BMW as the program reads it: not quite sure, with its sentence."""
    fields: dict[str, Any] = {
        "company": "BMW", "company_id": "DE0005190003", "unit": "EUR", "precision": 5e6, "confidence": 0.9,
    }  # fmt: skip
    return claim(sentence=sentence, text=text, value=value, start=at, **fields | more)


def checked(known: KnownFigures, *claims: Claim) -> list[tuple[str | None, float | None]]:
    return [(one.verdict, one.known_low) for one in validate_claims(claims, known)]


AFTER_TAX = "Unterm Strich standen 18,58 Milliarden Euro."
READ_AS_SALES = told(AFTER_TAX, "18,58 Milliarden Euro", 18.58e9, metric="revenue", **year(2022))
BARE = "Hinzu kamen 18,58 Milliarden Euro."
OF_NOTHING = told(BARE, "18,58 Milliarden Euro", 18.58e9, metric="costs", **year(2022))
SALES = "Der Umsatz lag bei 18,58 Milliarden Euro."
SOLD = told(SALES, "18,58 Milliarden Euro", 18.58e9, metric="revenue", **year(2022))


def test_it_is_of_the_metric_that_its_sentence_names(known: KnownFigures) -> None:
    assert checked(known, READ_AS_SALES) == [("rounded", 18.582e9)]
    [one] = validate_claims([READ_AS_SALES], known)
    assert "is that, though read as revenue" in (one.verdict_reason or "")
    assert checked(known, SOLD) == [("metric_confusion", 142.61e9)]


def test_a_metric_of_which_nothing_is_known_may_be_any_that_is_not_named(known: KnownFigures) -> None:
    assert checked(known, OF_NOTHING) == [("rounded", 18.582e9)]
    coarse = told(
        BARE.replace("18,58", "7"), "7 Milliarden Euro", 7e9, precision=5e8, metric="costs", **year(2018)
    )
    assert checked(known, coarse)[0][0] == "unverifiable"


THEN = "Damals lag die Marge bei 9,9 Prozent."
RATE: dict[str, Any] = {"metric": "margin", "unit": "percent", "precision": 0.05}


def test_it_is_of_a_period_that_the_text_tells_too(known: KnownFigures) -> None:
    revenue = "2018 setzte BMW 96,86 Milliarden Euro um."
    beside = told(revenue, "96,86 Milliarden Euro", 96.86e9, at=500, **year(2018))
    then = told(THEN, "9,9 Prozent", 9.9, **RATE, **year(2017))
    assert checked(known, beside, then) == [("rounded", 96.855e9), ("exact", 9.9)]
    # Of no period told, and of one that the sentence names.
    assert checked(known, then)[0][0] == "unverifiable"
    named = told(THEN.replace("Damals", "2017"), "9,9 Prozent", 9.9, **RATE, **year(2017))
    assert checked(known, beside, named)[1][0] == "unverifiable"


def test_a_value_that_its_own_row_denies_is_of_another_period_only_where_the_text_gives_that_row_a_value(
    known: KnownFigures,
) -> None:
    """A margin of 9.9 percent, that of 2018, told for 2022: wrong, or that of 2018 beside that of 2022."""
    beside = told("2018 setzte BMW 96,86 Milliarden Euro um.", "96,86 Milliarden Euro", 96.86e9, at=500,
                  **year(2018))  # fmt: skip
    denied = told("Die Marge lag bei 9,9 Prozent.", "9,9 Prozent", 9.9, **RATE, **year(2022))
    right = told("Die Marge erreichte 2022 dann 16,5 Prozent.", "16,5 Prozent", 16.5, at=900, **RATE,
                 **year(2022))  # fmt: skip
    assert checked(known, beside, denied)[1][0] == "unverifiable"
    assert checked(known, beside, denied, right)[1] == ("exact", 9.9)


def test_a_profit_named_closely_is_no_other_one(known: KnownFigures) -> None:
    """18.58 billion is the net income of 2022, and nothing is known of an Ebitda."""
    text = "Das Ebitda lag bei 18,58 Milliarden Euro."
    close = told(text, "18,58 Milliarden Euro", 18.58e9, metric="ebitda", **year(2022))
    assert checked(known, close)[0][0] == "unverifiable"
    vague = told(
        text.replace("Ebitda", "Plus"), "18,58 Milliarden Euro", 18.58e9, metric="ebitda", **year(2022)
    )
    assert checked(known, vague) == [("rounded", 18.582e9)]


def test_a_value_told_twice_is_that_of_its_own_period_once(known: KnownFigures) -> None:
    """`142,61 nach 142,61`: the first is right, so that the second is no other reading of it."""
    text = "Der Umsatz kam 2022 auf 142,61 Milliarden Euro nach 142,61 Milliarden."
    now = told(text, "142,61 Milliarden Euro", 142.61e9, **year(2022))
    before = told(text, "142,61 Milliarden", 142.61e9, at=28, **year(2021))
    assert checked(known, now, before) == [("exact", 142.61e9), ("period_shift", 111.239e9)]


@pytest.mark.parametrize(
    "read", [{"adjusted": True}, {"segment": "Motorräder"}], ids=["as adjusted", "as of a part"]
)
def test_it_is_of_the_whole_and_as_reported(known: KnownFigures, read: dict[str, Any]) -> None:
    fine = told("Es blieben 13,40 Milliarden Euro.", "13,40 Milliarden Euro", 13.4e9, metric="ebit",
                **year(2021), **read)  # fmt: skip
    assert checked(known, fine) == [("exact", 13.4e9)]
    coarse = told("Es blieben 13 Milliarden Euro.", "13 Milliarden Euro", 13e9, precision=5e8, metric="ebit",
                  **year(2021), **read)  # fmt: skip
    assert checked(known, coarse)[0][0] == "unverifiable"


def test_what_a_person_states_has_one_reading(known: KnownFigures) -> None:
    sure = told(AFTER_TAX, "18,58 Milliarden Euro", 18.58e9, metric="revenue", confidence=1.0, **year(2022))
    assert checked(known, sure) == [("metric_confusion", 142.61e9)]


@pytest.mark.parametrize(
    ("verdict", "text", "fields"),
    [
        ("scale_error", "142,61 Millionen Euro", {"value": 142.61e6, "precision": 5e3}),
        ("unit_error", "142,61 Milliarden Dollar", {"value": 142.61e9, "unit": "USD"}),
        ("unverifiable", "142 Millionen Euro", {"value": 142e6, "precision": 5e5, "segment": "Asien"}),
        ("unverifiable", "142,61", {"value": 142.61e6, "precision": 5e3}),
    ],
)
def test_a_scale_or_unit_is_wrong_in_that_reading_where_it_is_written(
    known: KnownFigures, verdict: str, text: str, fields: dict[str, Any]
) -> None:
    fields = {"segment": "Motorräder", **fields}
    wrong = told(f"Es steuerte {text} zum Umsatz bei.", text, **fields, **year(2022))
    assert checked(known, wrong)[0][0] == verdict


def test_a_sign_is_wrong_in_that_reading_where_the_sentence_tells_it(known: KnownFigures) -> None:
    fall: dict[str, Any] = {"kind": "change", "unit": "percent", "precision": 0.05, "segment": "Motorräder"}
    sank = told("Der Gewinn sank um 49,1 Prozent.", "49,1 Prozent", -49.1, metric="net_income", **fall,
                **year(2022))  # fmt: skip
    assert checked(known, sank) == [("sign_error", 49.1)]
    bare = told("Beim Gewinn waren es 49,1 Prozent.", "49,1 Prozent", -49.1, metric="net_income", **fall,
                **year(2022))  # fmt: skip
    assert checked(known, bare)[0][0] == "unverifiable"


def test_a_scale_is_wrong_of_the_adjusted_figure_too(known: KnownFigures) -> None:
    """Zoom earned 995.7 million adjusted in its year to January 2021; the sentence before says adjusted."""
    zoom: dict[str, Any] = {
        "company": "Zoom", "company_id": "US98980L1017", "metric": "net_income", "unit": "USD",
        "period": "2021", "period_start": date(2020, 2, 1), "period_end": date(2021, 1, 31), "fiscal": True,
    }  # fmt: skip
    text = "Unterm Strich blieben 995,7 Milliarden Dollar."
    wrong = told(text, "995,7 Milliarden Dollar", 995.7e9, **zoom | {"precision": 5e7})
    assert checked(known, wrong) == [("scale_error", 995.7e6)]
    coarse = told(text.replace(",7", ""), "995 Milliarden Dollar", 990e9, **zoom | {"precision": 5e9})
    assert checked(known, coarse)[0][0] == "unverifiable"
